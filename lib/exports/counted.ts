import type { ExportSource } from './export-format';

/** Counts what a source hands out. */
export function counted(source: ExportSource): {
  source: ExportSource;
  counts: () => { entries: number; grants: number };
} {
  let entries = 0;
  let grants = 0;
  return {
    counts: () => ({ entries, grants }),
    source: {
      ...source,
      async *entries() {
        for await (const some of source.entries()) {
          entries += some.length;
          yield some;
        }
      },
      async *grants() {
        for await (const some of source.grants()) {
          grants += some.length;
          yield some;
        }
      },
    },
  };
}

import type { ExportSource } from './export-format';

/** A source that counts what it hands out. */
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
        for await (const entry of source.entries()) {
          entries += 1;
          yield entry;
        }
      },
      async *grants() {
        for await (const grant of source.grants()) {
          grants += 1;
          yield grant;
        }
      },
    },
  };
}

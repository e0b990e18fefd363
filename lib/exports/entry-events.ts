import type { Grant } from '@/lib/domain/grant/grant';
import type { AnyEntry } from '@/lib/domain/log/entry';
import type { ExportSource } from './export-format';

/**
 * Writes one JSON object per entry and line, each told with the grant that the entry is about; undefined for an entry
 * of the log itself.
 */
export async function* eventLines(
  source: ExportSource,
  eventOf: (entry: AnyEntry, grant: Grant | undefined) => object,
): AsyncGenerator<string> {
  for await (const entries of source.entries()) {
    const grants = await source.grantsById([...new Set(entries.flatMap(({ grant }) => grant ?? []))]);
    yield entries
      .map((entry) => `${JSON.stringify(eventOf(entry, grants.get(entry.grant ?? '')))}\n`)
      .join('')
      .toWellFormed();
  }
}

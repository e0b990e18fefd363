import { addedLines, headerLine, type PartHeader } from '@/lib/domain/log/backup-file';
import type { GrantbookDb } from '@/lib/storage/db';

/** Entries read at once. */
const batch = 500;

/**
 * A whole backup as text: the log up to an entry, byte for byte as it is stored, then every merged log, the settings, and the end.
 *
 * @param settings what `readBackupSettings` read
 */
export async function* backupOf(
  db: GrantbookDb,
  upTo: number,
  settings: Readonly<Record<string, unknown>>,
): AsyncGenerator<string> {
  for (let after = 0; after < upTo; ) {
    const entries = await db.entries.where('seq').between(after, upTo, false, true).limit(batch).toArray();
    const last = entries.at(-1);
    if (!last) break;
    yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    after = last.seq;
  }

  const added = addedLines();
  const write = (line: string) => {
    added.add(line);
    return `${line}\n`;
  };
  const begin = (header: PartHeader) => write(headerLine(header));
  for (const { log, entries: end, head, mergedAt } of await db.otherLogs.orderBy('log').toArray()) {
    yield begin({ backup: 'merged', log, entries: end, head, mergedAt });
    for (let after = 0; after < end; ) {
      const range = db.otherEntries.where('[log+seq]').between([log, after], [log, end], false, true);
      const others = await range.limit(batch).toArray();
      const last = others.at(-1);
      if (!last) break;
      yield others.map(({ entry }) => write(JSON.stringify(entry))).join('');
      after = last.seq;
    }
  }
  yield begin({ backup: 'settings', values: settings });
  yield `${headerLine({ backup: 'end', ...added.sum() })}\n`;
}

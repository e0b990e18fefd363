import { addedLines, endText, headerLine, type PartHeader } from '@/lib/domain/log/backup-file';
import type { AnyEntry } from '@/lib/domain/log/entry';
import type { Outcome } from '@/lib/domain/log/outcome';
import { send } from '@/lib/messaging/client';
import { readBackupSettings } from '@/lib/storage/backup-settings';
import type { GrantbookDb } from '@/lib/storage/db';
import { deviceSigner } from '@/lib/storage/device-key';
import { stored } from '@/lib/storage/stored-values';
import { lastCheckpoint } from './log-store';
import { fileOf, saveFile } from './save-file';

// Entries read at once.
const batch = 500;

/** Signs the log, and saves it as a file with everything that restores it. */
export async function backUp(db: GrantbookDb): Promise<Outcome> {
  const signed = await send('log.checkpoint', {});
  if (!signed.ok) return signed;
  // What was appended since is not signed, and comes with the next one.
  const last = await lastCheckpoint(db);
  if (!last) return { ok: false, message: 'The log is empty: there is nothing to back up yet.' };
  const chunks = backupText(db, last, await readBackupSettings());
  const file = await fileOf(chunks, 'application/jsonl;charset=utf-8', new AbortController().signal);
  const now = new Date().toISOString();
  const name = `grantbook-backup_${now.slice(0, 10)}_entry-${last.seq}.jsonl`;
  saveFile(file, name);
  await stored.lastExport.write({ at: now, entries: last.seq });
  return { ok: true, message: `Saved as ${name}: ${last.seq} entries. Keep it on another machine.` };
}

/**
 * Writes a backup: the log up to an entry, byte for byte as it is stored, then every merged log, the settings, and the end.
 *
 * @param settings what `readBackupSettings` read
 */
async function* backupText(
  db: GrantbookDb,
  { seq: upTo, hash }: Pick<AnyEntry, 'seq' | 'hash'>,
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
  const { sign } = await deviceSigner(db);
  const signature = await sign(endText(added.sum(), hash));
  yield `${headerLine({ backup: 'end', ...added.sum(), signature })}\n`;
}

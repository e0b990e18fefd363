import { type AccountRow, readAccounts } from '@/lib/domain/log/account-list';
import { auditFile, rescuedWords } from '@/lib/domain/log/audit-file';
import { partsOf } from '@/lib/domain/log/backup-file';
import { actorOf } from '@/lib/domain/log/chain';
import { signatureChecker } from '@/lib/domain/log/checkpoint';
import { type AnyEntry, parseEntry } from '@/lib/domain/log/entry';
import { linesOf } from '@/lib/domain/log/lines';
import type { Outcome } from '@/lib/domain/log/outcome';
import { sameEmail } from '@/lib/domain/values/email';
import type { Settings } from '@/lib/domain/values/settings';
import { batches } from '@/lib/exports/batches';
import { send } from '@/lib/messaging/client';
import type { Reply } from '@/lib/messaging/protocol';
import { readBackupSettings, restoreBackupSettings } from '@/lib/storage/backup-settings';
import { compareLog } from '@/lib/storage/compare-log';
import type { GrantbookDb } from '@/lib/storage/db';
import { accountIds, readForgotten } from '@/lib/storage/forgotten';
import { conflicts } from '@/lib/storage/restore';
import { stored } from '@/lib/storage/stored-values';
import { vendors } from '@/lib/vendors/registry';
import { readAccountFile } from './account-file';
import { backupOf } from './backup';
import { lastCheckpoint, lastEntry } from './log-store';
import { fileOf, saveFile } from './save-file';

/** Entries sent to the background at once. */
const batch = 500;

/** The whole log, byte for byte as it is stored, ending with a checkpoint. */
export async function backUp(db: GrantbookDb): Promise<Outcome> {
  const signed = await send('log.checkpoint', {});
  if (!signed.ok) return signed;
  // What was appended since is not signed, and comes with the next one.
  const last = await lastCheckpoint(db);
  if (!last) return { ok: false, message: 'The log is empty: there is nothing to back up yet.' };
  const chunks = backupOf(db, last.seq, await readBackupSettings());
  const file = await fileOf(chunks, 'application/jsonl;charset=utf-8', new AbortController().signal);
  const now = new Date().toISOString();
  const name = `grantbook-backup_${now.slice(0, 10)}_entry-${last.seq}.jsonl`;
  saveFile(file, name);
  await stored.lastExport.write({ at: now, entries: last.seq });
  return { ok: true, message: `Saved as ${name}: ${last.seq} entries. Keep it on another machine.` };
}

/** How entries are taken in, a batch at a time. */
interface Taking {
  request(entries: AnyEntry[]): Promise<Reply<'log.restore'>>;
  /** Told with the number of the last entry that was taken in. */
  onProgress(reached: number): void;
}

/** Takes in the entries of a part; how many were new, how many values were left out, and the number of the last. */
async function take(
  lines: AsyncIterable<string>,
  { request, onProgress }: Taking,
): Promise<{ ok: true; added: number; left: number; reached: number } | { ok: false; message: string }> {
  let [added, left, reached] = [0, 0, 0];
  for await (const entries of batches(entriesOf(lines), batch)) {
    const taken = await request(entries);
    if (!taken.ok) return taken;
    added += taken.added;
    left += taken.left;
    reached = entries.at(-1)?.seq ?? reached;
    onProgress(reached);
  }
  return { ok: true, added, left, reached };
}

/** Verifies a file, then restores it where it is a backup of this log, or merges it where it is another's. */
export async function takeIn(db: GrantbookDb, file: File, onProgress: (words: string) => void): Promise<Outcome> {
  const verdict = await auditFile(linesOf(file.stream()), {
    checkSignature: signatureChecker(crypto.subtle),
    onProgress: (count) => onProgress(`Verifying the file: ${count} entries hold`),
  });
  if (!verdict.ok) return { ok: false, message: `The file was not taken in. ${verdict.message}` };
  const log = verdict.logs[0] ?? '';
  const comparison = await compareLog(db, await stored.head.read(), verdict.logs, ownEntriesOf(file));
  const ours = comparison.is === 'ours' && !(await isAnothers(db, file));
  const apart = comparison.is === 'diverged';
  const told = (reached: number) => onProgress(`Taken in: entry ${reached}`);
  const done: string[] = [];
  let left = 0;

  for await (const { header, lines } of partsOf(linesOf(file.stream()))) {
    // What another admin merged or set is theirs.
    if (header === 'unreadable' || (header !== null && !ours)) continue;
    if (header?.backup === 'settings' && (await restoreBackupSettings(header.values)))
      done.push('Settings were put back.');
    if (header !== null && header.backup !== 'merged') continue;
    const taken = await take(lines, {
      onProgress: told,
      request: (entries) => {
        if (header) return send('log.merge', { log: header.log, entries, apart: true, mergedAt: header.mergedAt });
        return ours ? send('log.restore', { entries }) : send('log.merge', { log, entries, apart, mergedAt: null });
      },
    });
    if (!taken.ok) return taken;
    left += taken.left;
    if (taken.added === 0) continue;
    if (header === null) {
      const head = verdict.head ?? '';
      const what = ours ? 'restored' : 'merged';
      const noted = await send('log.taken', { what, log, entries: taken.reached, head });
      if (!noted.ok) return noted;
    }
    done.push(takenWords(taken.added, header?.log ?? log, header === null && ours, apart ? comparison.from : null));
  }
  if (left > 0) done.push(leftWords(left));
  if (verdict.rescued && done.length > 0) done.push(rescuedWords(verdict));
  if (done.length === 0) return { ok: true, message: 'Everything in this file is here already.' };
  return { ok: true, message: done.join(' '), ...(ours ? {} : { conflicts: await conflicts(db) }) };
}

/**
 * Whether a log is somebody else's although nothing here speaks against it, because this browser has no log yet: its admin is known, and
 * wrote no entry of the file.
 */
async function isAnothers(db: GrantbookDb, file: File): Promise<boolean> {
  if ((await lastEntry(db)) || (await stored.head.read())) return false;
  const { identity } = await stored.settings.read();
  if (!identity) return false;
  let named = false;
  for await (const entry of ownEntriesOf(file)) {
    const { email } = actorOf(entry);
    if (email && sameEmail(email, identity.email)) return false;
    named ||= Boolean(email);
  }
  return named;
}

const leftWords = (left: number) =>
  `${left === 1 ? '1 value of a person who was' : `${left} values of people who were`} forgotten ${left === 1 ? 'was' : 'were'} left out: forgetting outlasts older copies.`;

function takenWords(added: number, log: string, restored: boolean, from: number | null): string {
  if (restored) return `Restored ${added} entries. Nothing that was here was removed.`;
  if (from !== null)
    return `From entry ${from} on, this file says something else than this log: ${added} entries are kept beside it, as a log of their own.`;
  return `Merged ${added} entries of log ${log.slice(0, 8)}. They stay in that log.`;
}

/** The entries in lines that were verified. */
async function* entriesOf(lines: AsyncIterable<string>): AsyncGenerator<AnyEntry> {
  for await (const line of lines) {
    const entry = line.trim() === '' ? null : parseEntry(JSON.parse(line));
    if (entry) yield entry;
  }
}

/** The entries of a file's own log, without the parts of a backup. */
async function* ownEntriesOf(file: Blob): AsyncGenerator<AnyEntry> {
  for await (const { header, lines } of partsOf(linesOf(file.stream()))) {
    if (header !== null) return;
    yield* entriesOf(lines);
  }
}

/** Reads a CSV list of accounts. */
export async function previewAccounts(
  file: File,
  ticket: string,
  settings: Settings,
): Promise<{ ok: true; rows: AccountRow[] } | { ok: false; message: string }> {
  const list = await readAccountFile(file);
  if (!list.ok) return list;
  const { ticketPattern } = settings;
  const rows = readAccounts(list.rows, { ticket, ticketPattern, vendors, isForgotten: await readForgotten() });
  if (rows.length === 0) return { ok: false, message: 'The list has no rows.' };
  return { ok: true, rows };
}

export async function importAccounts(rows: readonly AccountRow[]): Promise<Outcome> {
  const good = rows.flatMap((row) => (row.ok ? [row.account] : []));
  const idOf = await accountIds();
  for (let start = 0; start < good.length; start += batch) {
    const accounts = good.slice(start, start + batch).map((account) => ({ id: idOf(account), account }));
    const reply = await send('accounts.import', { accounts });
    if (!reply.ok) return reply;
  }
  return {
    ok: true,
    message: `${good.length} accounts are in the log. Those that were there already are not doubled.`,
  };
}

export async function forget(
  person: { email: string; name: string },
  dry: boolean,
): Promise<Outcome & { values?: number }> {
  const reply = await send('person.forget', { ...person, dry });
  if (!reply.ok) return reply;
  const { values, grants, elsewhere } = reply;
  const found = [
    ...(values > 0 ? [`${counted(values, 'value', 'values')} in ${counted(grants, 'grant', 'grants')}`] : []),
    ...(elsewhere > 0 ? [`${counted(elsewhere, 'thing', 'things')} kept outside the log, such as a draft`] : []),
  ].join(', and ');
  if (found === '') return { ok: true, values: 0, message: 'Nothing in this log names this person.' };
  return {
    ok: true,
    values: values + elsewhere,
    message: dry ? `${found}: this will be deleted.` : `Forgotten: ${found}.`,
  };
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

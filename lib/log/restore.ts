import { auditFile, rescuedWords } from '@/lib/domain/log/audit-file';
import { partsOf } from '@/lib/domain/log/backup-file';
import { actorOf } from '@/lib/domain/log/chain';
import { signatureChecker } from '@/lib/domain/log/checkpoint';
import { type AnyEntry, parseEntry } from '@/lib/domain/log/entry';
import { linesOf } from '@/lib/domain/log/lines';
import type { Offer, Outcome } from '@/lib/domain/log/outcome';
import { sameEmail } from '@/lib/domain/values/email';
import { quantity } from '@/lib/domain/values/quantity';
import { batches } from '@/lib/exports/batches';
import { send } from '@/lib/messaging/client';
import type { Reply } from '@/lib/messaging/commands';
import { offeredValues, takeValues } from '@/lib/storage/backup-settings';
import { compareLog } from '@/lib/storage/compare-log';
import { conflicts } from '@/lib/storage/conflicts';
import type { GrantbookDb } from '@/lib/storage/db';
import { stored } from '@/lib/storage/stored-values';
import { lastEntry } from './log-store';

// Entries sent to the background at once.
const batch = 500;

type Failed = { ok: false; message: string };

/**
 * Holds what became of the entries of one part of a file. `omitted`: values of forgotten people; `reached`: the number
 * of the last entry.
 */
type Sent = { ok: true; added: number; omitted: number; reached: number } | Failed;

/**
 * Sends the entries in lines to the background, a batch at a time; `onProgress` is told the number of the last one that
 * was sent.
 */
async function sendEntries(
  lines: AsyncIterable<string>,
  request: (entries: AnyEntry[]) => Promise<Reply<'log.restore'>>,
  onProgress: (reached: number) => void,
): Promise<Sent> {
  let [added, omitted, reached] = [0, 0, 0];
  for await (const entries of batches(entriesOf(lines), batch)) {
    const reply = await request(entries);
    if (!reply.ok) return reply;
    added += reply.added;
    omitted += reply.left;
    reached = entries.at(-1)?.seq ?? reached;
    onProgress(reached);
  }
  return { ok: true, added, omitted, reached };
}

/** Verifies a file, then restores it where it is a backup of this log, or merges it where it is another's. */
export async function restoreFile(db: GrantbookDb, file: File, onProgress: (words: string) => void): Promise<Outcome> {
  const verdict = await auditFile(linesOf(file.stream()), {
    checkSignature: signatureChecker(crypto.subtle),
    onProgress: (count) => onProgress(`Verifying the file: ${quantity(count, 'entry holds', 'entries hold')}`),
  });
  if (!verdict.ok) return { ok: false, message: `The file was not taken in. ${verdict.message}` };
  const log = verdict.logs[0] ?? '';
  const comparison = await compareLog(db, await stored.head.read(), verdict.logs, ownEntriesOf(file));
  const ours = comparison.is === 'ours' && !(await isAnothers(db, file));
  const apart = comparison.is === 'diverged';
  const done: string[] = [];
  let omitted = 0;
  let offer: Offer | null = null;

  for await (const { header, lines } of partsOf(linesOf(file.stream()))) {
    // What another admin merged or set is theirs.
    if (header === 'unreadable' || (header !== null && !ours)) continue;
    if (header?.backup === 'settings') offer = await offerOf(header.values, verdict.backup?.signed ?? false);
    if (header !== null && header.backup !== 'merged') continue;
    const sent = await sendEntries(
      lines,
      (entries) => {
        if (header) return send('log.merge', { log: header.log, entries, apart: true, mergedAt: header.mergedAt });
        return ours ? send('log.restore', { entries }) : send('log.merge', { log, entries, apart, mergedAt: null });
      },
      (reached) => onProgress(`Taken in: entry ${reached}`),
    );
    if (!sent.ok) return sent;
    omitted += sent.omitted;
    if (sent.added === 0) continue;
    if (header === null) {
      const head = verdict.head ?? '';
      const what = ours ? 'restored' : 'merged';
      const noted = await send('log.taken', { what, log, entries: sent.reached, head });
      if (!noted.ok) return noted;
    }
    if (header === null && ours) done.push(restoredWords(sent.added));
    else if (apart) done.push(divergedWords(sent.added, comparison.from));
    else done.push(mergedWords(sent.added, header?.log ?? log));
  }
  if (omitted > 0) done.push(omittedWords(omitted));
  if (verdict.rescued && done.length > 0) done.push(rescuedWords(verdict));
  if (done.length === 0) done.push('Everything in this file is here already.');
  const beside = offer ? { offer } : {};
  return { ok: true, message: done.join(' '), ...beside, ...(ours ? {} : { conflicts: await conflicts(db) }) };
}

/** Offers what a backup holds beside the log; null where all of it is set here already. */
async function offerOf(values: Readonly<Record<string, unknown>>, isSigned: boolean): Promise<Offer | null> {
  const offered = await offeredValues(values);
  if (offered.length === 0) return null;
  return {
    isSigned,
    values: offered,
    async take(ids) {
      await takeValues(values, ids);
      return { ok: true, message: `Taken from the backup: ${quantity(ids.length, 'setting')}.` };
    },
  };
}

/**
 * Tells whether a log is somebody else's although nothing here speaks against it, because this browser has no log yet:
 * its admin is known, and wrote no entry of the file.
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

const entriesWords = (count: number) => quantity(count, 'entry', 'entries');

const restoredWords = (added: number) => `Restored ${entriesWords(added)}. Nothing that was here was removed.`;

const mergedWords = (added: number, log: string) =>
  `Merged ${entriesWords(added)} of log ${log.slice(0, 8)}. They stay in that log.`;

const divergedWords = (added: number, from: number) =>
  `From entry ${from} on, this file says something else than this log: ${entriesWords(added)} stand beside it now, as a log of their own.`;

const omittedWords = (values: number) =>
  `${quantity(values, 'value of a person who was forgotten was', 'values of people who were forgotten were')} left out: forgetting outlasts older copies.`;

/** Yields the entries in lines that were verified. */
async function* entriesOf(lines: AsyncIterable<string>): AsyncGenerator<AnyEntry> {
  for await (const line of lines) {
    const entry = line.trim() === '' ? null : parseEntry(JSON.parse(line));
    if (entry) yield entry;
  }
}

/** Yields the entries of a file's own log, without the parts of a backup. */
async function* ownEntriesOf(file: Blob): AsyncGenerator<AnyEntry> {
  for await (const { header, lines } of partsOf(linesOf(file.stream()))) {
    if (header !== null) return;
    yield* entriesOf(lines);
  }
}

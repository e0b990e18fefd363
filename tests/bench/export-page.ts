import { lastEntry, logReader } from '@/entrypoints/log/log-store';
import { fileOf } from '@/entrypoints/log/save-file';
import { defaultCadence } from '@/lib/domain/cadence';
import { digested } from '@/lib/exports/digested';
import { variantOf } from '@/lib/exports/export-format';
import { formats } from '@/lib/exports/formats';
import { exportSource, type LogReader } from '@/lib/exports/source';
import { GrantbookDb } from '@/lib/storage/db';
import { generationFor } from '@/lib/vendors/registry';

/** How one export went. Times are in ms. */
export interface ExportTimes {
  /** The size of the file, bytes. */
  bytes: number;
  /** Waiting for the database. */
  read: number;
  /** Making text of what was read: the format itself. */
  written: number;
  /** SHA-256 of the file, and gathering it. */
  gathered: number;
  /** `JSON.stringify` of the same grants and entries. */
  yardstick: number;
}

/** A stopwatch for work that is done bit by bit. */
function stopwatch() {
  let total = 0;
  return {
    total: () => total,
    async around<T>(work: () => Promise<T>): Promise<T> {
      const start = performance.now();
      const result = await work();
      total += performance.now() - start;
      return result;
    },
  };
}

/** Every format there is, by its id. */
export const exportIds = formats.map(({ id }) => id);

/** `JSON.stringify` over everything that a format may hold, a batch at a time; reading is not counted. */
async function stringified(reader: LogReader, head: number, holds: readonly ('grants' | 'entries')[]): Promise<number> {
  let total = 0;
  const tell = (rows: unknown) => {
    const start = performance.now();
    JSON.stringify(rows);
    total += performance.now() - start;
  };
  if (holds.includes('entries')) {
    for (let after = 0; after < head; after += 500) tell(await reader.entries(after, head, 500));
  }
  if (holds.includes('grants')) {
    const ids = await reader.grantIds();
    for (let start = 0; start < ids.length; start += 500) tell(await reader.grants(ids.slice(start, start + 500)));
  }
  return total;
}

/** One export of the whole log, as the log page makes it: read, written, hashed, gathered into a file. */
export async function timeExport(id: string): Promise<ExportTimes> {
  const format = formats.find((one) => one.id === id);
  if (!format) throw new Error(`There is no format “${id}”.`);
  const db = new GrantbookDb();
  const last = await lastEntry(db);
  if (!last) throw new Error('The log is empty.');
  const [reading, writing, all] = [stopwatch(), stopwatch(), stopwatch()];
  const stored = logReader(db);
  const reader: LogReader = {
    entries: (...asked) => reading.around(() => stored.entries(...asked)),
    grantIds: () => reading.around(() => stored.grantIds()),
    grantsChanged: (...asked) => reading.around(() => stored.grantsChanged(...asked)),
    grants: (ids) => reading.around(() => stored.grants(ids)),
    entriesOf: (grant) => reading.around(() => stored.entriesOf(grant)),
  };
  const source = exportSource(reader, {
    log: '00000000-0000-4000-8000-000000000000',
    head: { seq: last.seq, hash: last.hash },
    now: new Date('2026-11-21T12:00:00Z'),
    selection: { what: 'everything' },
    personal: true,
    columns: null,
    variant: variantOf(format, ''),
    cadence: defaultCadence,
    version: '0.1.0',
    ticketUrl: (ticket) => `https://tickets.example/${ticket}`,
    places: () => ['Production', 'Staging'],
    listRules: () => ({ lists: 'everybody' }),
    invitationDays: ({ vendor, generation }) => generationFor(vendor, generation)?.info.invitationDays ?? null,
  });
  const text = format.write(source);
  const timed: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({ next: () => writing.around(() => text.next()) }),
  };
  const { chunks, digest } = digested(timed);
  const file = await all.around(async () => {
    const gathered = await fileOf(chunks, format.mime, new AbortController().signal);
    digest();
    return gathered;
  });
  const holds = id === 'evidence-pack' ? (['grants', 'entries'] as const) : ([format.holds] as const);
  const yardstick = await stringified(stored, last.seq, holds);
  db.close();
  return {
    bytes: file.size,
    read: reading.total(),
    written: writing.total() - reading.total(),
    gathered: all.total() - writing.total(),
    yardstick,
  };
}

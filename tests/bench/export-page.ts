import { defaultSettings } from '@/lib/domain/values/settings';
import { digested } from '@/lib/exports/digested';
import { variantOf } from '@/lib/exports/export-format';
import { formats } from '@/lib/exports/formats';
import { rulesFrom } from '@/lib/exports/rules';
import { exportSource, type LogReader } from '@/lib/exports/source';
import { toldRules } from '@/lib/exports/told-rules';
import { writeExport } from '@/lib/exports/write-export';
import { lastEntry, logReader } from '@/lib/log/log-store';
import { fileOf } from '@/lib/log/save-file';
import { GrantbookDb } from '@/lib/storage/db';

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
  /**
   * `JSON.stringify` of the same grants or entries, batch by batch as they came from the database: in the same run, at the same moment,
   * and counted in none of the others.
   */
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

/** One export of the whole log, as the log page makes it: read, written, hashed, gathered into a file. */
export async function timeExport(id: string): Promise<ExportTimes> {
  const format = formats.find((one) => one.id === id);
  if (!format) throw new Error(`There is no format “${id}”.`);
  const db = new GrantbookDb();
  const last = await lastEntry(db);
  if (!last) throw new Error('The log is empty.');
  const [reading, writing, all, yardstick] = [stopwatch(), stopwatch(), stopwatch(), stopwatch()];
  const stored = logReader(db);
  const holds = [format.holds];
  /** Reads rows, and writes those that the format holds as JSON beside it. */
  const read = async <T>(what: 'grants' | 'entries', work: () => Promise<T>): Promise<T> => {
    const rows = await reading.around(work);
    if (holds.includes(what)) await yardstick.around(async () => JSON.stringify(rows));
    return rows;
  };
  const reader: LogReader = {
    entries: (...asked) => read('entries', () => stored.entries(...asked)),
    grantIds: () => reading.around(() => stored.grantIds()),
    grantsChanged: (...asked) => read('grants', () => stored.grantsChanged(...asked)),
    grants: (ids) => read('grants', () => stored.grants(ids)),
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
    version: '0.1.0',
    ...rulesFrom(toldRules({ ...defaultSettings, ticketLink: 'https://tickets.example/{ticket}' }, [], true)),
    places: () => ['Production', 'Staging'],
    listRules: () => ({ lists: 'everybody' }),
  });
  const text = writeExport(format.id, source);
  const timed: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({ next: () => writing.around(() => text.next()) }),
  };
  const { chunks, digest } = digested(timed);
  const file = await all.around(async () => {
    const gathered = await fileOf(chunks, format.mime, new AbortController().signal);
    digest();
    return gathered;
  });
  db.close();
  return {
    bytes: file.size,
    read: reading.total(),
    written: writing.total() - reading.total() - yardstick.total(),
    gathered: all.total() - writing.total(),
    yardstick: yardstick.total(),
  };
}

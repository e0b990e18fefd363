import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exportLog } from '@/entrypoints/log/export-log';
import { verify } from '@/lib/domain/chain';
import type { Entry } from '@/lib/domain/entry';
import { projectAll } from '@/lib/domain/projection';
import type { ExportFormat } from '@/lib/exports/export-format';
import { formats } from '@/lib/exports/formats';
import { GrantbookDb } from '@/lib/storage/db';
import { chainOf, logOfGrants, story } from '../unit/exports/sample-log';

const outside = vi.hoisted(() => ({
  saved: [] as { file: Blob; name: string }[],
  sent: [] as unknown[],
  answer: { ok: true } as unknown,
}));

vi.mock('@/lib/browser', () => ({
  browser: {
    runtime: {
      sendMessage: async (message: unknown) => {
        outside.sent.push(message);
        return outside.answer;
      },
    },
  },
}));
vi.mock('@/entrypoints/log/save-file', async (original) => ({
  ...(await original<object>()),
  saveFile: (file: Blob, name: string) => outside.saved.push({ file, name }),
}));

let number = 0;

async function dbOf(entries: readonly Entry[]): Promise<GrantbookDb> {
  number += 1;
  const db = new GrantbookDb(`export-${number}`);
  await db.entries.bulkAdd([...entries]);
  await db.grants.bulkAdd([...projectAll(entries).values()]);
  return db;
}

/** jsdom's Blob has no `text()`. */
const read = (file: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });

const on = new AbortController().signal;
const format = (id: string) => formats.find((one) => one.id === id) as ExportFormat;

describe('exportLog', () => {
  beforeEach(() => {
    outside.saved.length = 0;
    outside.sent.length = 0;
    outside.answer = { ok: true };
  });

  it('saves the log whole under a name that says whose and when, and has that entered into the log', async () => {
    const entries = chainOf(story);
    const last = entries.at(-1);

    const exported = await exportLog(await dbOf(entries), format('json-lines'), () => {}, on);

    const today = new Date();
    const day = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}-${String(today.getDate()).padStart(2, '0')}`;
    const name = `grantbook-log_ada-lovelace_2026-11-20_${day}.jsonl`;
    expect(exported).toEqual({ ok: true, fileName: name, warning: null });
    expect(outside.saved.map((one) => one.name)).toEqual([name]);
    const lines = (await read(outside.saved[0]?.file as Blob)).split('\n').slice(0, -1);
    expect(verify(lines.map((line) => JSON.parse(line)))).toEqual({ ok: true, count: 16, head: last?.hash });
    expect(outside.sent).toEqual([
      { request: 'log.exported', payload: { format: 'json-lines', entries: 16, head: last?.hash } },
    ]);
  });

  it('writes the grants in the order of their last change, and tells how far it is', async () => {
    const entries = logOfGrants(Array.from({ length: 600 }, (_, index) => ({ ticket: `IAM-${index}` })));
    const told: number[][] = [];

    await exportLog(await dbOf(entries), format('csv-machine'), (...step) => told.push(step), on);

    const rows = (await read(outside.saved[0]?.file as Blob)).split('\r\n').slice(1, -1);
    expect(rows.map((row) => row.split(',')[1])).toEqual(Array.from({ length: 600 }, (_, index) => `IAM-${index}`));
    expect(told).toEqual([
      [500, 600],
      [600, 600],
    ]);
  });

  it('saves nothing when it is aborted', async () => {
    const run = new AbortController();
    const db = await dbOf(logOfGrants(Array.from({ length: 600 }, () => ({}))));

    const exported = exportLog(db, format('csv-machine'), () => run.abort(), run.signal);

    await expect(exported).rejects.toMatchObject({ name: 'AbortError' });
    expect(outside.saved).toEqual([]);
    expect(outside.sent).toEqual([]);
  });

  it('refuses an empty log in words', async () => {
    const exported = await exportLog(await dbOf([]), format('csv-spreadsheet'), () => {}, on);

    expect(exported).toEqual({ ok: false, message: 'The log is empty: there is nothing to export yet.' });
    expect(outside.saved).toEqual([]);
  });

  it.each([
    ['did not answer', undefined, 'the log could not note that it was exported.'],
    ['refused', { ok: false, message: 'The disk is full.' }, 'The disk is full.'],
  ])('says that the file is there but not noted when the background %s', async (_case, answer, message) => {
    outside.answer = answer;

    const exported = await exportLog(await dbOf(chainOf(story)), format('csv-spreadsheet'), () => {}, on);

    expect(outside.saved).toHaveLength(1);
    expect(exported).toMatchObject({ ok: true, warning: expect.stringContaining(message) });
  });
});

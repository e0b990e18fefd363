import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { projectAll } from '@/lib/domain/grant/projection';
import type { Draft, Entry } from '@/lib/domain/log/entry';
import { defaultSettings, type Settings } from '@/lib/domain/values/settings';
import type { ExportFormat } from '@/lib/exports/export-format';
import type { ExportOrder } from '@/lib/exports/export-order';
import { formats } from '@/lib/exports/formats';
import { packVerdict } from '@/lib/exports/formats/evidence-pack/pack-file';
import { exportLog } from '@/lib/log/export-log';
import { GrantbookDb } from '@/lib/storage/db';
import { wholeLog } from '../../support/covers';
import { verifyChain } from '../../support/verify-chain';
import { member, reviewedStory } from '../../unit/exports/reviewed-log';
import { chainOf, logOfGrants, started, story, storyGrant, uuid } from '../../unit/exports/sample-log';

const outside = vi.hoisted(() => ({
  saved: [] as { file: Blob; name: string }[],
  sent: [] as unknown[],
  answer: { ok: true } as unknown,
  signed: undefined as unknown,
}));

vi.mock('@/lib/browser', () => ({
  browser: {
    storage: { local: { get: async () => ({}) } },
    runtime: {
      sendMessage: async (message: { command: string }) => {
        // Every export asks for a checkpoint first; the background writes it, which is tested there.
        if (message.command === 'log.checkpoint') return outside.signed;
        outside.sent.push(message);
        return outside.answer;
      },
    },
  },
}));
vi.mock('@/lib/log/save-file', async (original) => ({
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

/** jsdom's Blob has no `text()`, which every browser has. */
const read = (file: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });

Blob.prototype.text ??= function (this: Blob) {
  return read(this);
};

/** With it the access of the grant counts as active. */
const activeStep: Draft = {
  type: 'step.confirmed',
  grant: uuid(901),
  basis: 'confirmed',
  data: { generation: 'organization-team', step: 'verified', text: 'Can sign in', reaches: 'active' },
};

const on = new AbortController().signal;
const quiet = () => {};
const contextOf = (db: GrantbookDb) => ({ db, settings: defaultSettings, version: '0.1.0' });
const order = (id: string, change: Partial<ExportOrder> = {}): ExportOrder => ({
  format: format(id),
  selection: { what: 'everything' },
  personal: true,
  columns: null,
  variant: '',
  ...change,
});

const format = (id: string) => formats.find((one) => one.id === id) as ExportFormat;

/** The day in the column `review_due` of the last file that was saved. */
async function reviewDue(): Promise<string | undefined> {
  const [heads = '', row = ''] = (await read(outside.saved.at(-1)?.file as Blob)).split('\r\n');
  return row.split(',')[heads.split(',').indexOf('review_due')];
}

describe('exportLog', () => {
  beforeEach(() => {
    outside.saved.length = 0;
    outside.sent.length = 0;
    outside.answer = { ok: true };
    outside.signed = undefined;
  });

  it('ends with the checkpoint that was asked for, whatever was logged since', async () => {
    const entries = chainOf(story);
    const checkpoint = entries.findLast(({ type }) => type === 'log.checkpoint') as Entry;
    outside.signed = { ok: true };

    await exportLog(contextOf(await dbOf(entries)), order('json-lines'), 'download', quiet, on);

    const lines = (await read(outside.saved[0]?.file as Blob)).split('\n').slice(0, -1);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual(checkpoint);
    expect(checkpoint.seq).toBeLessThan(entries.length);
    expect(outside.sent).toMatchObject([{ payload: { entries: checkpoint.seq, head: checkpoint.hash } }]);
  });

  it('saves the log whole under a name that says whose and when, and has that entered into the log', async () => {
    const entries = chainOf(story);
    const last = entries.at(-1);

    const exported = await exportLog(contextOf(await dbOf(entries)), order('json-lines'), 'download', quiet, on);

    const today = new Date();
    const day = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}-${String(today.getDate()).padStart(2, '0')}`;
    const name = `grantbook-log_ada-lovelace_2026-11-20_${day}.jsonl`;
    expect(exported).toEqual({ ok: true, fileName: name, warning: null });
    expect(outside.saved.map((one) => one.name)).toEqual([name]);
    const lines = (await read(outside.saved[0]?.file as Blob)).split('\n').slice(0, -1);
    expect(verifyChain(lines.map((line) => JSON.parse(line)))).toEqual({
      ok: true,
      count: entries.length,
      head: last?.hash,
    });
    const covers = wholeLog({
      entries: entries.length,
      grants: 0,
      file: createHash('sha256')
        .update(await read(outside.saved[0]?.file as Blob))
        .digest('hex'),
    });
    expect(outside.sent).toEqual([
      { command: 'log.exported', payload: { format: 'json-lines', entries: entries.length, head: last?.hash, covers } },
    ]);
  });

  it('writes the grants in the order of their last change, and tells how far it is', async () => {
    const entries = logOfGrants(Array.from({ length: 600 }, (_, index) => ({ ticket: `IAM-${index}` })));
    const told: unknown[] = [];

    await exportLog(contextOf(await dbOf(entries)), order('csv-machine'), 'download', (step) => told.push(step), on);

    const rows = (await read(outside.saved[0]?.file as Blob)).split('\r\n').slice(1, -1);
    expect(rows.map((row) => row.split(',')[1])).toEqual(Array.from({ length: 600 }, (_, index) => `IAM-${index}`));
    expect(told).toEqual([
      { done: 500, total: 600, of: 'grants' },
      { done: 600, total: 600, of: 'grants' },
    ]);
  });

  it('goes by the review policy of the settings', async () => {
    const db = await dbOf(chainOf([...story.slice(0, 1), ...member(uuid(901), 'sam@partner.example'), activeStep]));
    const due = async (change: Partial<Settings>) => {
      const context = { db, settings: { ...defaultSettings, ...change }, version: '0.1.0' };
      await exportLog(context, order('csv-machine'), 'download', quiet, on);
      return reviewDue();
    };
    const monthly = { count: 1, unit: 'months' } as const;

    expect(await due({})).toBe('2027-05-19');
    expect(await due({ cadence: { preset: '', privileged: monthly, others: monthly } })).toBe('2026-12-20');
  });

  it('holds the last list of a page against the log by the rules of its page', async () => {
    await exportLog(contextOf(await dbOf(chainOf(reviewedStory))), order('evidence-pack'), 'download', quiet, on);

    const html = await read(outside.saved[0]?.file as Blob);
    const { words } = await packVerdict(html, async () => true);
    expect(words.flatMap((line) => /^ {2}(\w+): The/.exec(line)?.[1] ?? [])).toEqual(['shadow', 'drift', 'ghost']);
  });

  it('saves nothing when it is aborted', async () => {
    const run = new AbortController();
    const db = await dbOf(logOfGrants(Array.from({ length: 600 }, () => ({}))));

    const exported = exportLog(contextOf(db), order('csv-machine'), 'download', () => run.abort(), run.signal);

    await expect(exported).rejects.toMatchObject({ name: 'AbortError' });
    expect(outside.saved).toEqual([]);
    expect(outside.sent).toEqual([]);
  });

  it('refuses an empty log in words', async () => {
    const exported = await exportLog(contextOf(await dbOf([])), order('csv-spreadsheet'), 'download', quiet, on);

    expect(exported).toEqual({ ok: false, message: 'The log is empty: there is nothing to export yet.' });
    expect(outside.saved).toEqual([]);
  });

  it.each([
    ['did not answer', undefined, 'the log could not note that it was exported.'],
    ['refused', { ok: false, message: 'The disk is full.' }, 'The disk is full.'],
  ])('says that the file is there but not noted when the background %s', async (_case, answer, message) => {
    outside.answer = answer;

    const exported = await exportLog(
      contextOf(await dbOf(chainOf(story))),
      order('csv-spreadsheet'),
      'download',
      quiet,
      on,
    );

    expect(outside.saved).toHaveLength(1);
    expect(exported).toMatchObject({ ok: true, warning: expect.stringContaining(message) });
  });

  it.each([
    [{ selection: { what: 'grant', grant: storyGrant } }, 'iam-1234_grace-partner-example_2026-11-20_2026-11-20.txt'],
    [
      { selection: { what: 'grant', grant: storyGrant }, personal: false },
      `iam-1234_${storyGrant.slice(0, 8)}_2026-11-20_2026-11-20.txt`,
    ],
    [
      { selection: { what: 'dates', from: '2026-11-01', to: '2026-11-30' } },
      'log_ada-lovelace_2026-11-01_2026-11-30.txt',
    ],
  ] as [Partial<ExportOrder>, string][])('names the file after what is in it: %o', async (change, name) => {
    const context = contextOf(await dbOf(chainOf(story)));

    await exportLog(context, order('access-record-text', change), 'download', quiet, on);

    expect(outside.saved.map((one) => one.name)).toEqual([`grantbook-${name}`]);
    expect(outside.sent).toMatchObject([
      { payload: { entries: story.length, covers: { ...change.selection, entries: 0 } } },
    ]);
  });

  it('names nobody, in file or name, without personal data', async () => {
    const context = contextOf(await dbOf(chainOf(story)));

    await exportLog(context, order('ecs', { personal: false }), 'download', quiet, on);

    const { file, name } = outside.saved[0] as (typeof outside.saved)[number];
    expect(name).toContain('grantbook-log_log-00000000_');
    expect(await read(file)).not.toMatch(/Ada|Grace|grace|Johnson/);
  });

  it('copies instead of saving, and has that entered too', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => written.push(text) } });
    const context = contextOf(await dbOf(logOfGrants([{}])));

    const exported = await exportLog(context, order('access-record-text'), 'copy', quiet, on);
    vi.unstubAllGlobals();

    expect(exported).toEqual({ ok: true, fileName: null, warning: null });
    expect(written.join()).toContain(`IAM ticket: ${started.ticket}`);
    expect(outside.saved).toEqual([]);
    expect(outside.sent).toHaveLength(1);
  });

  it.each([
    [
      'the clipboard is closed',
      {},
      'It could not be copied: download it instead.',
      { writeText: () => Promise.reject(new Error('denied')) },
    ],
    [
      'nothing is in that part',
      { selection: { what: 'grant', grant: uuid(5) } } as Partial<ExportOrder>,
      'There is nothing in this part of the log.',
      {},
    ],
  ])('says so, and enters nothing, when %s', async (_case, change, message, clipboard) => {
    vi.stubGlobal('navigator', { clipboard });
    const context = contextOf(await dbOf(logOfGrants([{}])));

    const exported = await exportLog(context, order('access-record-text', change), 'copy', quiet, on);
    vi.unstubAllGlobals();

    expect(exported).toEqual({ ok: false, message });
    expect(outside.sent).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyEntry, Entry } from '@/lib/domain/log/entry';
import { impersonalEntry, impersonalGrant } from '@/lib/exports/impersonal';
import { writeExport } from '@/lib/exports/write-export';
import { anyDraft } from '../domain/any-log';
import { anyText } from './hostile-grants';
import { chainOf, grantsOf, logOfGrants, sourceOf, story, storyGrant, textOf } from './sample-log';

const schema = (name: string) =>
  new Ajv({ allErrors: true, strictTuples: false }).compile(
    JSON.parse(readFileSync(new URL(`../../../docs/schemas/${name}.schema.json`, import.meta.url), 'utf8')),
  );

const kinds = [
  ['OCSF 1.8.0', 'ocsf', '1.8.0', schema('ocsf-1.8.0')],
  ['OCSF 1.9.0', 'ocsf', '1.9.0', schema('ocsf-1.9.0')],
  ['ECS', 'ecs', '', schema('ecs-8.17')],
] as const;

type Event = Record<string, unknown>;

async function eventsOf(format: string, variant: string, entries: readonly AnyEntry[]): Promise<Event[]> {
  const source = { ...sourceOf(entries as Entry[]), variant, ticketUrl: () => 'https://tickets.example/1' };
  const text = await textOf(writeExport(format, source));
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

describe.each(kinds)('%s', (_name, format, variant, valid) => {
  it('writes one valid event per entry of every kind, in order', async () => {
    const events = await eventsOf(format, variant, chainOf(story));

    expect(events).toHaveLength(story.length);
    for (const event of events) expect(valid(event), JSON.stringify(valid.errors)).toBe(true);
  });

  it('stays valid where everybody was forgotten, and names nobody', async () => {
    const entries = chainOf(story).map(impersonalEntry);

    const events = await eventsOf(format, variant, entries);

    for (const event of events) expect(valid(event), JSON.stringify(valid.errors)).toBe(true);
    expect(JSON.stringify(events)).not.toMatch(/Ada|Grace|Hopper|grace@|mary@|Johnson/);
  });

  it('keeps an entry of a newer version as an event of its own name', async () => {
    const newer = {
      ...(chainOf(story)[2] as Entry),
      v: 2,
      type: 'grant.paused',
      data: { until: 'June' },
    } as unknown as AnyEntry;

    const [event] = await eventsOf(format, variant, [newer]);

    expect(valid(event), JSON.stringify(valid.errors)).toBe(true);
    expect(JSON.stringify(event)).toContain('"until":"June"');
  });

  it('brings any text through unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (ticket, reason) => {
        const [, event] = await eventsOf(format, variant, logOfGrants([{ ticket, reason }]));

        expect(valid(event), JSON.stringify(valid.errors)).toBe(true);
        const data = (format === 'ecs' ? event?.Grantbook : event?.unmapped) as { data: Record<string, unknown> };
        expect(data.data).toMatchObject({ ticket, reason: reason.toWellFormed() });
        expect(event?.message).toBe(`Grant Started (LogRocket, ${ticket})`);
      }),
      { numRuns: 60 },
    );
  });

  it('is valid for any log, and its schema refuses what is not there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDraft, { minLength: 1, maxLength: 6 }), async (drafts) => {
        for (const event of await eventsOf(format, variant, chainOf(drafts))) {
          expect(valid(event), JSON.stringify(valid.errors)).toBe(true);
          expect(valid({ ...event, surprise: 1 })).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('OCSF', () => {
  const types = async (variant: string) =>
    Object.fromEntries(
      (await eventsOf('ocsf', variant, chainOf(story))).map((event) => [
        (event.metadata as { sequence: number }).sequence,
        event.type_name,
      ]),
    );

  it('says in 1.8 what became of the account, or which privileges are held', async () => {
    expect(await types('1.8.0')).toMatchObject({
      1: 'Base Event: Log Created',
      2: 'Account Change: Grant Started',
      5: 'User Access Management: Assign Privileges',
      6: 'Account Change: Create',
      8: 'User Access Management: Assign Privileges',
      9: 'Account Change: Enable',
      11: 'Account Change: Delete',
      14: 'Account Change: Key Recorded',
    });
  });

  it('knows roles and credentials in 1.9', async () => {
    expect(await types('1.9.0')).toMatchObject({
      5: 'User Management: Assign Roles',
      6: 'User Management: Create',
      8: 'User Management: Assign Privileges',
      9: 'User Management: Enable',
      11: 'User Management: Delete',
      14: 'User Management: Add Programmatic Credentials',
    });
  });

  it('falls back to the first version for one that it does not have', async () => {
    expect(await types('7')).toEqual(await types('1.8.0'));
  });
});

describe('impersonalGrant', () => {
  it('is the grant as its entries leave it when everything personal is forgotten', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { maxLength: 12 }), (drafts) => {
        const entries = chainOf([...story.filter(({ grant }) => grant === storyGrant), ...drafts]);

        expect(grantsOf(entries).map(impersonalGrant)).toEqual(
          grantsOf(entries.map((entry) => impersonalEntry(entry) as Entry)),
        );
      }),
      { numRuns: 100 },
    );
  });
});

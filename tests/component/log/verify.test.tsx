import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/log/entry';
import { verifyLog } from '@/lib/log/verify';
import { chainOf, logOfGrants, story } from '../../unit/exports/sample-log';

const reading = (entries: readonly Entry[]) => async (after: number, limit: number) =>
  entries.filter(({ seq }) => seq > after).slice(0, limit);
const headOf = (entries: readonly Entry[]) => {
  const { seq, hash } = entries.at(-1) as Entry;
  return { seq, hash };
};
const on = new AbortController().signal;

describe('verifyLog', () => {
  it('finds a whole log good, in batches, and tells how far it is', async () => {
    const entries = logOfGrants(Array.from({ length: 600 }, () => ({})));
    const told: number[] = [];

    const verdict = await verifyLog({ read: reading(entries), head: headOf(entries) }, (n) => told.push(n), on);

    expect(verdict).toEqual({ ok: true, count: 601, head: entries.at(-1)?.hash });
    expect(told).toEqual([250, 500, 601]);
  });

  it('finds an empty log good where none is remembered', async () => {
    const verdict = await verifyLog({ read: reading([]), head: null }, () => {}, on);

    expect(verdict).toEqual({ ok: true, count: 0, head: null });
  });

  it('finds a log good that went on since the head was remembered', async () => {
    const entries = chainOf(story);

    const verdict = await verifyLog({ read: reading(entries), head: headOf(entries.slice(0, 7)) }, () => {}, on);

    expect(verdict.ok).toBe(true);
  });

  const entries = chainOf(story);
  const forged = chainOf(story, new Date('2026-01-01T00:00:00.000Z'));
  it.each<[string, Entry[], number, string]>([
    ['changed', entries.with(4, { ...(entries[4] as Entry), offset: '-14:00' } as Entry), 5, 'hash'],
    ['missing', entries.toSpliced(4, 1), 5, 'number'],
    ['replaced', entries.with(4, forged[4] as Entry), 5, 'link'],
    ['cut off at the end', entries.slice(0, 8), 9, 'short'],
    ['gone altogether', [], 1, 'short'],
    ['of another log', forged, story.length, 'short'],
  ])('names the first bad entry where one is %s', async (_case, stored, seq, fault) => {
    const verdict = await verifyLog({ read: reading(stored), head: headOf(entries) }, () => {}, on);

    expect(verdict).toMatchObject({ ok: false, seq, fault });
    expect(verdict.ok ? '' : verdict.message).toContain(`Entry ${seq} `);
  });

  it('stops when it is told to', async () => {
    const run = new AbortController();
    const long = logOfGrants(Array.from({ length: 600 }, () => ({})));

    const verdict = verifyLog({ read: reading(long), head: null }, () => run.abort(), run.signal);

    await expect(verdict).rejects.toMatchObject({ name: 'AbortError' });
  });
});

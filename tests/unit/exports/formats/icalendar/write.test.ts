import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { savedProofLine } from '@/lib/domain/log/saved-proof';
import type { Cadence } from '@/lib/domain/review/cadence';
import type { ExportSource } from '@/lib/exports/export-format';
import { write as writeIcalendar } from '@/lib/exports/formats/icalendar/write';
import { shown } from '@/lib/exports/vocabulary';
import { anyGrant } from '../../hostile-grants';
import { grantsOf, logOfGrants, sourceOf, textOf } from '../../sample-log';

const [sample] = grantsOf(logOfGrants([{}]));
const mark = { seq: 2, at: '2026-11-20T09:01:00.000Z', basis: 'observed' } as const;
const active = { milestones: { active: mark } };
const grantWith = (change: Partial<Grant>): Grant => ({ ...(sample as Grant), ...change });
const write = (grants: Grant[], change: Partial<ExportSource> = {}) =>
  textOf(writeIcalendar({ ...sourceOf([], grants), ...change }));
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

describe('iCalendar', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each<[string, Partial<Grant>, string, string]>([
    [
      'the end of temporary access',
      { accessEnds: '2027-06-30' },
      '2027-06-30',
      'Access ends: grace@partner.example, LogRocket (IAM-1234)',
    ],
    [
      'a review after 180 days',
      { accessEnds: null, role: 'Member' },
      '2027-05-19',
      'Review access: grace@partner.example, LogRocket (IAM-1234)',
    ],
    [
      'a review after 90 days for an Admin',
      { accessEnds: null, role: 'Admin' },
      '2027-02-18',
      'Review access: grace@partner.example, LogRocket (IAM-1234)',
    ],
    [
      'nobody’s name who was forgotten',
      { email: null },
      '2027-06-30',
      'Access ends: a person who was forgotten, LogRocket (IAM-1234)',
    ],
  ])('reminds of %s', async (_case, change, day, summary) => {
    const [event] = eventsOf(await write([grantWith({ ...active, ...change })]));

    expect(event?.summary).toBe(summary);
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe(day);
    expect(event?.endDate.toJSDate().getTime()).toBe((event?.startDate.toJSDate().getTime() ?? 0) + 86_400_000);
    expect(event?.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString()).toBe('-P7D');
  });

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Pacific/Pago_Pago'])('keeps the day in %s', async (zone) => {
    vi.stubEnv('TZ', zone);

    const [event] = eventsOf(await write([grantWith(active)]));

    expect(event?.startDate.toString()).toBe('2027-06-30');
  });

  it('moves the same event when the grant goes on, and takes it back when the access is removed', async () => {
    const before = grantWith(active);
    const after = grantWith({ ...active, accessEnds: '2027-12-31' });
    const removed = { ...after, milestones: { ...after.milestones, removed: mark } };
    const headAt = (seq: number) => ({ head: { seq, hash: 'ab'.repeat(32) } });

    const events = [
      await write([before], headAt(2)),
      await write([after], headAt(40)),
      await write([removed], headAt(41)),
    ].flatMap(eventsOf);

    expect(new Set(events.map(({ uid }) => uid))).toEqual(new Set([`${sample?.id}.ends@grantbook`]));
    expect(events.map(({ sequence }) => sequence)).toEqual([2, 40, 41]);
    expect(events.map((event) => event.component.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
    ]);
  });

  it('moves the same event when the policy asks for another cadence', async () => {
    const grant = grantWith({ ...active, accessEnds: null, role: 'Member' });
    const cadence: Cadence = {
      preset: 'cis',
      privileged: { count: 3, unit: 'months' },
      others: { count: 3, unit: 'months' },
    };

    const [event] = eventsOf(await write([grant], { cadence }));

    expect(event?.uid).toBe(`${sample?.id}.review@grantbook`);
    expect(event?.startDate.toString()).toBe('2027-02-20');
    expect(event?.description).toContain('Every 3 months.');
  });

  it('tells in the calendar which log it comes from', async () => {
    const text = await write([]);

    const calendar = new ICAL.Component(ICAL.parse(text));
    const source = sourceOf([]);
    expect(calendar.getFirstPropertyValue('x-wr-caldesc')).toBe(savedProofLine({ log: source.log, ...source.head }));
  });

  it('is silent about a grant that has not begun', async () => {
    expect(eventsOf(await write([grantWith({})]))).toEqual([]);
  });

  it('brings any text through to another reader, in folded lines of at most 75 octets', async () => {
    await fc.assert(
      fc.asyncProperty(anyGrant, async (grant) => {
        const text = await write([grant]);
        const [event] = eventsOf(text);

        expect(event?.summary).toBe(`Review access: ${shown(grant.email ?? '')}, LogRocket (${shown(grant.ticket)})`);
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      }),
      { numRuns: 100 },
    );
  });
});

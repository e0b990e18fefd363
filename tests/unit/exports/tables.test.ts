import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { accessRecord } from '@/lib/exports/access-record';
import { write as writeCsvMachine } from '@/lib/exports/formats/csv-machine/write';
import { write as writeIcalendar } from '@/lib/exports/formats/icalendar/write';
import { write as writeJiraCsv } from '@/lib/exports/formats/jira-csv/write';
import { write as writeServicenow } from '@/lib/exports/formats/servicenow/write';
import { write as writeVanta } from '@/lib/exports/formats/vanta/write';
import { shown } from '@/lib/exports/vocabulary';
import { anyGrant } from './hostile-grants';
import { grantsOf, logOfGrants, sourceOf, textOf } from './sample-log';

const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true, record_delimiter: '\r\n' });
const mark = (day: string) => ({ seq: 2, at: `${day}T23:30:00.000Z`, basis: 'observed' as const });
const [sample] = grantsOf(logOfGrants([{}]));
const grantWith = (change: Partial<Grant>): Grant => ({ ...(sample as Grant), ...change });

describe('Vanta access file', () => {
  const rowsOf = async (grants: Grant[], variant = 'logrocket') =>
    read(await textOf(writeVanta({ ...sourceOf([], grants), variant })));

  it.each<[string, Partial<Grant>, Record<string, string>]>([
    [
      'an active account of somebody outside',
      { milestones: { invited: mark('2026-01-02'), active: mark('2026-01-03') }, role: 'Admin' },
      {
        'Account name': 'grace@partner.example',
        'Account owner': 'External user',
        Role: 'Admin',
        Status: 'Active',
        'Date created (UTC)': '2026-01-03',
        'Date deactivated (UTC)': '',
      },
    ],
    [
      'a colleague, by the address that Vanta knows',
      { email: 'kay@example.com', milestones: { accepted: mark('2026-01-03') } },
      { 'Account owner': 'kay@example.com' },
    ],
    [
      'an account of which nobody can tell whether it is a colleague’s',
      { grantedBy: { name: 'Ada', email: '' }, milestones: { accepted: mark('2026-01-03') } },
      { 'Account name': 'grace@partner.example', 'Account owner': '' },
    ],
    [
      'an account that was removed',
      { milestones: { active: mark('2026-01-03'), removed: mark('2026-02-01') } },
      { Status: 'Deactivated', 'Date deactivated (UTC)': '2026-02-01' },
    ],
    [
      'several roles, separated by commas',
      { milestones: { active: mark('2026-01-03') }, role: 'Member', access: [{ name: 'Web', role: 'Viewer' }] },
      { Role: 'Member, Web: Viewer', 'Access Appropriate': '' },
    ],
    [
      'somebody who was forgotten, by the record',
      { email: null, milestones: { active: mark('2026-01-03') } },
      { 'Account name': `forgotten (${sample?.id})`, 'Account owner': '' },
    ],
  ])('tells of %s', async (_case, change, expected) => {
    expect(await rowsOf([grantWith(change)])).toMatchObject([expected]);
  });

  it('brings any text through as it is shown', async () => {
    await fc.assert(
      fc.asyncProperty(anyGrant, async (grant) => {
        const [row] = await rowsOf([grant]);

        const roles = [grant.role ?? '', ...grant.access.map(({ name, role }) => `${name}: ${role}`)];
        expect(row?.['Account name']).toBe(shown(grant.email ?? ''));
        expect(row?.Role).toBe(roles.map(shown).filter(Boolean).join(', '));
        expect(row?.Status).toBe('Active');
      }),
      { numRuns: 100 },
    );
  });

  it('holds one vendor, no drafts, and each account once: open as long as one grant is', async () => {
    const active = { milestones: { active: mark('2026-01-03') } };
    const over = { milestones: { active: mark('2026-01-01'), removed: mark('2026-01-02') } };

    const rows = await rowsOf([
      grantWith({ email: 'draft@partner.example' }),
      grantWith({ email: 'a@partner.example', ...active }),
      grantWith({ email: 'a@partner.example', ...over }),
      grantWith({ email: 'other@partner.example', vendor: 'rudderstack', ...active }),
    ]);

    expect(rows.map((row) => [row['Account name'], row.Status])).toEqual([['a@partner.example', 'Active']]);
  });
});

describe('Jira CSV', () => {
  it('keeps the importer’s rules, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyGrant, async (grant) => {
        const csv = await textOf(writeJiraCsv(sourceOf([], [grant])));
        const [header = [], ...rows] = parse(csv, { record_delimiter: '\r\n' }) as string[][];

        expect(header[0]).toBe('Summary');
        for (const name of header) expect(name).toMatch(/^[A-Za-z ]+$/);
        expect(rows).toHaveLength(1);
        expect(rows[0]).toHaveLength(header.length);
        expect(rows[0]?.[0]?.length).toBeLessThanOrEqual(255);
        expect(rows[0]?.[0]).not.toMatch(/[\r\n]/);
        expect(rows[0]?.[header.indexOf('Request Number')]).toBe(shown(grant.ticket));
        expect(rows[0]?.[header.indexOf('Labels')]).not.toMatch(/\s/);
      }),
      { numRuns: 100 },
    );
  });

  it.each<[string, Partial<Grant>, string]>([
    ['its end', { accessEnds: '2027-06-30' }, '2027-06-30'],
    ['nothing once it was removed', { milestones: { active: mark('2026-01-01'), removed: mark('2026-01-02') } }, ''],
  ])('is due on %s', async (_case, change, due) => {
    const rows = read(await textOf(writeJiraCsv(sourceOf([], [grantWith(change)]))));

    expect(rows[0]?.['Due Date']).toBe(due);
  });
});

describe('ServiceNow import set', () => {
  it('has headers that make column names, and the grant’s id as the key to coalesce on', async () => {
    const [row] = read(
      await textOf(writeServicenow(sourceOf([], [grantWith({ milestones: { active: mark('2026-01-03') } })]))),
    );

    for (const header of Object.keys(row ?? {})) expect(header).toMatch(/^[a-z_]+$/);
    expect(row).toMatchObject({
      correlation_id: sample?.id,
      number: 'IAM-1234',
      requested_for: 'grace@partner.example',
      opened_by: 'ada@example.com',
      active_at: '2026-01-03 23:30:00',
      access_ends: '2027-06-30',
      vendor: 'LogRocket',
    });
  });

  it('brings any text through as it is shown', async () => {
    await fc.assert(
      fc.asyncProperty(anyGrant, async (grant) => {
        const [row] = read(await textOf(writeServicenow(sourceOf([], [grant]))));

        expect(row?.number).toBe(shown(grant.ticket));
        expect(row?.description).toBe(shown(grant.reason ?? ''));
        expect(row?.role).toBe(shown(grant.role ?? ''));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a purpose that was refined', () => {
  const active = { milestones: { active: mark('2026-01-03') } };
  const refined = { ...active, purpose: 'support', refine: { add: ['issues'], drop: ['developer-pane', 'x;y'] } };
  const grants = [grantWith(refined), grantWith(active)];
  const words = 'Support or analysis (also resolving issues; not reading performance data or logs in a replay and x;y)';

  it('is told by ids in the grant tables, where nothing else is', async () => {
    const rows = read(await textOf(writeCsvMachine(sourceOf([], grants))));

    expect(rows.map((row) => row.purpose_refined)).toEqual(['also issues; not developer-pane; not x\\;y', '']);
    expect(rows[0]?.purpose).toBe('support');
  });

  it.each([
    ['ServiceNow', writeServicenow, 'purpose'],
    ['Jira', writeJiraCsv, 'Description'],
  ])('is told in words to %s', async (_name, write, column) => {
    const [first, second] = read(await textOf(write(sourceOf([], grants))));

    expect(first?.[column]).toContain(words);
    expect(second?.[column]).not.toContain('(also');
  });

  it('is told in words in the access record and the calendar', async () => {
    const [first] = grants;
    if (!first) throw new Error('no grant');

    expect(accessRecord(first, sourceOf([], grants)).scenario).toContain(words);
    const calendar = (await textOf(writeIcalendar(sourceOf([], grants)))).replace(/\r\n /g, '');
    expect(calendar).toContain('also resolving issues');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allRows,
  type Filter,
  filterRows,
  noFilter,
  rowFilter,
  rowOf,
  rowStatus,
  type SortColumn,
  sortRows,
} from '@/components/log/grant-rows';
import type { Grant } from '@/lib/domain/grant/grant';
import { grantsOf, logOfGrants, now } from '../../unit/exports/sample-log';

/** A grant for each variation; fields of the projection itself may be set, too. */
function rows(variations: readonly Partial<Grant>[]) {
  const grants = grantsOf(logOfGrants(variations.map(() => ({}))));
  return grants.map((grant, index) => rowOf({ ...grant, ...variations[index] }));
}

const mark = (at: string) => ({ seq: 9, at, basis: 'observed' }) as const;
const found = (list: ReturnType<typeof rows>, filter: Partial<Filter>) =>
  filterRows(list, { ...noFilter, ...filter }, now).map(({ grant }) => grant.ticket);

describe('rowOf', () => {
  it('is built once per projection', () => {
    const [grant] = grantsOf(logOfGrants([{}])) as [Grant];

    expect(rowOf(grant)).toBe(rowOf(grant));
    expect(rowOf({ ...grant })).not.toBe(rowOf(grant));
  });

  it('shows the organization’s role together with the role in each app', () => {
    const [row] = rows([{ role: 'Member', access: [{ name: 'Production', role: 'Admin' }] }]);

    expect(row?.role).toBe('Member · Production: Admin');
  });
});

describe('filterRows', () => {
  const list = rows([
    { ticket: 'IAM-1', email: 'grace@partner.example', vendor: 'logrocket', role: 'Member', reason: 'Source maps' },
    {
      ticket: 'IAM-2',
      email: 'zoë@orbit.example',
      vendor: 'rudderstack',
      role: 'Read-Only',
      reason: 'Look at destinations',
    },
    { ticket: 'RITM0012345', email: null, vendor: 'rudderstack', role: null, reason: null },
  ]);

  it.each([
    ['the ticket', 'iam-2', ['IAM-2']],
    ['the e-mail address', 'grace@', ['IAM-1']],
    ['the role', 'read-only', ['IAM-2']],
    ['the vendor', 'RudderStack', ['IAM-2', 'RITM0012345']],
    ['the reason', 'source maps', ['IAM-1']],
    ['several words, in any order', 'destinations rudder', ['IAM-2']],
    ['letters without their accents', 'zoe', ['IAM-2']],
    ['nothing that is there', 'figma', []],
    ['only white space', '  ', ['IAM-1', 'IAM-2', 'RITM0012345']],
    ['words of which one is missing', 'rudder figma', []],
    ['a pattern, as text', '.*', []],
  ])('searches %s', (_case, search, tickets) => {
    expect(found(list, { search })).toEqual(tickets);
  });

  it('filters by vendor and by the status at that moment', () => {
    const mixed = rows([
      { ticket: 'A', milestones: { invited: mark('2026-11-20T00:00:00.000Z') } },
      { ticket: 'B', milestones: {} },
      { ticket: 'C', milestones: { active: mark('2026-01-01T00:00:00.000Z') }, accessEnds: '2026-02-01' },
      { ticket: 'D', vendor: 'rudderstack', milestones: {} },
    ]);

    expect(found(mixed, { status: 'Invited' })).toEqual(['A']);
    expect(found(mixed, { status: 'Overdue' })).toEqual(['C']);
    expect(found(mixed, { status: 'Draft', vendor: 'logrocket' })).toEqual(['B']);
    expect(found(mixed, { vendor: 'rudderstack' })).toEqual(['D']);
  });
});

describe('rowStatus', () => {
  it('is that of the grant', () => {
    const [draft, removed] = rows([
      { accessEnds: null },
      { milestones: { removed: mark('2026-11-20T00:00:00.000Z') } },
    ]);

    expect(draft && rowStatus(draft, now)).toBe('Draft');
    expect(removed && rowStatus(removed, now)).toBe('Removed');
  });
});

describe('sortRows', () => {
  const list = rows([
    {
      ticket: 'IAM-10',
      email: 'b@x.example',
      vendor: 'rudderstack',
      role: 'Admin',
      purpose: 'look',
      grantedBy: { name: 'Bo', email: null },
    },
    {
      ticket: 'IAM-9',
      email: null,
      vendor: 'logrocket',
      role: null,
      purpose: 'support',
      grantedBy: { name: null, email: null },
    },
    {
      ticket: 'IAM-100',
      email: 'a@x.example',
      vendor: 'logrocket',
      role: 'Viewer',
      purpose: 'implementation',
      grantedBy: { name: 'ada', email: null },
      milestones: { active: mark('2026-01-01T00:00:00.000Z') },
      accessEnds: '2026-02-01',
    },
  ]);

  it.each<[SortColumn, string[]]>([
    ['ticket', ['IAM-9', 'IAM-10', 'IAM-100']],
    ['collaborator', ['IAM-100', 'IAM-10', 'IAM-9']],
    ['vendor', ['IAM-100', 'IAM-9', 'IAM-10']],
    ['role', ['IAM-10', 'IAM-100', 'IAM-9']],
    ['purpose', ['IAM-100', 'IAM-10', 'IAM-9']],
    ['status', ['IAM-100', 'IAM-9', 'IAM-10']],
    ['grantedBy', ['IAM-100', 'IAM-10', 'IAM-9']],
    ['started', ['IAM-10', 'IAM-9', 'IAM-100']],
    ['lastChange', ['IAM-10', 'IAM-9', 'IAM-100']],
  ])('sorts by %s', (column, tickets) => {
    const upwards = sortRows(list, { column, descending: false }, now);

    expect(upwards.map(({ grant }) => grant.ticket)).toEqual(tickets);
  });

  it('turns the order round, newest first among equals either way', () => {
    const twins = rows([{ ticket: 'A-1' }, { ticket: 'A-1' }, { ticket: 'A-2' }]);
    const order = (descending: boolean) =>
      sortRows(twins, { column: 'ticket', descending }, now).map(({ grant }) => grant.last.seq);

    expect(order(false)).toEqual([3, 2, 4]);
    expect(order(true)).toEqual([4, 3, 2]);
  });
});

describe('filters of the toolbar', () => {
  const list = rows([
    { ticket: 'IAM-1', started: mark('2026-03-01T12:00:00.000Z') },
    { ticket: 'IAM-12', started: mark('2026-03-31T12:00:00.000Z') },
    { ticket: 'RITM0001', started: mark('2026-04-01T12:00:00.000Z') },
  ]);

  it.each<[Partial<Filter>, string[]]>([
    [{ ticket: 'iam-1' }, ['IAM-1', 'IAM-12']],
    [{ ticket: ' ritm ' }, ['RITM0001']],
    [{ from: '2026-03-31' }, ['IAM-12', 'RITM0001']],
    [{ before: '2026-04-01' }, ['IAM-1', 'IAM-12']],
    [{ before: '2026-03-31' }, ['IAM-1']],
    [{ from: '2026-03-02', before: '2026-04-01', ticket: '12' }, ['IAM-12']],
    [{ log: 'own' }, ['IAM-1', 'IAM-12', 'RITM0001']],
    [{ log: 'another' }, []],
  ])('%o', (filter, tickets) => {
    expect(found(list, filter)).toEqual(tickets);
  });
});

describe('allRows', () => {
  const [ours, both, theirs] = grantsOf(logOfGrants([{}, {}, {}])) as [Grant, Grant, Grant];
  const copy = { ...both };
  const changed = { ...ours, last: { seq: 99, at: '2026-12-01T00:00:00.000Z' } };
  const merged = [{ log: 'theirs', owner: 'Hedy', grants: [theirs, copy, changed] }];

  it('marks whose a merged grant is, and shows a copy that says the same once', () => {
    expect(allRows([ours, both], merged).map(({ key, merged }) => [key, merged?.owner ?? null])).toEqual([
      [ours.id, null],
      [both.id, null],
      [`${theirs.id}@theirs`, 'Hedy'],
      [`${ours.id}@theirs`, 'Hedy'],
    ]);
  });

  it('filters by log', () => {
    const list = allRows([ours, both], merged);

    expect(filterRows(list, { ...noFilter, log: 'own' }, now)).toHaveLength(2);
    expect(filterRows(list, { ...noFilter, log: 'theirs' }, now)).toHaveLength(2);
  });
});

describe('rowFilter', () => {
  const words = ['iam', 'IAM-1', 'grace', 'GRACE@', 'rudder', 'zoë', 'zoe', 'e', ' ', '-', '1', 'ﬁ', '\u0301'];
  const list = rows([
    { ticket: 'IAM-1', email: 'grace@partner.example', vendor: 'logrocket' },
    { ticket: 'IAM-12', email: 'zoë@partner.example', vendor: 'rudderstack', reason: 'The ﬁrst funnel' },
    { ticket: 'RITM1', email: null, vendor: 'rudderstack', reason: 'Grace asked' },
  ]);
  const search = fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((parts) => parts.join(''));
  const filter = fc.record({ search, vendor: fc.constantFrom('', 'rudderstack'), ticket: fc.constantFrom('', 'iam') });

  it('finds what a search over all rows finds, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(filter, { minLength: 1, maxLength: 8 }), (asked) => {
        const remembers = rowFilter();

        for (const one of asked) {
          // Typed letter by letter, as people do.
          for (let letters = 0; letters <= one.search.length; letters += 1) {
            const each = { ...noFilter, ...one, search: one.search.slice(0, letters) };
            expect(remembers(list, each, now)).toEqual(filterRows(list, each, now));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('looks at all rows again when the rows are others', () => {
    const remembers = rowFilter();
    remembers(list.slice(0, 1), { ...noFilter, search: 'i' }, now);

    expect(remembers(list, { ...noFilter, search: 'ia' }, now)).toHaveLength(2);
  });
});

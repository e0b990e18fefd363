import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import type { Roster, RosterRow } from '@/lib/domain/grant/page-facts';
import { compareRoster, type FindingRules, type Settlement, shownOf } from '@/lib/domain/review/findings';
import { aGrant, mark } from '../../../support/grants';

const now = new Date(2026, 10, 21, 12);
const invited = (at: string) => ({ invited: mark(3, at) });

const row = (email: string, change: Partial<RosterRow> = {}): RosterRow => ({
  email,
  name: '',
  roles: ['Read-Only'],
  status: 'active',
  words: 'Active',
  access: null,
  ...change,
});
const roster = (rows: RosterRow[], complete = true): Roster => ({
  rows,
  seen: rows.length,
  claimed: complete ? rows.length : null,
  complete,
  hidden: [],
});
const member = (change: Partial<Grant> = {}) =>
  aGrant({ role: 'Read-Only', milestones: invited('2026-11-01T09:00:00.000Z'), ...change });

describe('compareRoster', () => {
  const kinds = (roster: Roster, grants: Grant[]) =>
    compareRoster({ vendor: 'rudderstack', roster }, grants, now).map(({ kind, email }) => `${kind} ${email}`);

  test.each([
    ['nothing where list and log agree', [row('kim.sato@northwind.example')], [member()], []],
    [
      'nothing for another spelling of the same address and role',
      [row('Kim.Sato@Northwind.example', { roles: ['READ-ONLY'] })],
      [member()],
      [],
    ],
    [
      'an account without a ticket',
      [row('kim.sato@northwind.example'), row('eve@x.example')],
      [member()],
      ['shadow eve@x.example'],
    ],
    [
      'an account whose grant is at another vendor',
      [row('kim.sato@northwind.example')],
      [member({ vendor: 'logrocket' })],
      ['shadow kim.sato@northwind.example'],
    ],
    [
      'an account whose grant was removed, although the log says so',
      [row('kim.sato@northwind.example')],
      [member({ milestones: { removed: mark(9, '2026-11-20T09:00:00.000Z') } })],
      ['shadow kim.sato@northwind.example'],
    ],
    [
      'another role than the page showed last',
      [row('kim.sato@northwind.example', { roles: ['Admin'] })],
      [member()],
      ['drift kim.sato@northwind.example'],
    ],
    [
      'another role than the recommended one, where no role was seen',
      [row('kim.sato@northwind.example', { roles: ['Admin'] })],
      [member({ role: null, recommended: { role: 'Read-Only', scopeRole: null } })],
      ['drift kim.sato@northwind.example'],
    ],
    [
      'a role that changed while the guide watched, and that the log holds by now',
      [row('kim.sato@northwind.example', { roles: ['Admin'] })],
      [member({ role: 'Admin', drift: { ...mark(7, ''), was: 'Read-Only' } })],
      ['drift kim.sato@northwind.example'],
    ],
    [
      'nothing where such a role was changed back since',
      [row('kim.sato@northwind.example')],
      [member({ role: 'Admin', drift: { ...mark(7, ''), was: 'Read-Only' } })],
      [],
    ],
    [
      'no drift where neither list nor log names a role',
      [row('kim.sato@northwind.example', { roles: [] })],
      [member({ role: null })],
      [],
    ],
    [
      'several roles in any order as the same',
      [row('kim.sato@northwind.example', { roles: ['Guest', 'Analyst'] })],
      [member({ role: 'Analyst, Guest' })],
      [],
    ],
    ['a logged person who is absent', [], [member()], ['ghost kim.sato@northwind.example']],
    ['nothing for an absent person who was never invited', [], [member({ milestones: {} })], []],
    [
      'access past its end, before everything else',
      [row('eve@x.example'), row('kim.sato@northwind.example')],
      [member({ accessEnds: '2026-11-20' })],
      ['overdue kim.sato@northwind.example', 'shadow eve@x.example'],
    ],
    [
      'nothing on the last day of access',
      [row('kim.sato@northwind.example')],
      [member({ accessEnds: '2026-11-21' })],
      [],
    ],
  ])('finds %s', (_what, rows, grants, expected) => {
    expect(kinds(roster(rows), grants)).toEqual(expected);
  });

  test('calls nobody a ghost while the list may hide rows', () => {
    expect(kinds(roster([], false), [member()])).toEqual([]);
  });

  test('compares with the newest of several grants to one person', () => {
    const grants = [
      member({ id: 'new', role: 'Admin', last: { seq: 9, at: '' } }),
      member({ id: 'old', last: { seq: 3, at: '' } }),
    ];

    expect(kinds(roster([row('kim.sato@northwind.example', { roles: ['Admin'] })]), grants)).toEqual([]);
  });
});

const pair = (id: string, email: string, change: Partial<Grant> = {}) => member({ id, email, ...change });

describe('matching', () => {
  const kinds = (rows: RosterRow[], grants: Grant[]) =>
    compareRoster({ vendor: 'rudderstack', roster: roster(rows) }, grants, now).map(
      ({ kind, email }) => `${kind} ${email}`,
    );

  test.each<[string, RosterRow[], Grant[], string[]]>([
    ['another case', [row('KIM.Sato@northwind.EXAMPLE')], [pair('a', 'kim.sato@northwind.example')], []],
    ['a display name', [row('Kim Sato <kim.sato@northwind.example>')], [pair('a', 'kim.sato@northwind.example')], []],
    ['a plus-address on the list', [row('kim+rs@x.example')], [pair('a', 'kim@x.example')], []],
    ['a plus-address in the log', [row('kim@x.example')], [pair('a', 'kim+rs@x.example')], []],
    ['two plus-addresses of one mailbox', [row('kim+a@x.example')], [pair('a', 'kim+b@x.example')], []],
    [
      'the exact one where a plus-address is there, too',
      [row('kim@x.example'), row('kim+rs@x.example')],
      [pair('a', 'kim@x.example'), pair('b', 'kim+rs@x.example')],
      [],
    ],
    [
      'nobody where one row could be two grants',
      [row('kim@x.example')],
      [pair('a', 'kim+a@x.example'), pair('b', 'kim+b@x.example')],
      ['shadow kim@x.example'],
    ],
    [
      'nobody where two rows could be one grant',
      [row('kim+a@x.example'), row('kim+b@x.example')],
      [pair('a', 'kim@x.example')],
      ['shadow kim+a@x.example', 'shadow kim+b@x.example'],
    ],
    [
      'nobody of another host',
      [row('kim@y.example')],
      [pair('a', 'kim@x.example')],
      ['shadow kim@y.example', 'ghost kim@x.example'],
    ],
    [
      'one person listed twice',
      [row('kim@x.example', { roles: [] }), row('kim@x.example')],
      [pair('a', 'kim@x.example')],
      [],
    ],
  ])('survives or refuses: %s', (_what, rows, grants, expected) => {
    expect(kinds(rows, grants)).toEqual(expected);
  });

  test('names the candidates between which it did not choose', () => {
    const grants = [pair('a', 'kim+a@x.example'), pair('b', 'kim+b@x.example')];

    const [finding] = compareRoster({ vendor: 'rudderstack', roster: roster([row('kim@x.example')]) }, grants, now);

    expect(finding).toMatchObject({ kind: 'shadow', perhaps: [{ id: 'a' }, { id: 'b' }] });
  });
});

describe('what depends on more than list and log', () => {
  const kim = 'kim.sato@northwind.example';
  const findings = (rules: FindingRules, change: Partial<Grant> = {}, shown: Partial<RosterRow> = {}) =>
    compareRoster(
      { vendor: 'rudderstack', roster: roster([row(kim, shown)]) },
      [member({ milestones: { active: mark(4, '2026-11-02T09:00:00.000Z') }, ...change })],
      now,
      rules,
    );
  const excessOf = () => ['invite people'];

  test('a role that gives more than the job takes, where list and log agree', () => {
    expect(findings({ excessOf })).toMatchObject([
      { kind: 'over-privileged', excess: ['invite people'], shown: 'Read-Only' },
    ]);
  });

  test('is told once where the role is another one anyway', () => {
    expect(findings({ excessOf }, {}, { roles: ['Admin'] })).toMatchObject([{ kind: 'drift' }]);
  });

  test('more members than the plan allows', () => {
    expect(findings({ limit: 0 })).toMatchObject([{ kind: 'over-limit', members: 1, limit: 0 }]);
    expect(findings({ limit: 1 })).toEqual([]);
  });

  const settlement = (change: Partial<Settlement>): Settlement => ({
    vendor: 'rudderstack',
    kind: 'drift',
    how: 'accepted',
    email: kim,
    shown: 'Admin',
    until: '2026-11-21',
    ...change,
  });
  test.each<[string, Partial<Settlement>, number]>([
    ['until its last day', {}, 0],
    ['no longer', { until: '2026-11-20' }, 1],
    ['for good under a ticket', { how: 'ticket', until: null }, 0],
    ['not for another role', { shown: 'Owner' }, 1],
    ['not for another person', { email: 'eve@x.example' }, 1],
    ['not for another vendor', { vendor: 'logrocket' }, 1],
    ['not for another kind', { kind: 'ghost' }, 1],
    ['not for a person who was forgotten', { email: null }, 1],
  ])('what was settled stays settled %s', (_what, change, left) => {
    expect(findings({ settled: [settlement(change)] }, {}, { roles: ['Admin'] })).toHaveLength(left);
  });

  test.each<[string, 'everybody' | 'invitations' | 'members', Partial<Grant>, number]>([
    ['a member whom a list of members lacks', 'members', { milestones: { accepted: mark(4, '') } }, 1],
    ['an invitation that a list of members cannot show', 'members', {}, 0],
    ['a member whom a list of invitations cannot show', 'invitations', { milestones: { accepted: mark(4, '') } }, 0],
    ['an invitation that may have been accepted', 'invitations', {}, 0],
  ])('concludes only what the list can prove: %s', (_what, lists, change, count) => {
    const found = compareRoster({ vendor: 'rudderstack', roster: roster([]), lists }, [member(change)], now);

    expect(found).toHaveLength(count);
  });
});

describe('for any list', () => {
  const roles = ['Admin', 'Read-Only', 'Member'];
  const people = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.constantFrom(...roles)), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 20,
  });
  const logOf = (list: [string, string][]) =>
    list.map(([name, role], index) =>
      pair(`${index}`, `${name}@x.example`, { role, milestones: { active: mark(index, '2026-11-02T09:00:00.000Z') } }),
    );
  const rowsOf = (list: [string, string][]) => list.map(([name, role]) => row(`${name}@x.example`, { roles: [role] }));
  const compare = (rows: RosterRow[], grants: Grant[], complete = true) =>
    compareRoster({ vendor: 'rudderstack', roster: roster(rows, complete) }, grants, now);
  const told = (findings: ReturnType<typeof compareRoster>) => findings.map(({ kind, email }) => `${kind} ${email}`);
  const shuffled = <T>(items: T[]) => fc.shuffledSubarray(items, { minLength: items.length });

  /** How else a page may write one address: in another case, with a display name, with a mark that the mailbox ignores. */
  const spellings: readonly ((email: string) => string)[] = [
    (email) => email,
    (email) => email.toUpperCase(),
    (email) => ` ${email} `,
    (email) => `mailto:${email}`,
    (email) => `Sato, Kim <${email}>`,
    (email) => email.replace('@', '+console@'),
    (email) => email.replace('@', '+Console@').toUpperCase(),
  ];

  test('the log that produced it finds nothing in it, in any order of rows and grants, and however addresses are written', () => {
    fc.assert(
      fc.property(
        people.chain((list) =>
          fc.tuple(
            shuffled(list),
            shuffled(logOf(list)),
            fc.array(fc.constantFrom(...spellings), { minLength: list.length, maxLength: list.length }),
          ),
        ),
        ([list, grants, written]) => {
          const rows = rowsOf(list).map((one, at) => ({
            ...one,
            email: written[at]?.(one.email) ?? one.email,
            name: `Dr. ${at}`,
          }));

          expect(compare(rows, grants)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('finds the same in any order of rows and pages, and of grants', () => {
    const some = fc.array(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom(...roles)), { maxLength: 8 });
    const ended = fc.constantFrom(null, '2026-11-20', '2026-11-22');

    fc.assert(
      fc.property(
        fc
          .tuple(some, some, fc.array(ended, { minLength: 8, maxLength: 8 }), fc.boolean())
          .chain(([listed, logged, ends, complete]) => {
            const rows = rowsOf([...new Map(listed)]);
            const grants = logOf(logged).map((grant, at) => ({
              ...grant,
              accessEnds: ends[at] ?? null,
              last: { seq: at, at: '' },
              milestones: at % 3 === 2 ? { removed: mark(at, '') } : grant.milestones,
            }));
            return fc.record({
              rows: fc.constant(rows),
              otherRows: shuffled(rows),
              grants: fc.constant(grants),
              otherGrants: shuffled(grants),
              complete: fc.constant(complete),
            });
          }),
        ({ rows, otherRows, grants, otherGrants, complete }) => {
          const byText = (findings: ReturnType<typeof compareRoster>) =>
            findings.map((finding) => JSON.stringify(finding)).sort();

          const one = compare(rows, grants, complete);
          const other = compare(otherRows, otherGrants, complete);

          expect(byText(other)).toEqual(byText(one));
          expect(other.map(({ kind }) => kind)).toEqual(one.map(({ kind }) => kind));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('each change of one row is one finding of its kind', () => {
    const kinds = ['drift', 'ghost', 'shadow', 'overdue', 'over-privileged', 'over-limit'] as const;

    fc.assert(
      fc.property(people, fc.nat(), fc.constantFrom(...kinds), (list, at, kind) => {
        const index = at % list.length;
        const rows = rowsOf(list);
        const changed =
          kind === 'drift'
            ? rows.with(index, row(`${list[index]?.[0]}@x.example`, { roles: ['Somebody else’s'] }))
            : kind === 'ghost'
              ? rows.toSpliced(index, 1)
              : kind === 'shadow'
                ? rows.toSpliced(index, 0, row('nobody.knows@x.example'))
                : rows;
        const email = `${list[index]?.[0]}@x.example`;
        const grants = logOf(list).map((grant) =>
          kind === 'overdue' && grant.email === email ? { ...grant, accessEnds: '2026-11-20' } : grant,
        );
        const excessOf = (grant: Grant) => (kind === 'over-privileged' && grant.email === email ? ['more'] : []);
        const limit = kind === 'over-limit' ? list.length - 1 : null;
        const reading = { vendor: 'rudderstack', roster: roster(changed) };

        const found = told(compareRoster(reading, grants, now, { excessOf, limit }));

        const whose = kind === 'shadow' ? 'nobody.knows@x.example' : kind === 'over-limit' ? '' : email;
        expect(found).toEqual([`${kind} ${whose}`]);
      }),
      { numRuns: 1000 },
    );
  });

  test('between two candidates nobody is chosen, and nobody is called absent', () => {
    const mark = fc.stringMatching(/^[a-z0-9]{1,4}$/);
    const marks = fc.uniqueArray(mark, { minLength: 3, maxLength: 3 });

    fc.assert(
      fc.property(people, fc.nat(), marks, fc.boolean(), (list, at, [one, two, three], listedTwice) => {
        const index = at % list.length;
        const name = list[index]?.[0];
        const others = list.toSpliced(index, 1);
        const marked = (text?: string) => `${name}+${text}@x.example`;
        const listed = listedTwice ? [marked(one), marked(two)] : [marked(one)];
        const logged = listedTwice ? [marked(three)] : [marked(two), marked(three)];
        const rows = [...rowsOf(others), ...listed.map((email) => row(email))];
        const grants = [...logOf(others), ...logged.map((email) => pair(email, email))];

        expect(told(compare(rows, grants))).toEqual(listed.map((email) => `shadow ${email}`));
      }),
      { numRuns: 1000 },
    );
  });

  test('what is settled as it is shown is not found again', () => {
    fc.assert(
      fc.property(people, (list) => {
        const rows = [...rowsOf(list.slice(1)), row('nobody.knows@x.example')];
        const found = compare(rows, logOf(list));
        const settled = found.map(
          (finding): Settlement => ({
            vendor: 'rudderstack',
            kind: finding.kind,
            how: 'accepted',
            email: finding.email,
            shown: shownOf(finding),
            until: null,
          }),
        );

        expect(found.length).toBeGreaterThan(0);
        expect(compareRoster({ vendor: 'rudderstack', roster: roster(rows) }, logOf(list), now, { settled })).toEqual(
          [],
        );
      }),
      { numRuns: 300 },
    );
  });

  test('a list that was half read never says that somebody is absent', () => {
    fc.assert(
      fc.property(people, fc.nat(), (list, cut) => {
        const some = rowsOf(list).slice(0, cut % (list.length + 1));

        expect(compare(some, logOf(list), false)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

test('10,000 rows and 100,000 grants take one look-up per row', () => {
  const grants = Array.from({ length: 100_000 }, (_, i) => pair(`${i}`, `p${i}@northwind.example`));
  const rows = Array.from({ length: 10_000 }, (_, i) => row(`p${i}@northwind.example`));
  const reading = { vendor: 'rudderstack', roster: roster(rows, false) };
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    expect(compareRoster(reading, grants, now)).toEqual([]);
    return performance.now() - started;
  });

  // The bench holds the budget of 100 ms; here a busy machine is no failure, and something quadratic would take minutes.
  expect(Math.min(...times)).toBeLessThan(1000);
});

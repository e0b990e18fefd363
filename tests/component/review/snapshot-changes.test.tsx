import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { SnapshotChanges } from '@/components/review/snapshot-changes';
import type { RosterRow } from '@/lib/domain/grant/page-facts';
import { compareSnapshots } from '@/lib/domain/review/snapshots';
import { expectNoAxeViolations } from '../../support/axe';

const row = (name: string, change: Partial<RosterRow> = {}): RosterRow => ({
  email: `${name}@x.example`,
  name: '',
  roles: ['Member'],
  status: 'active',
  words: 'Active',
  access: null,
  ...change,
});
const since = '2026-11-20T09:00:00.000Z';
const onChoose = vi.fn();
const show = (
  before: RosterRow[],
  after: RosterRow[],
  complete = [true, true],
  earlier: Parameters<typeof SnapshotChanges>[0]['earlier'] = [],
) =>
  render(
    <SnapshotChanges
      changes={compareSnapshots(
        { rows: before, complete: complete[0] ?? true },
        { rows: after, complete: complete[1] ?? true },
      )}
      before={{ entry: 17, at: since, complete: complete[0] ?? true, seen: before.length }}
      earlier={earlier}
      onChoose={onChoose}
    />,
  );
const rows = () =>
  within(screen.getByRole('list', { name: 'Changes since the list before', hidden: true }))
    .getAllByRole('listitem', { hidden: true })
    .map(({ textContent }) => textContent);

test('says who came, who went and what changed, and since which entry', async () => {
  const { container } = show(
    [row('ada'), row('kim'), row('lee', { roles: [], status: 'pending', access: null })],
    [row('ada', { roles: ['Admin'] }), row('lee', { access: 'Web' }), row('eve', { roles: [] })],
  );

  expect(screen.getByText('4 changed since the list before')).toBeDefined();
  expect(rows()).toEqual([
    'eve@x.exampleCame as a member',
    'kim@x.exampleWent; was Member',
    'ada@x.exampleMember → Admin',
    'lee@x.exampleno role → Member; pending → active; – → Web',
  ]);
  expect(screen.getByRole('link', { name: 'entry 17', hidden: true }).getAttribute('href')).toBe('log.html#entry=17');
  await expectNoAxeViolations(container);
});

test('says that nothing changed, and lists nothing', async () => {
  const { container } = show([row('ada')], [row('ada')]);

  expect(screen.getByText('No change since the list before')).toBeDefined();
  expect(screen.queryByRole('list', { hidden: true })).toBeNull();
  await expectNoAxeViolations(container);
});

test.each([
  ['nobody is said to have gone', [true, false], /newer list was not complete, so nobody is said to have gone/],
  ['who came may have been there', [false, true], /older list was not complete: who came may have been there unseen/],
])('is honest about lists that were half read: %s', async (_what, complete, words) => {
  const { container } = show([row('ada'), row('kim')], [row('ada'), row('eve')], complete);

  expect(container.textContent).toMatch(words);
  expect(rows().join()).toContain('eve@x.example');
  expect(rows().join().includes('kim@x.example')).toBe(complete[1]);
  await expectNoAxeViolations(container);
});

test('can be compared with any earlier list', async () => {
  const user = userEvent.setup();
  const earlier = [
    { entry: 17, at: since, complete: true, seen: 2 },
    { entry: 9, at: '2026-11-01T09:00:00.000Z', complete: false, seen: 1 },
  ];
  const { container } = show([row('ada')], [row('ada')], [true, true], earlier);

  await user.click(screen.getByText('No change since the list before'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Compared with' }), '9');

  expect(screen.getByRole('option', { name: /1 seen, not complete \(entry 9\)/ })).toBeDefined();
  expect(onChoose).toHaveBeenCalledWith(9);
  await expectNoAxeViolations(container);
});

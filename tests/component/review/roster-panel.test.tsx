import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type PageReading, RosterPanel, seenText } from '@/components/review/roster-panel';
import type { Roster, RosterRow } from '@/lib/domain/grant/page-facts';
import type { Beyond } from '@/lib/vendors/excess';
import { generationFor } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/axe';

const row = (change: Partial<RosterRow> = {}): RosterRow => ({
  email: 'kim.sato@northwind.example',
  name: 'Kim Sato',
  roles: ['Read-Only'],
  status: 'active',
  words: 'Active',
  access: null,
  ...change,
});
const reading = (change: Partial<Roster> = {}): PageReading => ({
  vendor: 'rudderstack',
  at: 0,
  roster: { rows: [row()], seen: 1, claimed: 1, complete: true, hidden: [], ...change },
});
const show = (read: PageReading | null, problem: string | null = null, onRead = vi.fn()) =>
  render(
    <RosterPanel reading={read} busy={false} problem={problem} vendorName={() => 'RudderStack'} onRead={onRead} />,
  );

test('reads the page when it is asked to', async () => {
  const user = userEvent.setup();
  const onRead = vi.fn();
  const { container } = show(null, null, onRead);

  await user.click(screen.getByRole('button', { name: 'Read this page' }));

  expect(onRead).toHaveBeenCalledOnce();
  expect(screen.getByRole('status').textContent).toBe('');
  await expectNoAxeViolations(container);
});

test.each<[string, Partial<Roster>, string, string, string]>([
  ['all of it', {}, '1 of 1 seen', 'Complete', 'Every row that the page claims was seen.'],
  [
    'all of it, over several pages',
    { pages: 3 },
    '1 of 1 seen',
    'Complete',
    'As many rows as the page claims were seen, over 3 readings. Somebody who came while another left may be missing.',
  ],
  [
    'rows behind a page and a filter',
    { seen: 12, claimed: 37, complete: false, hidden: ['more pages', 'a filter'] },
    '12 of 37 seen',
    'Not complete',
    'Rows may be hidden: more pages; a filter.',
  ],
  [
    'a list that changed on the way',
    { seen: 4, claimed: 4, complete: false, hidden: ['a list that changed'] },
    '4 of 4 seen',
    'Not complete',
    'The list changed or was sorted anew while it was read. Read it again from its first page.',
  ],
  [
    'no total',
    { seen: 5, claimed: null, complete: false },
    '5 rows; the page shows no total',
    'No total',
    'If nobody is missing from it, say so.',
  ],
  [
    'all of it, as the admin says',
    { seen: 5, claimed: null, complete: false, confirmed: true },
    '5 rows; the page shows no total',
    'Confirmed',
    'You said that this is all of it.',
  ],
  [
    'no total, and rows behind a filter',
    { seen: 5, claimed: null, complete: false, hidden: ['a filter'] },
    '5 rows; the page shows no total',
    'Not complete',
    'Rows may be hidden: a filter.',
  ],
  [
    'fewer rows than claimed',
    { seen: 5, claimed: 6, complete: false },
    '5 of 6 seen',
    'Not complete',
    'The page claims 6, 5 were seen.',
  ],
])('says how much was seen, and whether that is all: %s', async (_what, change, seen, word, why) => {
  const { container } = show(reading(change));

  expect(screen.getByRole('status').textContent).toBe(`RudderStack: ${seen}`);
  expect(seenText(reading(change).roster)).toBe(seen);
  expect(screen.getByText(word)).toBeTruthy();
  expect(screen.getByText(why)).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('shows every row as text, whatever its name is', async () => {
  const rows = [
    row({ name: '<img src=x onerror="alert(1)">', email: '' }),
    row({ name: '=HYPERLINK("https://evil.example")', roles: [], words: '' }),
  ];
  const { container } = show(reading({ rows, seen: 2, claimed: 2 }));

  const table = within(screen.getByRole('region', { name: 'Rows that were read' })).getByRole('table');
  const lines = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((line) => [...line.children].map(({ textContent }) => textContent));

  expect(lines).toEqual([
    ['No address<img src=x onerror="alert(1)">', 'Read-Only', 'Active'],
    ['kim.sato@northwind.example=HYPERLINK("https://evil.example")', '–', '–'],
  ]);
  expect(container.querySelector('img')).toBeNull();
  await expectNoAxeViolations(container);
});

test('says how many rows of a long list are not shown', async () => {
  const rows = Array.from({ length: 203 }, (_, index) => row({ email: `p${index}@northwind.example` }));
  const { container } = show(reading({ rows, seen: 203, claimed: 203 }));

  expect(screen.getAllByRole('row')).toHaveLength(201);
  expect(screen.getByText('And 3 more.')).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('says why a page could not be read, and keeps what was read before', async () => {
  const { container } = show(reading(), 'Open the team page first.');

  expect(screen.getByRole('alert').textContent).toBe('Open the team page first.');
  expect(screen.getByRole('status').textContent).toBe('');
  expect(screen.getByRole('table')).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('says under a member what their role gives beyond the grant, and lets an unknown role be described', async () => {
  const user = userEvent.setup();
  const onDescribe = vi.fn(async () => null);
  const model = generationFor('rudderstack', 'members')?.model;
  if (!model) throw new Error('RudderStack is not registered');
  const rows = [
    row({ email: 'a@x.example' }),
    row({ email: 'b@x.example' }),
    row({ email: 'c@x.example', roles: ['Wizard'] }),
    row({ email: 'd@x.example' }),
  ];
  const about: Record<string, Beyond> = {
    'a@x.example': { ticket: 'IAM-1', excess: 'managing members', unread: null, unknown: [], describe: null },
    'b@x.example': { ticket: 'IAM-2', excess: null, unread: null, unknown: [], describe: null },
    'c@x.example': {
      ticket: 'IAM-3',
      excess: null,
      unread: null,
      unknown: ['Wizard'],
      describe: { role: 'Wizard', model },
    },
  };
  const { container } = render(
    <RosterPanel
      reading={reading({ rows, seen: 4, claimed: 4 })}
      busy={false}
      problem={null}
      vendorName={() => 'RudderStack'}
      onRead={vi.fn()}
      beyond={({ email }) => about[email] ?? null}
      onDescribe={onDescribe}
    />,
  );

  const lines = screen.getAllByRole('row').map(({ textContent }) => textContent?.trim());
  expect(lines[2]).toBe('Beyond IAM-1: managing members');
  expect(lines[4]).toBe('Just what IAM-2 needs');
  expect(lines[6]).toContain('Grantbook does not know what “Wizard” gives.');
  expect(lines).toHaveLength(8);
  await user.click(screen.getByRole('button', { name: 'Describe this role' }));
  await user.click(screen.getByRole('checkbox', { name: 'Viewing the set-up' }));
  await user.click(screen.getByRole('button', { name: 'Keep description' }));
  expect(onDescribe).toHaveBeenCalledWith({ kind: 'role', name: 'Wizard', gives: ['view'] });
  await expectNoAxeViolations(container);
});

test.each<[string, Partial<Roster>, boolean]>([
  ['a list without a total', { claimed: null, complete: false }, true],
  ['not one that was called whole', { claimed: null, complete: false, confirmed: true }, false],
  ['not one with a filter', { claimed: null, complete: false, hidden: ['a filter'] }, false],
  ['not one that is complete', {}, false],
])('lets the admin say that this is all of it: %s', async (_what, change, offered) => {
  const onConfirm = vi.fn(async () => 'The list that showed this is not in the log any more.');
  render(
    <RosterPanel
      reading={{ ...reading(change), entry: 4 }}
      busy={false}
      problem={null}
      vendorName={() => 'RudderStack'}
      onRead={() => {}}
      onConfirm={onConfirm}
    />,
  );

  const button = screen.queryByRole('button', { name: 'This is all of it' });
  expect(button !== null).toBe(offered);
  if (!button) return;
  await userEvent.click(button);

  expect(onConfirm).toHaveBeenCalledOnce();
  expect((await screen.findByRole('alert')).textContent).toMatch(/not in the log/);
});

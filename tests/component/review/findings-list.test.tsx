import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FindingsList } from '@/components/review/findings-list';
import type { PageReading } from '@/components/review/roster-panel';
import type { RosterRow } from '@/lib/domain/grant/page-facts';
import { compareRoster } from '@/lib/domain/review/findings';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant, mark } from '../../support/grants';

const row = (email: string, role: string, name = ''): RosterRow => ({
  email,
  name,
  roles: role === '' ? [] : [role],
  status: 'active',
  words: '',
  access: null,
});
const reading = (rows: RosterRow[], complete: boolean): PageReading => ({
  vendor: 'rudderstack',
  at: 0,
  roster: { rows, seen: rows.length, claimed: complete ? rows.length : null, complete, hidden: [] },
});
const invited = { invited: mark(4, '2026-11-01T09:00:00.000Z') };
const show = (read: PageReading | null, grants = [aGrant({ role: 'Read-Only', milestones: invited })]) =>
  render(
    <FindingsList
      reading={read}
      findings={read ? compareRoster(read, grants, new Date(2026, 10, 21, 12)) : []}
      vendorName={() => 'RudderStack'}
      ticketLink=""
    />,
  );
const region = () => screen.getByRole('region', { name: 'Findings' });

test('names each finding, whom and which ticket it is about, and what to do', async () => {
  const grants = [
    aGrant({ id: 'a', role: 'Read-Only', milestones: invited }),
    aGrant({ id: 'b', ticket: 'IAM-2', email: 'ana@x.example', accessEnds: '2026-11-01', milestones: invited }),
    aGrant({ id: 'c', ticket: 'IAM-3', email: 'gone@x.example', milestones: invited }),
  ];
  const rows = [
    row('kim.sato@northwind.example', 'Admin'),
    row('ana@x.example', ''),
    row('eve@x.example', 'Admin', '<b>Eve</b>'),
  ];
  const { container } = show(reading(rows, true), grants);

  const said = within(region())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

  expect(said).toEqual([
    'ana@x.exampleIAM-2 · RudderStackOverdueAccess ended on 1 Nov 2026, and the list still shows it. Remove it at the vendor.',
    'eve@x.example<b>Eve</b>No ticketAdmin at RudderStack, without a ticket in the log.',
    'kim.sato@northwind.exampleIAM-1234 · RudderStackOther roleThe list shows Admin; the log says Read-Only.',
    'gone@x.exampleIAM-3 · RudderStackNot listedThe log says this person has access; the complete list does not show them.',
  ]);
  expect(container.querySelector('b')).toBeNull();
  await expectNoAxeViolations(container);
});

test.each([
  ['nothing was read', null, 'Nothing was compared yet.'],
  [
    'a complete list agrees',
    reading([row('kim.sato@northwind.example', 'Read-Only')], true),
    'Everybody on the list has a ticket, and everybody in the log is on the list.',
  ],
  [
    'what was seen agrees',
    reading([row('kim.sato@northwind.example', 'Read-Only')], false),
    'The list was not complete, so nobody is reported as absent.',
  ],
])('is honest where %s', async (_what, read, words) => {
  const { container } = show(read);

  expect(region().textContent).toContain(words);
  expect(within(region()).queryByRole('list')).toBeNull();
  await expectNoAxeViolations(container);
});

test('says beside findings that an incomplete list calls nobody absent', async () => {
  const { container } = show(reading([row('eve@x.example', 'Admin')], false));

  expect(region().textContent).toContain('nobody is reported as absent');
  expect(within(region()).getAllByRole('listitem')).toHaveLength(1);
  await expectNoAxeViolations(container);
});

import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PendingList } from '@/components/review/pending-list';
import { pendingInvitations } from '@/lib/domain/review/review';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant, mark } from '../../support/grants';

const now = new Date('2026-11-21T09:00:00.000Z');
const sent = (id: string, at: string, change = {}) => aGrant({ id, milestones: { invited: mark(4, at) }, ...change });
const show = (pending: Parameters<typeof PendingList>[0]['pending'], ticketLink = '') =>
  render(<PendingList pending={pending} vendorName={() => 'RudderStack'} ticketLink={ticketLink} now={now} />);
const region = () => screen.getByRole('region', { name: 'Pending invitations' });

test('lists e-mail, ticket, vendor, role and age, the most urgent first', async () => {
  const pending = pendingInvitations(
    [
      sent('young', '2026-11-20T09:00:00.000Z', { role: 'Read-Only' }),
      sent('lapsed', '2026-11-17T09:00:00.000Z', { ticket: 'IAM-7', email: 'ana@northwind.example' }),
    ],
    now,
    () => 3,
  );
  const { container } = show(pending);

  const rows = within(region())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

  expect(rows).toEqual([
    'ana@northwind.exampleIAM-7 · RudderStackRole not seen yetExpiredSent 4 days agoExpired 1 day ago',
    'kim.sato@northwind.exampleIAM-1234 · RudderStackRead-OnlyPendingSent 1 day agoExpires in 2 days',
  ]);
  await expectNoAxeViolations(container);
});

test('claims no end where the vendor names none, and leads to ticket and log', async () => {
  const pending = pendingInvitations([sent('one', '2026-11-20T09:00:00.000Z')], now, () => null);
  const { container } = show(pending, 'https://tracker.example/{ticket}');

  expect(region().textContent).not.toContain('Expires');
  expect(screen.getByRole('link', { name: 'IAM-1234' }).getAttribute('href')).toBe('https://tracker.example/IAM-1234');
  expect(screen.getByRole('link', { name: 'kim.sato@northwind.example' }).getAttribute('href')).toBe(
    'log.html#grant=one',
  );
  await expectNoAxeViolations(container);
});

test('is honest when nothing waits, and claims nothing before it was read', async () => {
  const { container, unmount } = show([]);
  const empty = region().textContent;
  await expectNoAxeViolations(container);
  unmount();
  const before = show(undefined);

  expect(empty).toContain('No invitation is waiting for an answer.');
  expect(region().textContent).toBe('Pending invitations');
  await expectNoAxeViolations(before.container);
});

test('names of everybody who accepted and was given nothing yet what comes next', async () => {
  const accepted = aGrant({ scope: ['Production', 'Staging'], access: [{ name: 'Staging', role: 'Admin' }] });
  const { container } = render(
    <PendingList
      pending={[]}
      awaiting={[accepted]}
      nextOf={() => 'groups or policies for'}
      vendorName={() => 'RudderStack'}
      ticketLink=""
      now={now}
    />,
  );

  const list = screen.getByRole('list', { name: 'Accepted, but app roles never assigned' });
  expect(list.textContent).toContain('Next: groups or policies for Production.');
  await expectNoAxeViolations(container);
});

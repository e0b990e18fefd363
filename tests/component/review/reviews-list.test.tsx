import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ReviewsList } from '@/components/review/reviews-list';
import type { Grant } from '@/lib/domain/grant/grant';
import { reviewsDue } from '@/lib/domain/review/review';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant, mark } from '../../support/grants';

const now = new Date(2026, 10, 21, 12);
const active = (id: string, at: string, change: Partial<Grant> = {}) =>
  aGrant({ id, milestones: { active: mark(5, at) }, ...change });
const show = (grants: Grant[] | undefined) =>
  render(<ReviewsList reviews={grants && reviewsDue(grants, now)} vendorName={() => 'RudderStack'} ticketLink="" />);
const region = () => screen.getByRole('region', { name: 'Reviews due' });

test('lists what is over, what ends soon and what is to be looked at again', async () => {
  const { container } = show([
    active('ended', '2026-08-01T12:00:00.000Z', { accessEnds: '2026-11-20', ticket: 'IAM-1' }),
    active('today', '2026-11-01T12:00:00.000Z', { accessEnds: '2026-11-21', ticket: 'IAM-2' }),
    active('admin', '2026-09-01T12:00:00.000Z', { role: 'Admin', ticket: 'IAM-3' }),
    active('later', '2026-11-01T12:00:00.000Z', { ticket: 'IAM-4' }),
  ]);

  const rows = within(region())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent?.replace('kim.sato@northwind.example', ''));

  expect(rows).toEqual([
    'IAM-1 · RudderStackRemove it at the vendor: Grantbook cannot.Overdue20 Nov 20261 day ago Calendar file',
    'IAM-2 · RudderStackTemporary access.Ends21 Nov 2026today Calendar file',
    'IAM-3 · RudderStackPrivileged role: every 90 days.Review30 Nov 2026in 9 days Calendar file',
  ]);
  await expectNoAxeViolations(container);
});

test.each([
  ['and names what comes next', [active('later', '2026-11-01T12:00:00.000Z')], 'Next: IAM-1234 on 30 Apr 2027.'],
  ['and says when anything will', [], 'Access appears here before it ends, and as often as your review policy says.'],
])('is honest when nothing is due, %s', async (_what, grants, words) => {
  const { container } = show(grants);

  expect(region().textContent).toContain('Nothing is due in the next 30 days.');
  expect(region().textContent).toContain(words);
  await expectNoAxeViolations(container);
});

test('claims nothing before the grants were read', async () => {
  const { container } = show(undefined);

  expect(region().textContent).toBe('Reviews due');
  await expectNoAxeViolations(container);
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { OpenGrants } from '@/components/grants/open-grants';
import type { Grant } from '@/lib/domain/grant/grant';
import { defaultSettings } from '@/lib/domain/values/settings';
import { vendors } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant, mark } from '../../support/grants';

const now = new Date('2026-11-21T09:00:00.000Z');
const show = (grants: Grant[] | undefined, ticketLink = '', onChoose = vi.fn()) =>
  render(
    <OpenGrants
      grants={grants}
      vendors={vendors}
      settings={{ ...defaultSettings, ticketLink }}
      now={now}
      onChoose={onChoose}
    />,
  );
const list = () => screen.getByRole('list', { name: 'Open grants' });

test('shows ticket, vendor, status, person and what comes next', async () => {
  const invited = mark(4, '2026-11-20T09:00:00.000Z');
  const { container } = show([aGrant({ generation: 'members', milestones: { invited } })]);

  const [item] = within(list()).getAllByRole('listitem');

  expect(item?.textContent).toContain('IAM-1234RudderStackInvited');
  expect(item?.textContent).toContain('kim.sato@northwind.example');
  expect(item?.textContent).toContain('Next: Go to Settings → “Members”.');
  await expectNoAxeViolations(container);
});

test('links the ticket where the organization says how', async () => {
  const { container } = show([aGrant({ ticket: '#77' })], 'https://tracker.example/t/{ticket}');

  expect(screen.getByRole('link', { name: '#77' }).getAttribute('href')).toBe('https://tracker.example/t/77');
  await expectNoAxeViolations(container);
});

test('chooses the grant to be guided, by keyboard', async () => {
  const user = userEvent.setup();
  const onChoose = vi.fn();
  const grants = [aGrant({ id: 'one' }), aGrant({ id: 'two', ticket: 'IAM-2' })];
  const { container } = show(grants, '', onChoose);

  await user.tab();
  await user.tab();
  await user.keyboard('{Enter}');

  expect(onChoose).toHaveBeenCalledWith(grants[1]);
  expect(screen.getByRole('button', { name: 'Guide IAM-2: kim.sato@northwind.example' })).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('shows hostile text as text, and a forgotten person as one', async () => {
  const { container } = show([
    aGrant({ id: 'one', ticket: '<img src=x>', email: null }),
    aGrant({ id: 'two', vendor: 'from tomorrow' }),
  ]);

  expect(list().textContent).toContain('<img src=x>');
  expect(list().textContent).toContain('a forgotten person');
  expect(list().textContent).toContain('from tomorrow');
  expect(container.querySelector('img')).toBeNull();
  await expectNoAxeViolations(container);
});

test('says how to begin while nothing is open, and claims nothing before it was read', async () => {
  const { container, unmount } = show([]);
  const empty = container.textContent;
  await expectNoAxeViolations(container);
  unmount();
  const before = show(undefined);

  expect(empty).toContain('Nothing is open.');
  expect(before.container.textContent).toBe('Open grants');
  await expectNoAxeViolations(before.container);
});

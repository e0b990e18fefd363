import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ThisPage } from '@/components/grants/this-page';
import type { TabPage, VendorTab } from '@/lib/domain/grant/page-facts';
import { vendors } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/axe';
import { facts } from '../../unit/messaging/samples';

const url = 'https://app.rudderstack.com/settings/members';
const recognised = {
  vendor: 'rudderstack',
  generation: 'members',
  page: 'members',
  evidence: ['heading or current tab “Members”', 'button “Invite member”'],
  missing: [],
};
const show = (page: (TabPage & Partial<VendorTab>) | null | undefined) =>
  render(
    <ThisPage onAssume={async () => null} page={page && { grant: null, facts: null, ...page }} vendors={vendors} />,
  );
const region = () => screen.getByRole('region', { name: 'This page' });

test('names vendor, page and version of a recognised page, and by what it was recognised', async () => {
  const { container } = show({ url, recognised, nearest: null });

  expect(region().textContent).toContain('RudderStack Settings › Members (2023)');
  expect(region().textContent).toContain('Recognised');
  expect(
    within(region())
      .getAllByRole('listitem', { hidden: true })
      .map(({ textContent }) => textContent),
  ).toEqual(['Found: heading or current tab “Members”', 'Found: button “Invite member”']);
  await expectNoAxeViolations(container);
});

test.each([
  ['healthy', { 'invite-button': true, 'member-list': true }, 'All 2 landmarks found'],
  ['not healthy', { 'member-list': true }, '1 of 2 landmarks found. Not found: the button “Invite member”.'],
])('says how much of a page that is %s was found', async (_what, landmarks, expected) => {
  const { container } = show({ url, recognised, nearest: null, facts: facts({ rows: [], landmarks }) });

  expect(region().textContent).toContain(expected);
  await expectNoAxeViolations(container);
});

test.each([
  ['the page does not answer', null],
  ['the facts are of another page', facts({ recognition: { ...recognised, page: 'another' } })],
])('says nothing of its landmarks where %s', async (_what, seen) => {
  const { container } = show({ url, recognised, nearest: null, facts: seen });

  expect(region().textContent).not.toContain('landmarks');
  await expectNoAxeViolations(container);
});

test.each([
  ['recognised', recognised],
  ['not told apart without its list', null],
])('says that a page that is %s cannot be read where its reader was refused', async (_what, seen) => {
  const { container } = show({ url, recognised: seen, nearest: null, isUnreadable: true });

  expect(region().textContent).toContain('could not be loaded. Reload the page.');
  await expectNoAxeViolations(container);
});

test('shows ids where this version does not know the page', async () => {
  const { container } = show({
    url,
    recognised: { ...recognised, generation: 'from tomorrow', page: 'people' },
    nearest: null,
  });

  expect(region().textContent).toContain('RudderStack people');
  expect(region().textContent).toContain('from tomorrow');
  await expectNoAxeViolations(container);
});

test('says what was found and what was missing on a page that comes near', async () => {
  const nearest = { name: 'Settings › Members', found: ['column “Email”'], missing: ['button “<b>Invite</b>”'] };
  const { container } = show({ url, recognised: null, nearest });

  expect(region().textContent).toContain('RudderStack, but not a page that Grantbook guides on.');
  expect(region().textContent).toContain('Closest: Settings › Members');
  expect(
    within(region())
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Found: column “Email”', 'Missing: button “<b>Invite</b>”']);
  expect(region().querySelector('b')).toBeNull();
  await expectNoAxeViolations(container);
});

test('says where to go on any other page of a vendor', async () => {
  const { container } = show({ url: 'https://app.logrocket.com/acme/sessions', recognised: null, nearest: null });

  expect(region().textContent).toContain('LogRocket, but not a page');
  expect(region().textContent).toContain('Settings › Organization › Team');
  await expectNoAxeViolations(container);
});

test('links to every vendor from anywhere else', async () => {
  const { container } = show(null);

  const links = within(region()).getAllByRole('link');

  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual(
    vendors.map(({ name, home }) => [`Open ${name}`, home]),
  );
  await expectNoAxeViolations(container);
});

test('claims nothing before the tab has answered', async () => {
  const { container } = show(undefined);

  expect(region().textContent).toBe('This pageLooking at this tab…');
  await expectNoAxeViolations(container);
});

import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { OptionsApp } from '@/entrypoints/options/options-app';
import { expectNoAxeViolations } from '../../support/axe';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const { local, managed } = fakeBrowser.storage;

const correction = {
  vendor: 'rudderstack',
  generation: 'members',
  page: 'members',
  landmark: 'invite-button',
  role: 'button',
  name: 'Add people',
  at: '2026-11-21T12:00:00.000Z',
};
const described = {
  vendor: 'rudderstack',
  organization: '',
  generation: 'members',
  kind: 'role',
  name: 'Campaign manager',
  gives: ['view'],
  on: '2026-11-21',
};
const months = () => screen.getByRole('textbox', { name: 'Months to keep personal values' }) as HTMLInputElement;
const place = 'app.rudderstack.com/people';

beforeEach(resetFakeBrowser);

test.each<[string, () => Promise<void>, () => unknown]>([
  [
    'a correction',
    () => local.set({ corrections: [correction] }),
    () => screen.queryByText('“Add people”', { exact: false }),
  ],
  [
    'a page that was named',
    () => local.set({ assumed: { [place]: { generation: 'members', page: 'members' } } }),
    () => screen.queryByText(place),
  ],
  [
    'a described role',
    () => local.set({ described: [described] }),
    () => screen.queryByText('Campaign manager', { exact: false }),
  ],
  [
    'a setting',
    () => local.set({ settings: { ticketLink: 'https://jira.example/{ticket}' } }),
    () => screen.queryByDisplayValue('https://jira.example/{ticket}'),
  ],
  ['the policy', () => managed.set({ retentionMonths: 24 }), () => months().readOnly && months().value === '24'],
])('%s that comes while the options are open is shown at once', async (_what, come, find) => {
  const { container } = render(<OptionsApp />);
  await screen.findByRole('heading', { name: 'Grantbook options' });
  expect(find()).toBeFalsy();

  await act(come);

  await waitFor(() => expect(find()).toBeTruthy());
  await expectNoAxeViolations(container);
});

test('what was taught is taken back one by one', async () => {
  const user = userEvent.setup();
  await local.set({ corrections: [correction], assumed: { [place]: { generation: 'members', page: 'members' } } });
  const { container } = render(<OptionsApp />);
  const list = within(await screen.findByRole('list', { name: 'Corrections' }));

  await user.click(list.getByRole('button', { name: /^Remove / }));
  await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(1));
  await user.click(list.getByRole('button', { name: `Forget ${place}` }));

  expect(await screen.findByText(/Grantbook finds everything by itself/)).toBeTruthy();
  expect(await local.get(['corrections', 'assumed'])).toEqual({ corrections: [], assumed: {} });
  await expectNoAxeViolations(container);
});

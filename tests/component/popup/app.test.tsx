import 'fake-indexeddb/auto';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { App } from '@/entrypoints/popup/app';
import { db } from '@/lib/storage/db';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { expectNoAxeViolations } from '../../support/axe';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

type Asked = { command: string; payload: Record<string, unknown> };

/** A background that answers as told, by command; what it was asked is kept. */
function background(answers: Record<string, unknown>): Asked[] {
  const asked: Asked[] = [];
  fakeBrowser.runtime.sendMessage.mockImplementation(async (message) => {
    const { command } = message as Asked;
    asked.push(message as Asked);
    if (!(command in answers)) throw new Error('Could not establish connection.');
    return answers[command];
  });
  return asked;
}

const field = (name: string) => screen.findByRole('textbox', { name });

beforeEach(async () => {
  resetFakeBrowser();
  await db.grants.clear();
  await saveSettings({ identity: { name: 'Dana Whitfield', email: 'dana@acme.example' } });
});

async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'New grant' }));
  await user.type(await field('IAM ticket'), 'IAM-1234');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Vendor' }), 'RudderStack');
  await user.type(await field('Collaborator email'), 'kim.sato@northwind.example');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Purpose' }), 'Look only');
  await user.type(await field('Approved by'), 'Priya Raman');
  await user.type(await field('Reason'), 'Checks event delivery');
}

test('opens again with everything that was typed, however it was closed', async () => {
  const user = userEvent.setup({ delay: null });
  background({ 'tab.page': null });
  const first = render(<App />);
  await fillIn(user);

  dispatchEvent(new Event('pagehide'));
  first.unmount();
  const { container } = render(<App />);

  expect(await field('IAM ticket')).toHaveProperty('value', 'IAM-1234');
  expect(screen.getByRole('combobox', { name: 'Purpose' })).toHaveProperty('value', 'look');
  expect(await field('Reason')).toHaveProperty('value', 'Checks event delivery');
  await expectNoAxeViolations(container);
});

test('starts the same grant again after no answer came, and forgets the draft once one did', async () => {
  const user = userEvent.setup({ delay: null });
  const silent = background({ 'tab.page': null });
  const { container } = render(<App />);
  await fillIn(user);
  await user.click(screen.getByRole('button', { name: 'Start grant' }));
  const said = (await screen.findByRole('alert')).textContent;
  const first = silent.find(({ command }) => command === 'grant.start')?.payload;

  const asked = background({ 'grant.start': { ok: true, grant: String(first?.id) } });
  await user.click(screen.getByRole('button', { name: 'Start grant' }));
  await screen.findByText(/IAM-1234 is started/);

  expect(said).toMatch(/did not answer/);
  expect(asked.find(({ command }) => command === 'grant.start')?.payload).toEqual(first);
  await waitFor(async () => expect(await fakeBrowser.storage.local.get('draft')).toEqual({}));
  await expectNoAxeViolations(container);
});

test('shows beside its field what only the background can know', async () => {
  const user = userEvent.setup({ delay: null });
  background({ 'tab.page': null, 'grant.start': { ok: false, errors: { ticket: 'Say who you are first.' } } });
  const { container } = render(<App />);
  await fillIn(user);

  await user.click(screen.getByRole('button', { name: 'Start grant' }));

  await waitFor(async () => expect((await field('IAM ticket')).getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByText('Say who you are first.')).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('claims no page where nobody answers', async () => {
  background({});
  const { container } = render(<App />);

  expect(await screen.findByText('No vendor’s console in this tab.')).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('says what the page is as soon as it is known, without being opened again', async () => {
  const url = 'https://app.rudderstack.com/settings/members';
  const tab = { url, recognised: null, nearest: null, grant: null, facts: null };
  background({ 'tab.page': tab });
  const { container } = render(<App />);
  await screen.findByText(/not a page that Grantbook/);

  const recognised = { vendor: 'rudderstack', generation: 'members', page: 'members', evidence: [], missing: [] };
  background({ 'tab.page': { ...tab, recognised } });
  await stored.tabs.at(1).write({ page: { url, recognised, nearest: null }, grant: null, facts: null, at: 0 });

  expect(await screen.findByText('Recognised')).toBeTruthy();
  await expectNoAxeViolations(container);
});

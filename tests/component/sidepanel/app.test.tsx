import 'fake-indexeddb/auto';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '@/entrypoints/sidepanel/app';
import type { VendorTab } from '@/lib/domain/grant/page-facts';
import { db } from '@/lib/storage/db';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { expectNoAxeViolations } from '../../support/axe';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';
import { aGrant } from '../../support/grants';
import { facts, tabPage, vendorTab } from '../../unit/messaging/samples';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const kim = aGrant({ generation: 'members' });
const ana = aGrant({
  id: '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c02',
  ticket: 'IAM-2',
  email: 'ana@northwind.example',
  generation: 'members',
  last: { seq: 9, at: '2026-11-20T09:00:00.000Z' },
});

type Asked = { command: string; payload: Record<string, unknown> };
let beside: VendorTab | null;
let asked: Asked[];

/** Another state of the tab beside the panel, as the background keeps it. */
async function besides(change: VendorTab | null) {
  beside = change;
  await act(() => stored.tabs.at(7).write({ page: tabPage(), grant: change?.grant ?? null, facts: null, at: 1 }));
}

beforeEach(async () => {
  resetFakeBrowser();
  await db.grants.clear();
  await db.grants.bulkAdd([kim, ana].map(storedGrant));
  await saveSettings({ identity: { name: 'Dana Whitfield', email: 'dana@acme.example' } });
  beside = null;
  asked = [];
  fakeBrowser.runtime.sendMessage.mockImplementation(async (message) => {
    const one = message as Asked;
    if (one.command === 'tab.page') return beside;
    asked.push(one);
    return { ok: true };
  });
});

const heading = (name: RegExp) => screen.findByRole('heading', { level: 2, name });
const openGuide = async () => userEvent.click(await screen.findByRole('tab', { name: 'Guide' }));

describe('the tab Guide', () => {
  test('shows the grant that the page beside it guides, and what that page shows', async () => {
    beside = vendorTab({
      grant: kim.id,
      facts: facts({ rows: [], form: { emails: [], roles: ['Admin'] }, landmarks: { 'email-field': true } }),
    });
    const { container } = render(<App />);
    await openGuide();

    await heading(/IAM-1234/);
    const steps = screen.getByRole('list', { name: 'Steps' });

    expect(steps.querySelector('[aria-current="step"]')?.textContent).toContain('Enter kim.sato@northwind.example');
    expect(screen.getByRole('alert', { name: 'Role warning' })).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  test('follows the page to another grant', async () => {
    beside = vendorTab({ grant: kim.id, facts: facts() });
    const { container } = render(<App />);
    await openGuide();
    await heading(/IAM-1234/);

    await besides(vendorTab({ grant: ana.id, facts: facts() }));

    await heading(/IAM-2/);
    await expectNoAxeViolations(container);
  });

  test('goes on without any page, with the grant changed last', async () => {
    const { container } = render(<App />);
    await openGuide();

    await heading(/IAM-2/);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Go to Settings → “Members”.' }));

    expect(asked).toEqual([{ command: 'step.confirm', payload: { grant: ana.id, step: 'open-members' } }]);
    expect(screen.queryByRole('button', { name: 'Show me' })).toBeNull();
    await expectNoAxeViolations(container);
  });

  test.each([
    ['shows', { 'member-list': true }, 'Show me', 'landmark.show'],
    ['lets the admin point at', { 'member-list': false }, 'Point at it', 'landmark.pick'],
  ])('%s a landmark on the page beside it', async (_what, landmarks, name, command) => {
    beside = vendorTab({ grant: kim.id, facts: facts({ rows: [], landmarks }) });
    const { container } = render(<App />);
    await openGuide();
    await heading(/IAM-1234/);

    await userEvent.click(within(screen.getByRole('list', { name: 'Steps' })).getByRole('button', { name }));

    expect(asked).toEqual([{ command, payload: { landmark: 'member-list' } }]);
    await expectNoAxeViolations(container);
  });
});

test('the tab Review holds what waits, what differs and what is due, in that order', async () => {
  const { container } = render(<App />);
  await screen.findByRole('button', { name: 'Read this page' });

  const regions = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

  expect(regions).toEqual(['Pending invitations', 'Findings', 'Reviews due']);
  await expectNoAxeViolations(container);
});

describe('where the vendor’s dialog makes the guide in the page inert', () => {
  test('opens on the guide', async () => {
    beside = vendorTab({ grant: kim.id, facts: facts({ blocked: true }) });
    const { container } = render(<App />);

    await heading(/IAM-1234/);
    expect(screen.getByRole('tab', { name: 'Guide' }).getAttribute('aria-selected')).toBe('true');
    await expectNoAxeViolations(container);
  });

  test('leaves the tab that the admin chose', async () => {
    const { container } = render(<App />);
    await userEvent.click(await screen.findByRole('tab', { name: 'Review' }));

    await besides(vendorTab({ grant: kim.id, facts: facts({ blocked: true }) }));

    await waitFor(() => expect(screen.getByRole('tab', { name: 'Review' }).getAttribute('aria-selected')).toBe('true'));
    await expectNoAxeViolations(container);
  });
});

import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { Steps } from '@/components/checklist/steps';
import type { Grant } from '@/lib/domain/grant/grant';
import { guideFor } from '@/lib/vendors/guide';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant, mark } from '../../support/grants';
import { facts } from '../../unit/messaging/samples';

const at = '2026-11-20T09:00:00.000Z';
const confirmed = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, mark(5, at, 'confirmed')]));
const settings = { plan: '', sso: false, scope: [] };
const prepared = ['check-rights', 'check-workspace', 'settle-role', 'check-limit'];

/** The checklist of a grant at RudderStack members, as the guide shows it. */
function list(change: Partial<Grant>, props: Partial<Parameters<typeof Steps>[0]> = {}) {
  const grant = aGrant({ generation: 'members', recommended: { role: 'Read-Only', scopeRole: null }, ...change });
  const guide = guideFor(grant, null, settings);
  if (!guide) throw new Error('RudderStack members is not registered');
  return (
    <Steps view={guide.view} grant={grant} pages={guide.generation.pages} facts={null} onToggle={() => {}} {...props} />
  );
}

const isOpen = (title: string) => screen.getByText(title).closest('details')?.open;
const boxNamed = (name: string | RegExp) => screen.getByRole('checkbox', { name });
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

test('opens the stage that is due; the finished ones and the later ones are a line with a count', async () => {
  const { container } = render(list({ page: mark(3, at), confirmed: confirmed(...prepared) }));

  const lines = [...container.querySelectorAll('summary')].map(({ textContent }) => textContent);

  expect(lines.slice(0, 2)).toEqual(['Before you invite5 of 5', 'Invite0 of 5']);
  expect(['Before you invite', 'Invite', 'Until they accept'].map(isOpen)).toEqual([false, true, false]);
  expect(within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('listitem').length).toBeGreaterThan(4);
  await expectNoAxeViolations(container);
});

test('says of each settled step whether the page showed it or the admin said it', async () => {
  const { container } = render(list({ page: mark(3, at), confirmed: confirmed('check-rights') }));

  const state = (box: HTMLElement) =>
    document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent ?? null;
  const seen = boxNamed('Go to Settings → “Members”.');
  const said = boxNamed('Check that your own role is “Admin”.');

  expect([state(seen), (seen as HTMLInputElement).checked, (seen as HTMLInputElement).disabled]).toEqual([
    'Observed',
    true,
    true,
  ]);
  expect([state(said), (said as HTMLInputElement).checked, (said as HTMLInputElement).disabled]).toEqual([
    'Confirmed by you',
    true,
    false,
  ]);
  expect(state(boxNamed(/^Check that this is the workspace/))).toBeNull();
  await expectNoAxeViolations(container);
});

test('only the current step says why, and shows where', async () => {
  const user = userEvent.setup();
  const onShow = vi.fn();
  const seen = facts({ landmarks: { 'member-list': true } });
  const { container } = render(list({ page: mark(3, at) }, { facts: seen, onShow }));

  await user.click(screen.getByRole('button', { name: 'Show me' }));

  expect(onShow).toHaveBeenCalledWith('member-list');
  expect(screen.getByText('Only an Admin can invite people to the workspace.')).toBeTruthy();
  expect(container.querySelectorAll('[aria-current="step"]')).toHaveLength(1);
  await expectNoAxeViolations(container);
});

test('names the element that the page does not show, instead of pointing at it', async () => {
  const user = userEvent.setup();
  const onPick = vi.fn();
  const { container } = render(
    list(
      { page: mark(3, at), confirmed: confirmed(...prepared) },
      { facts: facts({ landmarks: {} }), onShow: () => {}, onPick },
    ),
  );

  await user.click(screen.getByRole('button', { name: 'Point at it' }));

  expect(screen.queryByRole('button', { name: 'Show me' })).toBeNull();
  expect(container.textContent).toContain('Not on the page right now: the button “Invite member”.');
  expect(onPick).toHaveBeenCalledWith('invite-button');
  await expectNoAxeViolations(container);
});

test.each([
  ['an element that should be there is missing', 'open-form', true],
  ['a field of a form that is not open', 'enter-email', false],
])('tells %s by its look', async (_what, step, lost) => {
  const done = ['open-form', 'enter-email'].filter((id) => id !== step);
  const { container } = render(
    list({ page: mark(3, at), confirmed: confirmed(...prepared, ...done) }, { facts: facts({ landmarks: {} }) }),
  );

  const words = screen.getByText(/^Not on the page right now/).parentElement;

  expect(words?.className.includes('lost')).toBe(lost);
  await expectNoAxeViolations(container);
});

test('any other step tells why on demand', async () => {
  const user = userEvent.setup();
  const { container } = render(list({ page: mark(3, at) }));
  const about = screen.getByRole('button', {
    name: 'About: Confirm the role: Read-Only is the least that does the job.',
  });
  const before = screen.queryByText('Each role includes everything that the lesser ones may do.');

  await user.click(about);

  expect(before).toBeNull();
  expect(about.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByText('Each role includes everything that the lesser ones may do.')).toBeTruthy();
  await expectNoAxeViolations(container);
});

describe('the admin', () => {
  test('confirms a step by its box, its text or the space bar', async () => {
    const user = userEvent.setup();
    const onToggle = vi.fn();
    const { container } = render(list({ page: mark(3, at) }, { onToggle }));

    await user.click(boxNamed('Check that your own role is “Admin”.'));
    await user.click(screen.getByText('Check that your own role is “Admin”.'));
    await user.keyboard(' ');

    expect(onToggle.mock.calls.map(([step]) => [step.id, step.state])).toEqual([
      ['check-rights', 'open'],
      ['check-rights', 'open'],
      ['check-rights', 'open'],
    ]);
    await expectNoAxeViolations(container);
  });

  test('cannot take back what was observed', async () => {
    const user = userEvent.setup();
    const onToggle = vi.fn();
    const { container } = render(list({ page: mark(3, at) }, { onToggle }));

    await user.click(boxNamed('Go to Settings → “Members”.'));

    expect(onToggle).not.toHaveBeenCalled();
    await expectNoAxeViolations(container);
  });

  test('looks into any stage, and comes back to the due one', async () => {
    const user = userEvent.setup();
    const { container } = render(list({ page: mark(3, at) }));

    await user.click(screen.getByText('Check and close'));
    await settled();
    const away = ['Before you invite', 'Check and close'].map(isOpen);
    await user.click(screen.getByText('Check and close'));
    await settled();

    expect(away).toEqual([false, true]);
    expect(['Before you invite', 'Check and close'].map(isOpen)).toEqual([true, false]);
    await expectNoAxeViolations(container);
  });

  test('copies what is typed elsewhere', async () => {
    const user = userEvent.setup();
    const { container } = render(list({ page: mark(3, at), confirmed: confirmed('check-rights'), ticket: 'IAM-1234' }));

    await user.click(screen.getByRole('button', { name: 'Copy ticket' }));

    expect(await navigator.clipboard.readText()).toBe('IAM-1234');
    await expectNoAxeViolations(container);
  });

  test('keeps the focus in the list when a stage folds away under it', async () => {
    const user = userEvent.setup();
    const almost = prepared.slice(0, -1);
    const { container, rerender } = render(list({ page: mark(3, at), confirmed: confirmed(...almost) }));
    await user.click(boxNamed(/^Check that the plan/));

    rerender(list({ page: mark(3, at), confirmed: confirmed(...prepared) }));

    expect(document.activeElement).toBe(boxNamed('Click “Invite member”.'));
    await expectNoAxeViolations(container);
  });
});

test('takes no focus that it does not have', async () => {
  const { container, rerender } = render(list({ page: mark(3, at), confirmed: confirmed(...prepared.slice(0, -1)) }));

  rerender(list({ page: mark(3, at), confirmed: confirmed(...prepared) }));

  expect(document.activeElement).toBe(document.body);
  await expectNoAxeViolations(container);
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Campaigns } from '@/components/review/campaigns';
import type { Grant } from '@/lib/domain/grant/grant';
import type { Campaign, CampaignDecision } from '@/lib/domain/review/campaign';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant, mark } from '../../support/grants';

const at = '2026-11-20T09:00:00.000Z';
const live = { milestones: { active: mark(3, at) } };
const kim = aGrant({ id: 'kim', email: 'kim@x.example', role: 'Member', ...live });
const ada = aGrant({ id: 'ada', email: 'ada@x.example', approvedBy: 'Priya Raman', ...live });
const decision = (own = false): CampaignDecision => ({
  seq: 8,
  at,
  decision: 'keep',
  role: 'Member',
  reason: 'Needed',
  own,
  reviewer: 'Robin Vale',
});
const campaign = (change: Partial<Campaign> = {}): Campaign => ({
  id: 'c1',
  seq: 7,
  startedAt: at,
  by: 'vendor',
  what: 'rudderstack',
  grants: ['kim', 'ada'],
  decisions: new Map(),
  finished: null,
  ...change,
});
const signedOff = { seq: 12, at, statement: 'Looked through', by: 'Robin Vale' };

function show(campaigns: Campaign[], grants: Grant[] = [kim, ada], own = false) {
  const actions = {
    onDecide: vi.fn(async () => null),
    onStartCampaign: vi.fn(async () => null),
    onFinishCampaign: vi.fn(async () => null),
  };
  const { container } = render(
    <Campaigns
      campaigns={campaigns}
      grants={grants}
      isOwn={() => own}
      actions={actions}
      vendorName={() => 'RudderStack'}
      ticketLink=""
    />,
  );
  return { container, actions };
}

const left = () =>
  within(screen.getByRole('list', { name: 'Left to review: All at RudderStack' })).queryAllByRole('listitem');

test('offers what can be reviewed at once, and begins it', async () => {
  const user = userEvent.setup();
  const { container, actions } = show([]);

  await user.click(screen.getByRole('button', { name: 'Start review' }));
  const which = screen.getByRole('combobox', { name: 'What to review' });
  expect(
    within(which)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Everything that is due', 'All at RudderStack', 'Approved by Dana Whitfield', 'Approved by Priya Raman']);
  await expectNoAxeViolations(container);
  await user.selectOptions(which, 'Approved by Priya Raman');
  await user.click(
    within(screen.getByRole('form', { name: 'Start review' })).getByRole('button', { name: 'Start review' }),
  );

  expect(actions.onStartCampaign.mock.calls).toEqual([['approver', 'Priya Raman']]);
});

test('offers nothing where there is no live access', () => {
  show([], [aGrant()]);

  expect(screen.queryByRole('button', { name: 'Start review' })).toBeNull();
});

test('shows how far it is, and takes the decision on each of those that are left', async () => {
  const user = userEvent.setup();
  const { container, actions } = show([campaign({ decisions: new Map([['ada', decision(true)]]) })], [kim, ada], true);

  expect(screen.getByRole('heading', { name: 'Review: All at RudderStack' })).toBeDefined();
  expect(screen.getByRole('progressbar', { name: /All at RudderStack/ }).getAttribute('aria-valuetext')).toBe('1 of 2');
  expect(container.textContent).toContain(
    '1 of 2 decided, 1 by the one who granted it. You can leave and go on later.',
  );
  expect(left().map((row) => within(row).getByRole('link', { name: /@/ }).textContent)).toEqual(['kim@x.example']);
  expect(screen.queryByRole('button', { name: 'Sign off' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Review' }));
  expect(container.textContent).toContain('You granted this yourself');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Decision' }), 'Remove');
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'Left the project');
  await expectNoAxeViolations(container);
  await user.click(within(screen.getByRole('form', { name: 'Review' })).getByRole('button', { name: 'Review' }));

  expect(actions.onDecide.mock.calls).toEqual([[kim, 'c1', 'remove', 'Left the project']]);
});

test('is signed off with a statement once everything is decided, or gone', async () => {
  const user = userEvent.setup();
  const gone = { ...ada, milestones: { ...ada.milestones, removed: mark(9, at) } };
  const { container, actions } = show([campaign({ decisions: new Map([['kim', decision()]]) })], [kim, gone]);

  expect(left()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Sign off' }));
  await user.type(screen.getByRole('textbox', { name: 'What was looked at, and with whom' }), 'With the team lead');
  await expectNoAxeViolations(container);
  await user.click(within(screen.getByRole('form', { name: 'Sign off' })).getByRole('button', { name: 'Sign off' }));

  expect(actions.onFinishCampaign.mock.calls).toEqual([['c1', 'With the team lead']]);
});

test('gives the report of those that were signed off', async () => {
  const user = userEvent.setup();
  const many = Array.from({ length: 5 }, (_, index) =>
    campaign({ id: `c${index}`, finished: signedOff, decisions: new Map([['kim', decision()]]) }),
  );
  const { container } = show(many);

  await user.click(screen.getByText('5 signed-off reviews'));
  const list = screen.getByRole('list', { name: 'Signed-off reviews' });
  const reports = () => within(list).getAllByRole('button', { name: 'Copy report' });
  expect(reports()).toHaveLength(3);
  expect(list.textContent).toContain('1 kept, 0 to be modified, 0 to be removed. Signed off on 20 Nov 2026.');
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  await user.click(reports()[4] ?? container);

  expect(await navigator.clipboard.readText()).toContain('Signed off by Robin Vale');
  await expectNoAxeViolations(container);
});

test('names nobody who was forgotten', () => {
  const { container } = show([campaign({ by: 'approver', what: null, finished: signedOff })]);

  expect(container.textContent).toContain('Approved by a forgotten person');
});

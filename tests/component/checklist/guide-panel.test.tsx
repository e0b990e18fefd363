import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { GuidePanel, type GuidePanelProps } from '@/components/checklist/guide-panel';
import { onlySettings } from '@/lib/vendors/advising';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant, mark } from '../../support/grants';
import { facts } from '../../unit/messaging/samples';
import { noActions } from './no-actions';

const props = (change: Partial<GuidePanelProps> = {}): GuidePanelProps => ({
  grants: [],
  chosen: null,
  looking: null,
  aboutOf: () => onlySettings({ plan: '', sso: false, scope: [] }),
  problem: null,
  now: new Date('2026-11-21T09:00:00.000Z'),
  onChoose: () => {},
  message: '',
  actionsFor: () => noActions(),
  ...change,
});
const first = aGrant({ id: 'first', generation: 'members' });
const second = aGrant({ id: 'second', ticket: 'IAM-2', email: 'ana@northwind.example', vendor: 'logrocket' });

test('says where grants come from while there is none', async () => {
  const { container } = render(<GuidePanel {...props()} />);

  expect(screen.getByText('No grant is open.')).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('shows nothing before the grants were read', async () => {
  const { container } = render(<GuidePanel {...props({ grants: undefined })} />);

  expect(container.textContent).toBe('');
  await expectNoAxeViolations(container);
});

test('guides through the grant changed last, and offers the others', async () => {
  const user = userEvent.setup();
  const onChoose = vi.fn();
  const { container } = render(<GuidePanel {...props({ grants: [first, second], onChoose })} />);

  await user.selectOptions(screen.getByRole('combobox', { name: 'Grant' }), 'IAM-2 · ana@northwind.example');

  expect(screen.getByRole('heading', { level: 2, name: /IAM-1234/ })).toBeTruthy();
  expect(onChoose).toHaveBeenCalledWith('second');
  await expectNoAxeViolations(container);
});

test('guides through the chosen one', async () => {
  const { container } = render(<GuidePanel {...props({ grants: [first, second], chosen: 'second' })} />);

  expect(screen.getByRole('heading', { level: 2, name: /IAM-2 ana@northwind.example/ })).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('confirms, points and justifies for the grant that it shows', async () => {
  const user = userEvent.setup();
  const onToggle = vi.fn();
  const onShow = vi.fn();
  const onJustify = vi.fn(async () => null);
  const actionsFor = vi.fn(() => noActions({ onToggle, onShow, onJustify }));
  const wrong = { ...first, role: 'Admin', roleSeen: mark(6, '2026-11-20T09:00:00.000Z') };
  const looking = { grant: 'first', facts: facts({ rows: [] }) };
  const { container } = render(<GuidePanel {...props({ grants: [wrong], looking, actionsFor })} />);

  await user.click(screen.getByRole('checkbox', { name: 'Go to Settings → “Members”.' }));
  await user.click(screen.getByRole('button', { name: 'Show me' }));
  await user.type(screen.getByRole('textbox', { name: 'Justification' }), 'Runs the launch week');
  await user.click(screen.getByRole('button', { name: 'Log exception' }));

  expect(actionsFor).toHaveBeenCalledWith(wrong);
  expect(onToggle.mock.calls.map(([step]) => step.id)).toEqual(['open-members']);
  expect(onShow).toHaveBeenCalledWith('member-list');
  expect(onJustify).toHaveBeenCalledWith('Admin', 'Runs the launch week');
  expect(screen.getByRole('alert', { name: 'Role warning' }).textContent).toContain('The list shows Admin.');
  await expectNoAxeViolations(container);
});

describe('beside the vendor’s page', () => {
  const form = { emails: ['kim.sato@northwind.example'], roles: ['Admin'] };
  const seen = (grant: string) => ({ grant, facts: facts({ rows: [], form, landmarks: { 'role-field': true } }) });

  test('follows the form, and warns of its role, as the guide in the page does', async () => {
    const { container } = render(<GuidePanel {...props({ grants: [first], looking: seen('first') })} />);

    expect(container.querySelector('[aria-current="step"]')?.textContent).toMatch(/^Choose the role/);
    expect(screen.getByRole('alert', { name: 'Role warning' }).textContent).toContain('Admin is selected.');
    expect(screen.getByRole('button', { name: 'Show me' })).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  test.each([
    ['nothing', null],
    ['another grant’s page', seen('second')],
  ])('takes nothing from %s', async (_what, looking) => {
    const { container } = render(<GuidePanel {...props({ grants: [first, second], chosen: 'first', looking })} />);

    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Show me' })).toBeNull();
    expect(screen.getByRole('checkbox', { name: 'Go to Settings → “Members”.' })).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  test('lets an unknown role be described', async () => {
    const user = userEvent.setup();
    const onDescribe = vi.fn(async () => null);
    const unknown = { ...form, roles: ['Campaign manager'] };
    const looking = { grant: 'first', facts: facts({ rows: [], form: unknown }) };
    const { container } = render(
      <GuidePanel {...props({ grants: [first], looking, actionsFor: () => noActions({ onDescribe }) })} />,
    );

    await user.click(screen.getByRole('button', { name: 'Describe this role' }));
    const dialog = within(screen.getByRole('dialog', { name: 'What “Campaign manager” gives' }));
    await user.click(dialog.getAllByRole('checkbox')[0] as HTMLElement);
    await user.click(dialog.getByRole('button', { name: 'Keep description' }));

    expect(onDescribe).toHaveBeenCalledWith({ kind: 'role', name: 'Campaign manager', gives: [expect.any(String)] });
    await expectNoAxeViolations(container);
  });
});

test('says why something could not be done', async () => {
  const { container } = render(<GuidePanel {...props({ grants: [first], problem: 'This element cannot be seen.' })} />);

  expect(screen.getByText('This element cannot be seen.')).toBeTruthy();
  await expectNoAxeViolations(container);
});

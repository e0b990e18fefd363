import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { GuidePanel, type GuidePanelProps } from '@/components/checklist/guide-panel';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant, mark } from '../../support/grants';

const props = (change: Partial<GuidePanelProps> = {}): GuidePanelProps => ({
  grants: [],
  chosen: null,
  settingsOf: () => ({ plan: '', sso: false, scope: [] }),
  problem: null,
  now: new Date('2026-11-21T09:00:00.000Z'),
  onChoose: () => {},
  onToggle: () => {},
  onShow: () => {},
  onJustify: async () => null,
  message: '',
  actionsFor: () => ({
    onKeys: () => {},
    onRecordKey: async () => null,
    onRemove: async () => null,
    onKeep: () => {},
    onReport: async () => null,
  }),
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
  const wrong = { ...first, role: 'Admin', roleSeen: mark(6, '2026-11-20T09:00:00.000Z') };
  const { container } = render(<GuidePanel {...props({ grants: [wrong], onToggle, onShow, onJustify })} />);

  await user.click(screen.getByRole('checkbox', { name: 'Go to Settings → “Members”.' }));
  await user.click(screen.getByRole('button', { name: 'Show me' }));
  await user.type(screen.getByRole('textbox', { name: 'Justification' }), 'Runs the launch week');
  await user.click(screen.getByRole('button', { name: 'Log exception' }));

  expect(onToggle.mock.calls.map(([grant, step]) => [grant.id, step.id])).toEqual([['first', 'open-members']]);
  expect(onShow).toHaveBeenCalledWith('member-list');
  expect(onJustify).toHaveBeenCalledWith(wrong, 'Admin', 'Runs the launch week');
  expect(screen.getByRole('alert', { name: 'Role warning' }).textContent).toContain('The list shows Admin.');
  await expectNoAxeViolations(container);
});

test('says why something could not be done', async () => {
  const { container } = render(<GuidePanel {...props({ grants: [first], problem: 'This element cannot be seen.' })} />);

  expect(screen.getByText('This element cannot be seen.')).toBeTruthy();
  await expectNoAxeViolations(container);
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { FormOfStep, type GrantActions, GrantTools } from '@/components/checklist/grant-tools';
import { BeingRemoved } from '@/components/checklist/removal';
import type { StepView } from '@/lib/domain/grant/checklist';
import { defaultMessage } from '@/lib/domain/grant/invitation-message';
import { checkKey } from '@/lib/domain/grant/key-record';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant, mark } from '../../support/grants';

const actions = (change: Partial<GrantActions> = {}): GrantActions => ({
  onKeys: () => {},
  onRecordKey: async () => null,
  onDocumentKey: async () => null,
  onRemove: async () => null,
  onCancelRemoval: () => {},
  onReport: async () => null,
  ...change,
});
const settings = { plan: '', sso: false, scope: [] };
const step = (form: 'key' | 'message'): StepView => ({
  id: 'document-key',
  text: 'Note it.',
  why: 'Because.',
  state: 'open',
  landmark: null,
  copy: null,
  form,
  reaches: null,
  gives: [],
  canChange: true,
  claim: null,
  keyFor: null,
  contradiction: null,
  wasConfirmed: false,
  explained: null,
});
const invited = aGrant({ scope: ['Production'], milestones: { invited: mark(4, '2026-11-20T09:00:00.000Z') } });

test('builds the name of a key from who, what for and where, and records it', async () => {
  const user = userEvent.setup();
  const onRecordKey = vi.fn(async () => null);
  const { container } = render(
    <FormOfStep step={step('key')} grant={invited} message="" actions={actions({ onRecordKey })} />,
  );

  await user.type(screen.getByRole('textbox', { name: 'What the key is for' }), 'Source Maps');
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Key name' }).value;
  await user.selectOptions(screen.getByRole('combobox', { name: 'Key permissions' }), 'Read/write');
  await user.click(screen.getByRole('button', { name: 'Record key' }));

  expect(name).toBe('Collaborator - Source Maps - Production');
  expect(onRecordKey).toHaveBeenCalledWith(
    'document-key',
    expect.objectContaining({ name, permissions: 'Read/write', owner: 'kim.sato@northwind.example' }),
  );
  await expectNoAxeViolations(container);
});

test('refuses what looks like the key itself, beside its field, and keeps what was typed', async () => {
  const user = userEvent.setup();
  const onRecordKey: GrantActions['onRecordKey'] = async (_, form) => {
    const checked = checkKey(form, '2026-11-21');
    return checked.ok ? null : checked.errors;
  };
  const { container } = render(
    <FormOfStep step={step('key')} grant={invited} message="" actions={actions({ onRecordKey })} />,
  );

  await user.type(screen.getByRole('textbox', { name: 'What the key is for' }), 'Source Maps');
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Key name' });
  await user.clear(name);
  await user.type(name, 'acme:production:8sjK20dkLs92mXq7Rt4v');
  await user.click(screen.getByRole('button', { name: 'Record key' }));

  expect(await screen.findByText(/looks like an API key/)).toBeTruthy();
  expect(screen.getByText('Choose what the key may do.')).toBeTruthy();
  expect(name.value).toBe('acme:production:8sjK20dkLs92mXq7Rt4v');
  await expectNoAxeViolations(container);
});

test('drafts the message to the collaborator', async () => {
  const { container } = render(
    <FormOfStep step={step('message')} grant={invited} message={defaultMessage} actions={actions()} />,
  );

  const draft = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message to the collaborator' }).value;

  expect(draft).toContain('you are invited to RudderStack under IAM-1234');
  expect(draft).not.toMatch(/\{\w+\}/);
  await expectNoAxeViolations(container);
});

test('starts a removal with its reason, and says what is missing', async () => {
  const user = userEvent.setup();
  const onRemove = vi.fn(async (reason: string) => (reason === '' ? 'Say why.' : null));
  const { container } = render(<GrantTools grant={invited} settings={settings} actions={actions({ onRemove })} />);

  await user.click(screen.getByText('Remove this access'));
  await user.click(screen.getByRole('button', { name: 'Start removal' }));
  expect(await screen.findByText('Say why.')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Reason for removal' }), 'Project ended');
  await user.click(screen.getByRole('button', { name: 'Start removal' }));

  expect(onRemove).toHaveBeenLastCalledWith('Project ended');
  await expectNoAxeViolations(container);
});

test('takes a removal back', async () => {
  const user = userEvent.setup();
  const onCancelRemoval = vi.fn();
  const grant = { ...invited, removal: mark(9, '2026-11-21T09:00:00.000Z', 'confirmed') };
  const { container } = render(
    <>
      <BeingRemoved grant={grant} onCancelRemoval={onCancelRemoval} />
      <GrantTools grant={grant} settings={settings} actions={actions()} />
    </>,
  );

  await user.click(screen.getByRole('button', { name: 'Keep the access after all' }));

  expect(onCancelRemoval).toHaveBeenCalledOnce();
  expect(screen.queryByRole('checkbox', { name: 'An API key is needed' })).toBeNull();
  expect(screen.queryByText('Remove this access')).toBeNull();
  await expectNoAxeViolations(container);
});

test('shows a report before it is copied, and says when there is none', async () => {
  const user = userEvent.setup();
  const reports = [null, 'h1 Settings\nbutton Invite member'];
  const { container } = render(
    <GrantTools
      grant={invited}
      settings={settings}
      actions={actions({ onReport: async () => reports.shift() ?? null })}
    />,
  );

  await user.click(screen.getByText('The page is read wrongly?'));
  await user.click(screen.getByRole('button', { name: 'Make a report' }));
  expect(await screen.findByText('The vendor’s page cannot be read right now.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Make a report' }));

  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Report' }).value).toContain('button Invite member');
  expect(screen.getByRole('button', { name: 'Copy report' })).toBeTruthy();
  await expectNoAxeViolations(container);
});

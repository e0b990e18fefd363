import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NewGrantForm, type NewGrantFormProps } from '@/components/grants/new-grant-form';
import type { GrantDraft } from '@/lib/domain/grant/new-grant';
import { emptyGrantForm, type GrantForm } from '@/lib/domain/grant/new-grant';
import { defaultSettings } from '@/lib/domain/values/settings';
import { vendors } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant, mark } from '../../support/grants';

const now = new Date(2026, 10, 21, 12);
const onStart = vi.fn<NewGrantFormProps['onStart']>(async () => null);
const onChange = vi.fn<NewGrantFormProps['onChange']>();
const onCancel = vi.fn();
beforeEach(() => {
  for (const each of [onStart, onChange, onCancel]) each.mockClear();
  onStart.mockImplementation(async () => null);
});

/** The form with a draft that is kept as the popup keeps it. */
function Kept({ form = {}, ...rest }: { form?: Partial<GrantForm> } & Partial<NewGrantFormProps>) {
  const [draft, setDraft] = useState<GrantDraft>({
    id: '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01',
    form: { ...emptyGrantForm, ...form },
    adding: '',
    open: true,
  });
  return (
    <NewGrantForm
      draft={draft}
      vendors={vendors}
      settings={defaultSettings}
      seen={null}
      alike={[]}
      now={now}
      onChange={(next) => {
        onChange(next);
        setDraft(next);
      }}
      onCancel={onCancel}
      onStart={onStart}
      {...rest}
    />
  );
}

const good: Partial<GrantForm> = {
  ticket: 'IAM-1234',
  vendor: 'rudderstack',
  email: 'kim.sato@northwind.example',
  purpose: 'look',
  approvedBy: 'Dana Whitfield',
  reason: 'Checks event delivery',
};
const form = () => screen.getByRole('form', { name: 'New grant' });
const text = (name: string) => within(form()).getByRole('textbox', { name });
const start = () => within(form()).getByRole('button', { name: 'Start grant' });
const lastDraft = () => onChange.mock.lastCall?.[0];
const said = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

test('has every field under its name', async () => {
  const { container } = render(<Kept form={{ vendor: 'logrocket', temporary: true }} />);

  for (const name of ['IAM ticket', 'Collaborator email', 'Approved by', 'Reason']) expect(text(name)).toBeTruthy();
  for (const name of ['Vendor', 'Purpose']) expect(within(form()).getByRole('combobox', { name })).toBeTruthy();
  expect(within(form()).getByRole('group', { name: 'Scope' })).toBeTruthy();
  expect(within(form()).getByRole('checkbox', { name: 'Temporary access' })).toHaveProperty('checked', true);
  expect(within(form()).getByLabelText('Access ends')).toHaveProperty('type', 'date');
  await expectNoAxeViolations(container);
});

test('reports everything that is typed, at once and as typed', async () => {
  const user = userEvent.setup();
  const { container } = render(<Kept />);

  await user.type(text('IAM ticket'), 'iam-7 ');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Vendor' }), 'LogRocket');
  await user.type(text('Collaborator email'), 'Kim <kim@x.example>');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Purpose' }), 'Support or analysis');
  await user.click(screen.getByRole('checkbox', { name: 'Staging' }));
  await user.type(screen.getByRole('textbox', { name: 'Another app' }), 'Half a na');

  expect(lastDraft()).toMatchObject({
    adding: 'Half a na',
    form: {
      ticket: 'iam-7 ',
      vendor: 'logrocket',
      email: 'Kim <kim@x.example>',
      purpose: 'support',
      scope: ['Staging'],
    },
  });
  await expectNoAxeViolations(container);
});

describe('starting', () => {
  test('hands over the whole form, and what still stands in the field of the scope', async () => {
    const user = userEvent.setup();
    const { container } = render(<Kept form={good} />);
    await user.type(screen.getByRole('textbox', { name: 'Name of the workspace' }), 'Acme Production');

    await user.click(start());

    expect(onStart).toHaveBeenCalledOnce();
    expect(onStart.mock.lastCall?.[0].form).toEqual({ ...emptyGrantForm, ...good, scope: ['Acme Production'] });
    await expectNoAxeViolations(container);
  });

  test.each<[string, Partial<GrantForm>, string, RegExp]>([
    ['a ticket that misses the pattern', { ticket: 'see mail' }, 'IAM ticket', /“see mail” is not a ticket number/],
    [
      'an e-mail with a typo',
      { email: 'kim@northwind.con' },
      'Collaborator email',
      /Did you mean kim@northwind\.com\?/,
    ],
    ['a blank e-mail', { email: '  ' }, 'Collaborator email', /Enter the e-mail address/],
    ['an end in the past', { temporary: true, accessEnds: '2026-11-20' }, 'Access ends', /is in the past/],
    ['no end', { temporary: true }, 'Access ends', /Enter the day/],
    ['no purpose', { purpose: '' }, 'Purpose', /Choose what the access is for/],
    ['no approver', { approvedBy: ' ' }, 'Approved by', /Enter who approved/],
    ['no reason', { reason: '' }, 'Reason', /Enter the business reason/],
  ])('says beside the field that %s will not do, goes there, and loses nothing', async (_what, wrong, name, words) => {
    const user = userEvent.setup();
    const { container } = render(<Kept form={{ ...good, ...wrong }} />);

    await user.click(start());

    const field = within(form()).getByLabelText(name);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(said(field)).toMatch(words);
    expect(document.activeElement).toBe(field);
    expect(container.querySelectorAll('[aria-invalid="true"]')).toHaveLength(1);
    expect(onStart).not.toHaveBeenCalled();
    expect(lastDraft()?.form).toEqual({ ...emptyGrantForm, ...good, ...wrong });
    await expectNoAxeViolations(container);
  });

  test('goes to the first of several, and forgives each as it is put right', async () => {
    const user = userEvent.setup();
    const { container } = render(<Kept form={{ ...good, ticket: '', reason: '' }} />);
    await user.click(start());
    const first = document.activeElement;

    await user.keyboard('IAM-1');

    expect(first).toBe(text('IAM ticket'));
    expect(text('IAM ticket').hasAttribute('aria-invalid')).toBe(false);
    expect(text('Reason').getAttribute('aria-invalid')).toBe('true');
    await expectNoAxeViolations(container);
  });

  test('shows what the background refuses, beside its field or above all', async () => {
    const user = userEvent.setup();
    onStart.mockImplementation(async () => ({ ticket: 'Say who you are first.', form: 'Nothing was lost.' }));
    const { container } = render(<Kept form={good} />);

    await user.click(start());

    expect((await screen.findByRole('alert')).textContent).toBe('Nothing was lost.');
    expect(said(text('IAM ticket'))).toBe('Say who you are first.');
    expect(document.activeElement).toBe(text('IAM ticket'));
    await expectNoAxeViolations(container);
  });

  test('starts once however often it is pressed', async () => {
    const user = userEvent.setup();
    let answer: (value: null) => void = () => {};
    onStart.mockImplementation(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const { container } = render(<Kept form={good} />);

    await user.click(start());
    await user.click(start());
    await act(async () => answer(null));

    expect(onStart).toHaveBeenCalledOnce();
    await expectNoAxeViolations(container);
  });
});

test('refuses a pasted secret at once, in any field', async () => {
  const user = userEvent.setup();
  const { container } = render(<Kept form={good} />);

  await user.click(text('Approved by'));
  await user.paste('ghp_16C7e42F292c6912E7710c838347Ae178B4a');
  await user.click(screen.getByRole('textbox', { name: 'Name of the workspace' }));
  await user.paste('ghp_16C7e42F292c6912E7710c838347Ae178B4a');
  await user.keyboard('{Enter}');

  expect(said(text('Approved by'))).toMatch(/looks like an API key, token or password/);
  expect(screen.getByRole('group', { name: 'Scope' }).textContent).toMatch(/looks like an API key/);
  expect(lastDraft()?.form.scope).toEqual([]);
  await expectNoAxeViolations(container);
});

describe('the scope', () => {
  test('offers what the organization has, else what the vendor’s sources suggest', async () => {
    const own = { logrocket: { ...defaultSettings.vendors.logrocket, plan: '', sso: false, scope: ['Shop', 'Blog'] } };
    const { container, unmount } = render(<Kept form={{ vendor: 'logrocket' }} />);
    const boxes = () =>
      within(screen.getByRole('group', { name: 'Scope' }))
        .getAllByRole('checkbox')
        .map((box) => (box as HTMLInputElement).labels?.[0]?.textContent);
    const suggested = boxes();
    await expectNoAxeViolations(container);
    unmount();

    const { container: second } = render(
      <Kept form={{ vendor: 'logrocket' }} settings={{ ...defaultSettings, vendors: own }} />,
    );

    expect(suggested).toEqual(['Production', 'Staging', 'Development']);
    expect(boxes()).toEqual(['Shop', 'Blog']);
    await expectNoAxeViolations(second);
  });

  test('takes another name by Enter without sending the form, and gives it up again', async () => {
    const user = userEvent.setup();
    const { container } = render(<Kept form={good} />);

    await user.type(screen.getByRole('textbox', { name: 'Name of the workspace' }), ' Acme <b> {Enter}');
    const added = lastDraft();
    await user.click(screen.getByRole('checkbox', { name: 'Acme <b>' }));

    expect(added).toMatchObject({ adding: '', form: { scope: ['Acme <b>'] } });
    expect(lastDraft()?.form.scope).toEqual([]);
    expect(onStart).not.toHaveBeenCalled();
    await expectNoAxeViolations(container);
  });

  test('loses the suggestions of another vendor with it, but no name that was typed', async () => {
    const user = userEvent.setup();
    const { container } = render(
      <Kept form={{ vendor: 'logrocket', purpose: 'support', scope: ['Staging', 'Typed by hand'] }} />,
    );

    await user.selectOptions(screen.getByRole('combobox', { name: 'Vendor' }), 'RudderStack');

    expect(lastDraft()?.form).toMatchObject({ vendor: 'rudderstack', purpose: '', scope: ['Typed by hand'] });
    await expectNoAxeViolations(container);
  });
});

test('recommends a role as soon as the purpose says which, and another for another purpose', async () => {
  const user = userEvent.setup();
  const { container } = render(
    <Kept form={{ ...good, purpose: '' }} seen={{ vendor: 'rudderstack', generation: 'members' }} />,
  );
  const before = screen.queryByRole('region', { name: 'Recommended role' });
  const advised = () => screen.getByRole('region', { name: 'Recommended role' }).textContent;

  await user.selectOptions(screen.getByRole('combobox', { name: 'Purpose' }), 'Look only');
  const look = advised();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Purpose' }), 'Managing members and settings');

  expect(before).toBeNull();
  expect(look).toContain('Read-Only');
  expect(advised()).toContain('Admin');
  await expectNoAxeViolations(container);
});

describe('another grant to the same person', () => {
  const open = aGrant({ id: 'open', ticket: 'IAM-1' });
  const active = aGrant({
    id: 'active',
    ticket: 'IAM-2',
    milestones: { active: mark(9, '2026-11-01T09:00:00.000Z') },
  });

  test.each([
    ['an open one', open, 'IAM-1 is an open grant for this person at RudderStack already'],
    ['an active one', active, 'This person already has access at RudderStack under IAM-2'],
  ])('is warned of with a way to it, and does not stand in the way: %s', async (_what, grant, words) => {
    const user = userEvent.setup();
    const { container } = render(<Kept form={{ ...good, email: 'KIM.SATO@northwind.example' }} alike={[grant]} />);
    const link = screen.getByRole('link', { name: `See ${grant.ticket}` });

    await user.click(start());

    expect(form().textContent).toContain(words);
    expect(link.getAttribute('href')).toBe(`log.html#grant=${grant.id}`);
    expect(onStart).toHaveBeenCalledOnce();
    await expectNoAxeViolations(container);
  });

  test.each([
    ['at another vendor', aGrant({ vendor: 'logrocket' })],
    ['that was removed', aGrant({ milestones: { removed: mark(9, '2026-11-01T09:00:00.000Z') } })],
    ['to another address', aGrant({ email: 'ana@northwind.example' })],
  ])('is no matter %s', async (_what, grant) => {
    const { container } = render(<Kept form={good} alike={[grant]} />);

    expect(screen.queryByRole('link', { name: /^See/ })).toBeNull();
    await expectNoAxeViolations(container);
  });
});

test('begins at the first field that is still empty', async () => {
  const { container } = render(<Kept form={{ ticket: 'IAM-1', vendor: 'rudderstack' }} />);

  expect(document.activeElement).toBe(text('Collaborator email'));
  await expectNoAxeViolations(container);
});

test('can be put aside', async () => {
  const user = userEvent.setup();
  const { container } = render(<Kept form={good} />);

  await user.click(screen.getByRole('button', { name: 'Cancel' }));

  expect(onCancel).toHaveBeenCalledOnce();
  expect(onStart).not.toHaveBeenCalled();
  await expectNoAxeViolations(container);
});

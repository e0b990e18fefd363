import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DescribedSection } from '@/components/options/described-section';
import type { Described } from '@/lib/domain/advice';
import { vendors } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/axe';

const analyst: Described = {
  vendor: 'logrocket',
  organization: 'acme',
  generation: 'team-members',
  kind: 'role',
  name: 'Analyst',
  gives: ['linked-sessions'],
  on: '2026-11-20',
};

function show(described: readonly Described[] = [], plan = 'enterprise', answer: string | null = null) {
  const user = userEvent.setup();
  const onSave = vi.fn(async () => answer);
  const { container } = render(
    <DescribedSection {...{ vendors, described, onSave }} planOf={() => plan} onRemove={vi.fn()} />,
  );
  return { user, onSave, container };
}
const choose = (page: RegExp) =>
  within(screen.getByRole('combobox', { name: 'Page' })).getByRole('option', { name: page });
const whats = () =>
  within(screen.getByRole('combobox', { name: 'What' }))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

test('describes a group of RudderStack, whose addresses name no organization', async () => {
  const { user, onSave, container } = show();

  await user.selectOptions(screen.getByRole('combobox', { name: 'Page' }), choose(/RudderStack .*Access Management/));
  await user.selectOptions(screen.getByRole('combobox', { name: 'What' }), 'Group');
  await user.click(screen.getByRole('button', { name: 'Describe' }));
  const dialog = within(screen.getByRole('dialog', { name: 'What a group gives' }));
  expect(dialog.queryByRole('textbox', { name: 'Organization' })).toBeNull();
  await user.type(dialog.getByRole('textbox', { name: 'Name of the group' }), 'Editors');
  await user.click(dialog.getByRole('checkbox', { name: 'Changing destinations' }));
  await expectNoAxeViolations(container);
  await user.click(dialog.getByRole('button', { name: 'Keep description' }));

  expect(onSave).toHaveBeenCalledWith({
    vendor: 'rudderstack',
    organization: '',
    generation: 'access-management',
    kind: 'group',
    name: 'Editors',
    gives: ['edit-destinations'],
  });
});

test('asks for the organization where addresses name it', async () => {
  const { user, onSave, container } = show();

  await user.selectOptions(screen.getByRole('combobox', { name: 'Page' }), choose(/LogRocket .*Developer/));
  await user.click(screen.getByRole('button', { name: 'Describe' }));
  const dialog = within(screen.getByRole('dialog', { name: 'What a role gives' }));
  await user.type(dialog.getByRole('textbox', { name: 'Name of the role' }), 'Analyst');
  await user.click(dialog.getByRole('checkbox', { name: 'Resolving issues' }));
  await user.click(dialog.getByRole('button', { name: 'Keep description' }));

  expect(dialog.getByRole('alert').textContent).toBe('It is not clear which organization this is about.');
  expect(onSave).not.toHaveBeenCalled();
  await expectNoAxeViolations(container);

  await user.type(dialog.getByRole('textbox', { name: 'Organization' }), 'https://app.logrocket.com/acme/web/settings');
  await user.click(dialog.getByRole('button', { name: 'Keep description' }));

  expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ organization: 'acme', name: 'Analyst' }));
});

test('offers what the page and the plan have', async () => {
  const { user, container } = show([], 'growth');

  await user.selectOptions(screen.getByRole('combobox', { name: 'Page' }), choose(/RudderStack .*Access Management/));
  expect(whats()).toEqual(['Role', 'Group']);
  await user.selectOptions(screen.getByRole('combobox', { name: 'What' }), 'Group');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Page' }), choose(/LogRocket .*Developer/));
  expect(whats()).toEqual(['Role']);
  await expectNoAxeViolations(container);
});

test('changes what was described, and says why it cannot be kept', async () => {
  const { user, onSave, container } = show([analyst], 'professional', 'The browser refused.');

  await user.click(screen.getByRole('button', { name: 'Change Analyst' }));
  const dialog = within(screen.getByRole('dialog', { name: 'What “Analyst” gives' }));
  await user.click(dialog.getByRole('checkbox', { name: 'Resolving issues' }));
  await user.click(dialog.getByRole('button', { name: 'Keep description' }));

  expect(onSave).toHaveBeenCalledWith({ ...analyst, gives: ['linked-sessions', 'issues'] });
  expect(dialog.getByRole('alert').textContent).toBe('The browser refused.');
  await expectNoAxeViolations(container);
});

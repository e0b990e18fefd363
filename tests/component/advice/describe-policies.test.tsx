import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DescribePolicies } from '@/components/advice/describe-policies';
import { generationFor } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/axe';

const model = generationFor('rudderstack', 'access-management')?.model;
if (!model) throw new Error('RudderStack is not registered');
const conditions = { plan: 'enterprise', groups: [], baseline: [] };

function show(change: Partial<Parameters<typeof DescribePolicies>[0]['conditions']> = {}) {
  const user = userEvent.setup();
  const onDescribe = vi.fn(async () => null as string | null);
  const { container } = render(
    <DescribePolicies model={model as never} conditions={{ ...conditions, ...change }} onDescribe={onDescribe} />,
  );
  return { user, onDescribe, container };
}

test('a group is described by its name and what it gives in each workspace', async () => {
  const { user, onDescribe, container } = show();

  await user.click(screen.getByRole('button', { name: 'Describe a group' }));
  const dialog = within(screen.getByRole('dialog', { name: 'What a group gives' }));
  await user.type(dialog.getByRole('textbox', { name: 'Name of the group' }), 'Editors');
  await user.type(
    dialog.getByRole('textbox', { name: 'The vendor’s list' }),
    'Destinations\nEdit: on\nConnect: on\nCreate & Delete: off',
  );
  expect(dialog.getByRole('checkbox', { name: 'Changing destinations' })).toHaveProperty('checked', true);
  expect(dialog.queryByRole('checkbox', { name: 'Billing' })).toBeNull();
  await expectNoAxeViolations(container);
  await user.click(dialog.getByRole('checkbox', { name: 'Connecting destinations' }));
  await user.click(dialog.getByRole('button', { name: 'Keep description' }));

  expect(onDescribe).toHaveBeenCalledWith({ kind: 'group', name: 'Editors', gives: ['edit-destinations'] });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the baseline starts from what the vendor documents and what was described before', async () => {
  const { user, onDescribe, container } = show({ baseline: ['edit-sources'] });

  await user.click(screen.getByRole('button', { name: 'Describe the baseline' }));
  const dialog = within(screen.getByRole('dialog', { name: 'What your Baseline Workspace Policy gives' }));
  const boxes = dialog.getAllByRole<HTMLInputElement>('checkbox', { checked: true });
  const ticked = boxes.map(({ labels }) => labels?.[0]?.textContent);
  expect(ticked).toEqual(['Viewing resources', 'Changing event stream sources']);
  await user.click(dialog.getByRole('checkbox', { name: 'Managing bots' }));
  await user.click(dialog.getByRole('button', { name: 'Keep description' }));

  expect(onDescribe).toHaveBeenCalledWith({ kind: 'baseline', name: '', gives: ['view', 'edit-sources', 'bots'] });
  await expectNoAxeViolations(container);
});

test('says what it counts with', async () => {
  const { container } = show({ groups: [{ name: 'Editors', gives: ['edit-sources'] }], baseline: ['view'] });

  expect(container.textContent).toContain(
    'This counts with the group “Editors” and your Baseline Workspace Policy, as described here.',
  );
  await expectNoAxeViolations(container);
});

test.each([
  ['enterprise', ['Describe a group', 'Describe the baseline']],
  ['growth', ['Describe a group']],
  ['free', []],
])('on plan %s it offers %j', async (plan, offered) => {
  const { container } = show({ plan });

  expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(offered);
  if (offered.length === 0) expect(container.textContent).toBe('');
  await expectNoAxeViolations(container);
});

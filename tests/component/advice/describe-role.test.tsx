import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DescribeRole } from '@/components/advice/describe-role';
import { generationFor } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/axe';

function modelOf(vendor: string, generation: string) {
  const found = generationFor(vendor, generation);
  if (found?.id !== generation) throw new Error(`${vendor} ${generation} is not registered`);
  return found.model;
}
const team = modelOf('logrocket', 'team-members');
const members = modelOf('rudderstack', 'members');

async function opened(model = team, answer: string | null = null, name = 'Analyst') {
  const user = userEvent.setup();
  const onDescribe = vi.fn(async () => answer);
  const { container } = render(<DescribeRole model={model} name={name} onDescribe={onDescribe} />);
  await user.click(screen.getByRole('button', { name: 'Describe this role' }));
  return { user, onDescribe, container };
}

test('keeps what was ticked', async () => {
  const { user, onDescribe, container } = await opened(members);

  await user.click(screen.getByRole('checkbox', { name: 'Viewing the set-up' }));
  await user.click(screen.getByRole('button', { name: 'Keep description' }));

  expect(onDescribe).toHaveBeenCalledWith({ kind: 'role', name: 'Analyst', gives: ['view'] });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('textbox')).toBeNull();
  await expectNoAxeViolations(container);
});

test('reads the vendor’s own list, and says what it did not understand', async () => {
  const { user, onDescribe, container } = await opened();

  await user.type(screen.getByRole('textbox', { name: 'The vendor’s list' }), 'Developer Pane: on\nIssues: off\nFly');

  expect(screen.getByRole('status').textContent).toBe(
    'Read: Session Playback and Developer Pane. Not understood: Fly.',
  );
  await user.click(screen.getByRole('button', { name: 'Keep description' }));
  expect(onDescribe).toHaveBeenCalledWith({
    kind: 'role',
    name: 'Analyst',
    gives: ['linked-sessions', 'developer-pane'],
  });
  await expectNoAxeViolations(container);
});

test('keeps nothing that gives nothing, and says so', async () => {
  const { user, onDescribe, container } = await opened();

  await user.click(screen.getByRole('button', { name: 'Keep description' }));

  expect(screen.getByRole('alert').textContent).toBe('Tick at least one thing that the role gives.');
  expect(onDescribe).not.toHaveBeenCalled();
  await expectNoAxeViolations(container);
});

test('says why it was not kept, and stays open', async () => {
  const { user, container } = await opened(members, 'Grantbook was updated.');

  await user.click(screen.getByRole('checkbox', { name: 'Viewing the set-up' }));
  await user.click(screen.getByRole('button', { name: 'Keep description' }));

  expect(screen.getByRole('alert').textContent).toBe('Grantbook was updated.');
  expect(screen.getByRole('checkbox', { name: 'Viewing the set-up' })).toHaveProperty('checked', true);
  await expectNoAxeViolations(container);
});

test('shows a hostile name as text', async () => {
  const { container } = await opened(members, null, '<img src=x onerror=alert(1)>');

  expect(screen.getByRole('dialog', { name: 'What “<img src=x onerror=alert(1)>” gives' })).toBeTruthy();
  await expectNoAxeViolations(container);
});

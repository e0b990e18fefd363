import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { RoleWarnings } from '@/components/advice/role-warning';
import type { PageWarnings } from '@/lib/domain/advice';
import { expectNoAxeViolations } from '../../support/axe';

const quiet: PageWarnings = { role: null, where: 'form', justified: null, email: null };
const admin: PageWarnings = {
  ...quiet,
  role: {
    chosen: 'Admin',
    recommended: 'Read-Only',
    excess: [],
    lacking: [],
    unknown: [],
    message: 'Admin also gives billing.',
  },
};
const never = vi.fn(async () => null);

test('shows nothing while the page is as it should be', async () => {
  const { container } = render(<RoleWarnings warnings={quiet} onJustify={never} />);

  expect(container.textContent).toBe('');
  await expectNoAxeViolations(container);
});

test.each([
  ['form', 'Admin is selected.'],
  ['list', 'The list shows Admin.'],
] as const)('warns of the role in the %s', async (where, words) => {
  const { container } = render(<RoleWarnings warnings={{ ...admin, where }} onJustify={never} />);

  const alert = screen.getByRole('alert', { name: 'Role warning' });

  expect(alert.textContent).toBe(`${words} Admin also gives billing.`);
  expect(document.activeElement).toBe(document.body);
  await expectNoAxeViolations(container);
});

test('warns of another address without asking for a justification', async () => {
  const email = 'The form names <b>eve</b>@x.example.';
  const { container } = render(<RoleWarnings warnings={{ ...quiet, email }} onJustify={never} />);

  expect(screen.getByRole('alert', { name: 'Role warning' }).textContent).toBe(email);
  expect(screen.queryByRole('textbox')).toBeNull();
  await expectNoAxeViolations(container);
});

test('logs the exception with the words that were typed, by keyboard alone', async () => {
  const user = userEvent.setup();
  const onJustify = vi.fn(async () => null);
  const { container } = render(<RoleWarnings warnings={admin} onJustify={onJustify} />);

  await user.tab();
  await user.keyboard('Runs the launch week');
  await user.tab();
  await user.keyboard('{Enter}');

  expect(onJustify).toHaveBeenCalledWith('Admin', 'Runs the launch week');
  await expectNoAxeViolations(container);
});

test('says beside the field why it was refused, keeps the words, and goes back to them', async () => {
  const user = userEvent.setup();
  const { container } = render(<RoleWarnings warnings={admin} onJustify={async () => 'Say in a sentence why.'} />);
  const field = screen.getByRole('textbox', { name: 'Justification' });
  await user.type(field, 'short');

  await user.click(screen.getByRole('button', { name: 'Log exception' }));

  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent).toBe(
    'Say in a sentence why.',
  );
  expect(field).toHaveProperty('value', 'short');
  expect(document.activeElement).toBe(field);
  await expectNoAxeViolations(container);
});

test('shows the exception once it is logged, and warns no more', async () => {
  const justified = { chosen: 'Admin', recommended: 'Read-Only', justification: 'Runs <i>the</i> launch week' };
  const { container } = render(<RoleWarnings warnings={{ ...quiet, justified }} onJustify={never} />);

  expect(screen.queryByRole('alert')).toBeNull();
  expect(container.textContent).toContain('Admin instead of Read-Only: “Runs <i>the</i> launch week”');
  await expectNoAxeViolations(container);
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { IdentityForm } from '@/components/grants/identity-form';
import { expectNoAxeViolations } from '../../support/axe';

const field = (name: string) => screen.getByRole('textbox', { name });
const said = (element: HTMLElement) =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? null;

test('saves name and address as they are to be kept, by keyboard alone', async () => {
  const user = userEvent.setup();
  const onSave = vi.fn(async () => null);
  const { container } = render(<IdentityForm onSave={onSave} />);

  await user.tab();
  await user.keyboard('  Dana   Whitfield');
  await user.tab();
  await user.keyboard('mailto:Dana.Whitfield@Acme.example{Enter}');

  expect(onSave).toHaveBeenCalledWith({ name: 'Dana Whitfield', email: 'dana.whitfield@acme.example' });
  await expectNoAxeViolations(container);
});

test('says beside each field what is wrong, goes to the first, and keeps what was typed', async () => {
  const user = userEvent.setup();
  const onSave = vi.fn(async () => null);
  const { container } = render(<IdentityForm onSave={onSave} />);
  await user.type(field('Your email'), 'dana@');

  await user.click(screen.getByRole('button', { name: 'Continue' }));

  expect(said(field('Your name'))).toBe('Enter your name: it stands on every entry that you make.');
  expect(said(field('Your email'))).toMatch(/“dana@” is not an e-mail address/);
  expect(document.activeElement).toBe(field('Your name'));
  expect(field('Your email')).toHaveProperty('value', 'dana@');
  expect(onSave).not.toHaveBeenCalled();
  await expectNoAxeViolations(container);
});

test('shows what the background refuses', async () => {
  const user = userEvent.setup();
  const { container } = render(<IdentityForm onSave={async () => ({ form: 'The background did not answer.' })} />);
  await user.type(field('Your name'), 'Dana');
  await user.type(field('Your email'), 'dana@acme.example');

  await user.click(screen.getByRole('button', { name: 'Continue' }));

  expect((await screen.findByRole('alert')).textContent).toBe('The background did not answer.');
  await expectNoAxeViolations(container);
});

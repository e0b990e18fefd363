import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type Notifying, ReminderSettings } from '@/components/options/reminder-settings';
import { expectNoAxeViolations } from '../../support/axe';

const remindMe = () => screen.getByRole('checkbox', { name: 'Remind me with a notification' });
const nameThem = () => screen.queryByRole('checkbox', { name: 'Name people and tickets in it' });

function show(settings: { remind: boolean; remindNames: boolean }, change: Partial<Notifying> = {}) {
  const onSave = vi.fn();
  const notifying = { allowed: true, ask: vi.fn(async () => true), release: vi.fn(), ...change };
  const { container } = render(<ReminderSettings settings={settings} notifying={notifying} onSave={onSave} />);
  return { container, onSave, notifying };
}

const off = { remind: false, remindNames: false };
const on = { remind: true, remindNames: false };

test('is off, and asks the browser by the click that switches it on', async () => {
  const user = userEvent.setup();
  const { container, onSave, notifying } = show(off, { allowed: false });
  expect(remindMe()).toHaveProperty('checked', false);
  expect(nameThem()).toBeNull();

  await user.click(remindMe());

  expect(notifying.ask).toHaveBeenCalledTimes(1);
  expect(onSave.mock.calls).toEqual([[{ remind: true }]]);
  await expectNoAxeViolations(container);
});

test('stays off where the browser refuses, and says so', async () => {
  const user = userEvent.setup();
  const { container, onSave } = show(off, { allowed: false, ask: async () => false });

  await user.click(remindMe());

  expect(screen.getByRole('alert').textContent).toContain('did not allow notifications');
  expect(remindMe()).toHaveProperty('checked', false);
  expect(onSave).not.toHaveBeenCalled();
  await expectNoAxeViolations(container);
});

test('is shown as off where the permission was taken back in the browser', () => {
  show(on, { allowed: false });

  expect(remindMe()).toHaveProperty('checked', false);
});

test('names nobody until that is wanted, too', async () => {
  const user = userEvent.setup();
  const { container, onSave } = show(on);
  expect(nameThem()).toHaveProperty('checked', false);

  await user.click(nameThem() ?? remindMe());

  expect(onSave.mock.calls).toEqual([[{ remindNames: true }]]);
  await expectNoAxeViolations(container);
});

test('gives the permission back when it is switched off', async () => {
  const user = userEvent.setup();
  const { container, onSave, notifying } = show(on);

  await user.click(remindMe());

  expect(onSave.mock.calls).toEqual([[{ remind: false }]]);
  expect(notifying.release).toHaveBeenCalledTimes(1);
  expect(notifying.ask).not.toHaveBeenCalled();
  await expectNoAxeViolations(container);
});

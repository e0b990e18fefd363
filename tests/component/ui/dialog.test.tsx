import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Dialog } from '@/components/ui/dialog';
import { expectNoAxeViolations } from '../../support/axe';

function Opener() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <Dialog open={open} title="Export log" onClose={() => setOpen(false)} footer={<p>Footer</p>}>
        <p>Body</p>
      </Dialog>
    </>
  );
}

test('opens as a modal dialog with its title as name', async () => {
  const user = userEvent.setup();
  const { container } = render(<Opener />);
  const before = screen.queryByRole('dialog');

  await user.click(screen.getByRole('button', { name: 'Open' }));

  expect(before).toBeNull();
  expect(screen.getByRole('dialog', { name: 'Export log' }).textContent).toContain('Body');
  await expectNoAxeViolations(container);
});

test.each([
  [
    'the close button',
    async (user: ReturnType<typeof userEvent.setup>) => {
      await user.click(screen.getByRole('button', { name: 'Close' }));
    },
  ],
  [
    'Escape',
    async (user: ReturnType<typeof userEvent.setup>) => {
      await user.keyboard('{Escape}');
    },
  ],
  [
    'a click beside it',
    async (user: ReturnType<typeof userEvent.setup>) => {
      await user.click(screen.getByRole('dialog'));
    },
  ],
])('%s closes it', async (_what, act) => {
  const user = userEvent.setup();
  const { container } = render(<Opener />);
  await user.click(screen.getByRole('button', { name: 'Open' }));

  await act(user);

  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByText('Body')).toBeNull();
  await expectNoAxeViolations(container);
});

test('a click inside it does not close it', async () => {
  const user = userEvent.setup();
  const { container } = render(<Opener />);
  await user.click(screen.getByRole('button', { name: 'Open' }));

  await user.click(screen.getByText('Body'));

  expect(screen.getByRole('dialog')).toBeTruthy();
  await expectNoAxeViolations(container);
});

import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { CopyButton } from '@/components/ui/copy-button';
import { expectNoAxeViolations } from '../../support/axe';

test('copies the text to the clipboard and says so', async () => {
  const user = userEvent.setup();
  const { container } = render(<CopyButton text="kim.sato@northwind.example" label="Copy e-mail" />);

  await user.click(screen.getByRole('button', { name: 'Copy e-mail' }));

  expect(await navigator.clipboard.readText()).toBe('kim.sato@northwind.example');
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('goes back to its label after a while', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const { container } = render(<CopyButton text="IAM-1234" label="Copy ticket" />);
  await user.click(screen.getByRole('button', { name: 'Copy ticket' }));

  await screen.findByRole('button', { name: 'Copied' });

  await act(() => vi.advanceTimersByTimeAsync(2100));
  vi.useRealTimers();

  expect(screen.getByRole('button', { name: 'Copy ticket' })).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('takes the old way where the page’s clipboard is closed to a frame', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Blocked', 'NotAllowedError'));
  let copied = '';
  document.execCommand = vi.fn(() => {
    copied = (document.activeElement as HTMLTextAreaElement).value;
    return true;
  });
  const { container } = render(<CopyButton text="IAM-1234" label="Copy ticket" />);

  await user.click(screen.getByRole('button', { name: 'Copy ticket' }));
  await screen.findByRole('button', { name: 'Copied' });

  expect(copied).toBe('IAM-1234');
  expect(document.querySelector('textarea')).toBeNull();
  expect(document.activeElement?.textContent).toBe('Copied');
  await expectNoAxeViolations(container);
});

test('says when nothing was copied', async () => {
  const user = userEvent.setup();
  const { container } = render(<CopyButton text="IAM-1234" label="Copy ticket" copy={async () => false} />);

  await user.click(screen.getByRole('button', { name: 'Copy ticket' }));

  expect(await screen.findByRole('button', { name: 'Could not copy' })).toBeTruthy();
  await expectNoAxeViolations(container);
});

import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { expectNoAxeViolations } from '../../support/component-setup';
import { Page } from './stage';

describe('Verify log', () => {
  it('answers with the number of entries that hold', async () => {
    const user = userEvent.setup();
    const { container } = render(<Page />);

    await user.click(screen.getByRole('button', { name: 'Verify log' }));

    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Log verified: 4 entries'));
    await expectNoAxeViolations(container);

    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('names the first bad entry, and leads to it', async () => {
    const user = userEvent.setup();
    const message = 'Entry 3 was changed: its hash does not match what it says.';
    const { container } = render(
      <Page verify={async () => ({ ok: false, count: 2, seq: 3, fault: 'hash', message })} />,
    );

    await user.click(screen.getByRole('button', { name: 'Verify log' }));

    expect((await screen.findByRole('alert')).textContent).toBe(message);
    expect(screen.getByRole('link', { name: 'Show entry 3' }).getAttribute('href')).toBe('#entry=3');
    expect(screen.getByRole('status').textContent).toBe('');
    await expectNoAxeViolations(container);
  });

  it('shows how far it is, and can be cancelled', async () => {
    const user = userEvent.setup();
    let signal: AbortSignal | undefined;
    const { container } = render(
      <Page
        entries={1000}
        verify={(onProgress, given) => {
          signal = given;
          onProgress(250);
          return new Promise((_, reject) => given.addEventListener('abort', () => reject(given.reason)));
        }}
      />,
    );

    await user.click(screen.getByRole('button', { name: 'Verify log' }));
    const bar = screen.getByRole('progressbar', { name: 'Verifying the log' });
    expect(bar.getAttribute('aria-valuetext')).toBe('250 of 1000');
    expect((screen.getByRole('button', { name: 'Verify log' }) as HTMLButtonElement).disabled).toBe(true);
    await expectNoAxeViolations(container);

    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(signal?.aborted).toBe(true);
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says when the log could not be read', async () => {
    const user = userEvent.setup();
    render(<Page verify={() => Promise.reject(new Error('The database is closed.'))} />);

    await user.click(screen.getByRole('button', { name: 'Verify log' }));

    expect((await screen.findByRole('alert')).textContent).toBe('The log could not be read: The database is closed.');
  });
});

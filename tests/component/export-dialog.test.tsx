import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ExportDialog, type ExportDialogProps } from '@/components/export/export-dialog';
import { formats } from '@/lib/exports/formats';
import { expectNoAxeViolations } from '../support/component-setup';

const saved = { ok: true, fileName: 'grantbook-log_ada_2026-01-03_2026-11-21.csv', warning: null } as const;

function Opened(props: Partial<ExportDialogProps>) {
  const [open, setOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Again
      </button>
      <ExportDialog
        open={open}
        formats={formats}
        grants={12}
        entries={1234}
        download={async () => saved}
        {...props}
        onClose={() => {
          setOpen(false);
          props.onClose?.();
        }}
      />
    </>
  );
}

const dialog = () => screen.getByRole('dialog', { name: 'Export log' });
const download = () => within(dialog()).getByRole('button', { name: 'Download' }) as HTMLButtonElement;

describe('ExportDialog', () => {
  it('offers every format with a sentence on what it is for, the first one chosen', async () => {
    const { container } = render(<Opened />);

    const group = within(dialog()).getByRole('radiogroup', { name: 'Format' });
    const radios = within(group).getAllByRole('radio') as HTMLInputElement[];
    const describedBy = (radio: HTMLInputElement) =>
      document.getElementById(radio.getAttribute('aria-describedby') ?? '')?.textContent;

    for (const [index, { label, hint }] of formats.entries()) {
      const radio = within(group).getByRole('radio', { name: label });
      expect(radio).toBe(radios[index]);
      expect(describedBy(radio as HTMLInputElement)).toBe(hint);
    }
    expect(radios.map(({ checked }) => checked)).toEqual([true, false, false]);
    expect(dialog().textContent).toContain('12 grants in 1,234 entries');
    await expectNoAxeViolations(container);
  });

  it('saves in the chosen format and says under which name', async () => {
    const user = userEvent.setup();
    const onDownload = vi.fn(async () => saved);
    const { container } = render(<Opened download={onDownload} />);

    await user.click(screen.getByRole('radio', { name: 'JSON Lines' }));
    await user.click(download());

    expect(await screen.findByText(saved.fileName)).toBeTruthy();
    expect(onDownload).toHaveBeenCalledExactlyOnceWith(formats[2], expect.any(Function), expect.any(AbortSignal));
    await expectNoAxeViolations(container);
  });

  it('shows how far it is, and takes no second order meanwhile', async () => {
    const user = userEvent.setup();
    const { container } = render(
      <Opened
        download={(_format, onProgress) => {
          onProgress(500, 1234);
          return new Promise(() => {});
        }}
      />,
    );

    await user.click(download());

    expect(screen.getByRole('progressbar', { name: 'Writing the file' }).getAttribute('aria-valuetext')).toBe(
      '500 of 1234',
    );
    expect(screen.getByText('Writing 500 of 1,234')).toBeTruthy();
    expect(download().disabled).toBe(true);
    await expectNoAxeViolations(container);
  });

  it('ends the writing when it is closed, and is fresh when it opens again', async () => {
    const user = userEvent.setup();
    let signal: AbortSignal | undefined;
    render(
      <Opened
        download={(_format, _onProgress, given) => {
          signal = given;
          return new Promise((_, reject) => given.addEventListener('abort', () => reject(given.reason)));
        }}
      />,
    );
    await user.click(download());

    await user.click(within(dialog()).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(signal?.aborted).toBe(true));
    await user.click(screen.getByRole('button', { name: 'Again', hidden: true }));

    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(download().disabled).toBe(false);
  });

  it.each([
    ['refused', async () => ({ ok: false, message: 'The log is empty.' }) as const, 'The log is empty.'],
    [
      'broken off',
      () => Promise.reject(new Error('The disk is full.')),
      'The log could not be exported: The disk is full.',
    ],
    [
      'not noted in the log',
      async () => ({ ...saved, warning: 'The log could not note it.' }),
      'The log could not note it.',
    ],
  ])('says so when the export was %s', async (_case, result, message) => {
    const user = userEvent.setup();
    const { container } = render(<Opened download={result} />);

    await user.click(download());

    expect(await screen.findByText(message)).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  it('has nothing to export from an empty log', async () => {
    const { container } = render(<Opened entries={0} grants={0} />);

    expect(dialog().textContent).toContain('there is nothing to export yet');
    expect(download().disabled).toBe(true);
    await expectNoAxeViolations(container);
  });
});

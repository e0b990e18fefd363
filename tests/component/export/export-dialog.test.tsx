import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ExportDialog, type ExportDialogProps } from '@/components/export/export-dialog';
import type { ExportOrder } from '@/lib/exports/export-order';
import { formats } from '@/lib/exports/formats';
import { expectNoAxeViolations } from '../../support/component-setup';

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
        view={null}
        grant={null}
        days={{ from: '2026-01-03', to: '2026-11-21' }}
        allColumns={['record_id', 'request_number', 'status']}
        essentialColumns={['request_number', 'status']}
        columns={null}
        onColumns={() => {}}
        deliver={async () => saved}
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

const describedBy = (radio: HTMLElement) =>
  (radio.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);

describe('ExportDialog', () => {
  it('opens on what a link elsewhere asks for', async () => {
    const user = userEvent.setup();
    const deliver = vi.fn(async (_order: ExportOrder) => saved);
    const { container } = render(
      <Opened
        preset={{ format: 'icalendar', what: 'grant' }}
        grant={{ id: 'g1', name: 'IAM-1, kim@northwind.example' }}
        deliver={deliver}
      />,
    );

    expect(within(dialog()).getByRole('radio', { name: 'iCalendar' })).toHaveProperty('checked', true);
    expect(within(dialog()).getByRole('radio', { name: /^The open grant: IAM-1/ })).toHaveProperty('checked', true);
    await user.click(download());

    expect(deliver.mock.calls[0]?.[0]).toMatchObject({
      format: { id: 'icalendar' },
      selection: { what: 'grant', grant: 'g1' },
    });
    await expectNoAxeViolations(container);
  });

  it('offers every format with a sentence on what it is for, the first one chosen', async () => {
    const { container } = render(<Opened />);

    const group = within(dialog()).getByRole('radiogroup', { name: 'Format' });
    const radios = within(group).getAllByRole('radio') as HTMLInputElement[];

    for (const [index, { label, hint }] of formats.entries()) {
      const radio = within(group).getByRole('radio', { name: label });
      expect(radio).toBe(radios[index]);
      expect(describedBy(radio)[0]).toBe(hint);
    }
    expect(radios.map(({ checked }) => checked)).toEqual(formats.map((_, index) => index === 0));
    expect(dialog().textContent).toContain('12 grants in 1,234 entries');
    await expectNoAxeViolations(container);
  });

  it('says beside every format how large the file will be, for what is chosen', async () => {
    const user = userEvent.setup();
    const { container } = render(<Opened grants={1000} entries={8001} view={['a', 'b']} />);
    const sizes = () =>
      ['CSV (machine)', 'JSON Lines', 'Evidence pack', 'iCalendar'].map(
        (name) => describedBy(screen.getByRole('radio', { name }))[1],
      );

    expect(sizes()).toEqual(['about 610 kB', 'about 7.8 MB', 'about 8 MB', 'up to 720 kB']);
    await user.click(screen.getByRole('radio', { name: 'The filtered view: 2 grants' }));
    expect(sizes()).toEqual(['about 1.2 kB', 'about 16 kB', 'about 220 kB', 'up to 1.4 kB']);
    await user.click(screen.getByRole('radio', { name: /certain days/ }));
    expect(sizes()).toEqual(['up to 610 kB', 'up to 7.8 MB', 'up to 8 MB', 'up to 720 kB']);
    await user.clear(screen.getByLabelText('First day'));
    expect(sizes()).toEqual(['', '', '', '']);
    await expectNoAxeViolations(container);
  });

  it('warns of a pack that no browser opens with ease before it is made, and says what to do', async () => {
    const user = userEvent.setup();
    const { container } = render(<Opened grants={100_000} entries={800_001} view={['a']} />);
    expect(screen.queryByRole('status')).toBeNull();

    await user.click(screen.getByRole('radio', { name: 'Evidence pack' }));

    const warning = screen.getByRole('status').textContent;
    expect(warning).toContain('This file will be large: about 780 MB');
    expect(warning).toContain('JSON Lines');
    expect(download().disabled).toBe(false);
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('radio', { name: 'The filtered view: 1 grant' }));
    expect(screen.queryByRole('status')).toBeNull();
  });

  it.each([
    [6000, false],
    [7000, true],
  ])('of %d grants a pack is large: %s', async (grants, warned) => {
    const user = userEvent.setup();
    render(<Opened grants={grants} entries={8 * grants} />);

    await user.click(screen.getByRole('radio', { name: 'Evidence pack' }));

    expect(screen.queryByRole('status') !== null).toBe(warned);
  });

  it('saves in the chosen format and says under which name', async () => {
    const user = userEvent.setup();
    const onDownload = vi.fn(async () => saved);
    const { container } = render(<Opened deliver={onDownload} />);

    await user.click(screen.getByRole('radio', { name: 'JSON Lines' }));
    await user.click(download());

    expect(await screen.findByText(saved.fileName)).toBeTruthy();
    expect(onDownload).toHaveBeenCalledExactlyOnceWith(
      {
        format: formats.find(({ id }) => id === 'json-lines'),
        selection: { what: 'everything' },
        personal: true,
        columns: null,
        variant: '',
      },
      'download',
      expect.any(Function),
      expect.any(AbortSignal),
    );
    await expectNoAxeViolations(container);
  });

  it('shows how far it is, and takes no second order meanwhile', async () => {
    const user = userEvent.setup();
    const { container } = render(
      <Opened
        deliver={(_order, _how, onProgress) => {
          onProgress({ done: 500, total: 1234, of: 'entries' });
          return new Promise(() => {});
        }}
      />,
    );

    await user.click(download());

    expect(screen.getByRole('progressbar', { name: 'Writing the file' }).getAttribute('aria-valuetext')).toBe(
      '500 of 1234',
    );
    expect(screen.getByText('Writing: 500 of 1,234 entries')).toBeTruthy();
    expect(download().disabled).toBe(true);
    await expectNoAxeViolations(container);
  });

  it('ends the writing when it is closed, and is fresh when it opens again', async () => {
    const user = userEvent.setup();
    let signal: AbortSignal | undefined;
    render(
      <Opened
        deliver={(_order, _how, _onProgress, given) => {
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
    const { container } = render(<Opened deliver={result} />);

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

  describe('orders', () => {
    const ordered = async (
      props: Partial<ExportDialogProps>,
      act: (user: ReturnType<typeof userEvent.setup>) => Promise<void>,
    ) => {
      const user = userEvent.setup();
      const deliver = vi.fn(async (_order: ExportOrder, _how: string) => saved);
      const { container } = render(<Opened {...props} deliver={deliver} />);
      await act(user);
      await expectNoAxeViolations(container);
      return deliver.mock.calls[0]?.slice(0, 2) as [ExportOrder, string] | undefined;
    };
    const choose = (name: string | RegExp) => screen.getByRole('radio', { name });

    it('the filtered view, without personal data', async () => {
      const order = await ordered({ view: ['a', 'b'] }, async (user) => {
        await user.click(choose('The filtered view: 2 grants'));
        await user.click(screen.getByRole('checkbox', { name: 'With personal data' }));
        await user.click(download());
      });

      expect(order?.[0]).toMatchObject({ selection: { what: 'view', grants: ['a', 'b'] }, personal: false });
    });

    it('the open grant, to be pasted', async () => {
      const order = await ordered({ grant: { id: 'g', name: 'IAM-1, grace@partner.example' } }, async (user) => {
        await user.click(choose(/The open grant/));
        expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
        await user.click(choose('Access record (text)'));
        await user.click(screen.getByRole('button', { name: 'Copy' }));
      });

      expect(order?.[0]).toMatchObject({ selection: { what: 'grant', grant: 'g' } });
      expect(order?.[1]).toBe('copy');
    });

    it('certain days, once they are dates in order', async () => {
      const order = await ordered({}, async (user) => {
        await user.click(choose(/certain days/));
        await user.clear(screen.getByLabelText('First day'));
        expect(download().disabled).toBe(true);
        expect(screen.getByText('Enter the first and the last day.')).toBeTruthy();
        await user.type(screen.getByLabelText('First day'), '2026-12-01');
        expect(screen.getByText('The first day is after the last one.')).toBeTruthy();
        await user.clear(screen.getByLabelText('First day'));
        await user.type(screen.getByLabelText('First day'), '2026-11-01');
        await user.click(download());
      });

      expect(order?.[0].selection).toEqual({ what: 'dates', from: '2026-11-01', to: '2026-11-21' });
    });

    it('another version of a format', async () => {
      const order = await ordered({}, async (user) => {
        await user.click(choose('OCSF'));
        await user.selectOptions(screen.getByRole('combobox', { name: 'OCSF version' }), '1.9.0');
        await user.click(download());
      });

      expect(order?.[0].variant).toBe('1.9.0');
    });
  });

  it('lets the admin choose columns and their order for tables only', async () => {
    const user = userEvent.setup();
    const onColumns = vi.fn();
    const { container } = render(<Opened columns={['status', 'record_id']} onColumns={onColumns} />);
    await user.click(screen.getByText('Columns: 2 of 3'));

    await user.click(screen.getByRole('button', { name: 'Move status down' }));
    await user.click(screen.getByRole('checkbox', { name: 'request_number' }));
    await user.click(screen.getByRole('checkbox', { name: 'status' }));
    await user.click(screen.getByRole('button', { name: 'The essential columns' }));
    await user.click(screen.getByRole('button', { name: 'All columns, in their own order' }));

    expect(onColumns.mock.calls).toEqual([
      [['record_id', 'status']],
      [['status', 'record_id', 'request_number']],
      [['record_id']],
      [['request_number', 'status']],
      [null],
    ]);
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('radio', { name: 'JSON Lines' }));
    expect(screen.queryByText(/^Columns/)).toBeNull();
  });

  it('brings a column from far down to the top at once', async () => {
    const user = userEvent.setup();
    const onColumns = vi.fn();
    render(<Opened columns={['status', 'request_number', 'record_id']} onColumns={onColumns} />);
    await user.click(screen.getByText('Columns: all'));

    await user.click(screen.getByRole('button', { name: 'Move record_id to the top' }));

    expect(onColumns.mock.calls).toEqual([[['record_id', 'status', 'request_number']]]);
    const atTop = screen.getByRole('button', { name: 'Move status up' });
    await user.click(atTop);
    expect(atTop.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(atTop);
    expect(onColumns).toHaveBeenCalledOnce();
  });

  it('says that a text was copied', async () => {
    const user = userEvent.setup();
    render(<Opened deliver={async () => ({ ok: true, fileName: null, warning: null })} />);
    await user.click(screen.getByRole('radio', { name: 'Access record (Markdown)' }));

    await user.click(screen.getByRole('button', { name: 'Copy' }));

    expect(await screen.findByText('Copied: paste it where it belongs.')).toBeTruthy();
  });
});

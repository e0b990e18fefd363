import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DataDialog, type DataDialogProps } from '@/components/data/data-dialog';
import type { AccountRow } from '@/lib/domain/log/account-list';
import type { Outcome } from '@/lib/domain/log/outcome';
import { expectNoAxeViolations } from '../../support/component-setup';

const good: Outcome = { ok: true, message: 'Done.' };
const account = {
  vendor: 'rudderstack',
  ticket: 'IAM-9',
  email: 'listed@partner.example',
  role: 'Member',
  scope: [],
  since: null,
  accessEnds: null,
  approvedBy: '',
  reason: '',
};

function show(props: Partial<DataDialogProps> = {}) {
  return render(
    <DataDialog
      open
      onClose={() => {}}
      backupStatus={{ storage: '1 MB of 9 MB are used.', lastExport: 'The log was never exported.', suggestion: null }}
      backUp={async () => good}
      saveVerifyPage={async () => good}
      restoreFile={async () => good}
      previewAccounts={async () => ({ ok: true, rows: [] })}
      importAccounts={async () => good}
      erasePerson={async () => ({ ...good, values: 1 })}
      {...props}
    />,
  );
}

const dialog = () => screen.getByRole('dialog', { name: 'Backup and import' });
const part = (name: string) => within(within(dialog()).getByRole('region', { name }));
const button = (name: string | RegExp) => within(dialog()).getByRole('button', { name }) as HTMLButtonElement;
const file = (name: string) => new File(['x'], name);

describe('DataDialog', () => {
  it('says where the log is kept, when it was exported, and that an export is due', async () => {
    const suggestion = '57 entries are not in any export.';
    const backupStatus = { storage: '1 MB of 9 MB are used.', lastExport: 'The log was never exported.', suggestion };
    const { container } = show({ backupStatus });

    expect(dialog().textContent).toContain('The log was never exported. 1 MB of 9 MB are used.');
    expect(dialog().textContent).toContain(suggestion);
    await expectNoAxeViolations(container);
  });

  it.each([
    ['Back up', 'backUp'],
    ['Save verify page', 'saveVerifyPage'],
  ] as const)('%s: says what became of it', async (name, does) => {
    const work = vi.fn(async () => ({ ok: true, message: 'Saved as file.' }));
    show({ [does]: work });

    await userEvent.setup().click(button(name));

    expect(work).toHaveBeenCalledOnce();
    expect(within(dialog()).getByRole('status').textContent).toContain('Saved as file.');
  });

  it('says what could not be done, also where it broke', async () => {
    const user = userEvent.setup();
    show({
      backUp: async () => ({ ok: false, message: 'The log is empty.' }),
      saveVerifyPage: () => Promise.reject(new Error('Failed to fetch')),
    });

    await user.click(button('Back up'));
    expect(within(dialog()).getByRole('alert').textContent).toContain('The log is empty.');
    await user.click(button('Save verify page'));
    expect(within(dialog()).getByRole('alert').textContent).toContain('This could not be done: Failed to fetch');
  });

  it('tells how far a file is, does nothing else meanwhile, and lists what two logs hold', async () => {
    let finish: (outcome: Outcome) => void = () => {};
    const restoreFile = vi.fn((_file: File, onProgress: (words: string) => void) => {
      onProgress('Taken in: entry 500');
      return new Promise<Outcome>((resolve) => {
        finish = resolve;
      });
    });
    const { container } = show({ restoreFile });

    await userEvent.setup().upload(screen.getByLabelText('Backup or export'), file('log.jsonl'));
    expect(dialog().textContent).toContain('Taken in: entry 500');
    expect(button('Back up').disabled).toBe(true);
    finish({
      ok: true,
      message: 'Merged 3 entries.',
      conflicts: [{ ticket: 'IAM-7', email: 'a@b.example', ours: 'g1' }],
    });

    const link = await within(dialog()).findByRole('link', { name: /IAM-7.*a@b\.example/ });
    expect(link.getAttribute('href')).toContain('g1');
    expect(button('Back up').disabled).toBe(false);
    await expectNoAxeViolations(container);
  });

  it('previews a list, errors first, and imports only what is good', async () => {
    const user = userEvent.setup();
    const rows: AccountRow[] = [
      { row: 2, ok: true, account },
      { row: 3, ok: false, message: 'This person was forgotten here.' },
    ];
    const previewAccounts = vi.fn(async () => ({ ok: true as const, rows }));
    const importAccounts = vi.fn(async () => ({ ok: true, message: '1 account is in the log.' }));
    const { container } = show({ previewAccounts, importAccounts });

    await user.type(screen.getByLabelText('Ticket for rows without one'), 'IAM-1');
    await user.upload(screen.getByLabelText('List of accounts'), file('list.csv'));
    const shown = within(await within(dialog()).findByRole('table', { name: 'Preview' })).getAllByRole('row');
    await expectNoAxeViolations(container);
    await user.click(button('Import 1 account'));

    expect(previewAccounts).toHaveBeenCalledWith(expect.any(File), 'IAM-1');
    expect(shown.slice(1).map((row) => row.textContent)).toEqual([
      '3Error: This person was forgotten here.',
      expect.stringContaining('listed@partner.example'),
    ]);
    expect(importAccounts).toHaveBeenCalledWith(rows);
    expect(screen.queryByRole('table', { name: 'Preview' })).toBeNull();
  });

  it('says why a list cannot be read', async () => {
    show({ previewAccounts: async () => ({ ok: false, message: 'The list has no column email.' }) });

    await userEvent.setup().upload(screen.getByLabelText('List of accounts'), file('list.csv'));

    expect((await within(dialog()).findByRole('alert')).textContent).toContain('The list has no column email.');
  });

  it('forgets a person only after it said how much that is, and asks again for another person', async () => {
    const user = userEvent.setup();
    const erasePerson = vi.fn(async (_person: object, dry: boolean) => ({
      ok: true,
      values: 3,
      message: dry ? '3 values in 1 grant: this will be deleted.' : 'Forgotten: 3 values in 1 grant.',
    }));
    show({ erasePerson });
    const address = screen.getByLabelText('Address to forget');

    expect(button('Look for this person').disabled).toBe(true);
    await user.type(address, 'kim@northwind.example');
    await user.click(button('Look for this person'));
    expect(part('Forget a person').getByText(/this will be deleted/)).toBeDefined();
    await user.type(address, 'x');
    expect(screen.queryByRole('button', { name: 'Forget for good' })).toBeNull();
    await user.click(button('Look for this person'));
    await user.click(button('Forget for good'));

    const person = { email: 'kim@northwind.examplex', name: '' };
    expect(erasePerson.mock.calls.slice(1)).toEqual([
      [person, true],
      [person, false],
    ]);
    expect(within(dialog()).getByRole('status').textContent).toContain('Forgotten: 3 values in 1 grant.');
    expect(address).toHaveProperty('value', '');
  });

  it('offers to forget nobody where nobody is found', async () => {
    const user = userEvent.setup();
    show({ erasePerson: async () => ({ ok: true, values: 0, message: 'Nothing in this log names this person.' }) });

    await user.type(screen.getByLabelText('Address to forget'), 'kim@northwind.example');
    await user.click(button('Look for this person'));

    expect(within(dialog()).getByRole('status').textContent).toContain('Nothing in this log names this person.');
    expect(screen.queryByRole('button', { name: 'Forget for good' })).toBeNull();
  });

  it('forgets what became of the last thing when it is opened again', async () => {
    const { rerender, container } = show();
    await userEvent.setup().click(button('Back up'));
    const props = { onClose: () => {}, backupStatus: { storage: null, lastExport: '', suggestion: null } };
    const none = async () => good;
    const all = {
      ...props,
      backUp: none,
      saveVerifyPage: none,
      restoreFile: none,
      importAccounts: none,
      erasePerson: none,
    };
    const previewAccounts: DataDialogProps['previewAccounts'] = async () => ({ ok: true, rows: [] });

    rerender(<DataDialog {...all} previewAccounts={previewAccounts} open={false} />);
    rerender(<DataDialog {...all} previewAccounts={previewAccounts} open />);

    expect(within(dialog()).queryByRole('status')).toBeNull();
    await expectNoAxeViolations(container);
  });
});

describe('settings of a backup', () => {
  const values = [
    { id: 'settings.identity', text: '{"name":"Mallory"}', isGrave: true },
    { id: 'settings.ticketLink', text: '"https://jira.example/{ticket}"', isGrave: false },
  ];

  it.each([
    [true, ['settings.ticketLink']],
    [false, []],
  ])('are shown before they are taken, signed: %s', async (isSigned, chosen) => {
    const take = vi.fn(async () => good);
    const { container } = show({ restoreFile: async () => ({ ...good, offer: { isSigned, values, take } }) });
    await userEvent.upload(screen.getByLabelText('Backup or export'), new File(['{}'], 'b.jsonl'));

    const identity = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Who you are' });
    expect(identity.checked).toBe(false);
    expect(button('Take these settings').disabled).toBe(chosen.length === 0);
    await expectNoAxeViolations(container);
    await userEvent.click(identity);
    await userEvent.click(button('Take these settings'));

    expect(take).toHaveBeenCalledWith([...chosen, 'settings.identity']);
    expect(screen.queryByRole('button', { name: 'Take these settings' })).toBeNull();
  });

  it('are left where the admin leaves them', async () => {
    const take = vi.fn(async () => good);
    show({ restoreFile: async () => ({ ...good, offer: { isSigned: true, values, take } }) });
    await userEvent.upload(screen.getByLabelText('Backup or export'), new File(['{}'], 'b.jsonl'));

    await userEvent.click(await screen.findByRole('button', { name: 'Leave them' }));

    expect(take).not.toHaveBeenCalled();
    expect(screen.getByRole('status').textContent).toContain('Nothing of the settings was taken.');
  });
});

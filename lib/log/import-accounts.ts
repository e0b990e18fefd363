import { type AccountRow, readAccounts } from '@/lib/domain/log/account-list';
import type { Outcome } from '@/lib/domain/log/outcome';
import { quantity } from '@/lib/domain/values/quantity';
import type { Settings } from '@/lib/domain/values/settings';
import { send } from '@/lib/messaging/client';
import { accountIds, readForgotten } from '@/lib/storage/forgotten';
import { vendors } from '@/lib/vendors/registry';
import { readAccountFile } from './account-file';

/** Accounts sent to the background at once. */
const batch = 500;

/** Reads a CSV list of accounts, row by row; `ticket` stands in for rows without one. */
export async function previewAccounts(
  file: File,
  ticket: string,
  settings: Settings,
): Promise<{ ok: true; rows: AccountRow[] } | { ok: false; message: string }> {
  const list = await readAccountFile(file);
  if (!list.ok) return list;
  const { ticketPattern } = settings;
  const rows = readAccounts(list.rows, { ticket, ticketPattern, vendors, isForgotten: await readForgotten() });
  if (rows.length === 0) return { ok: false, message: 'The list has no rows.' };
  return { ok: true, rows };
}

/** Imports the rows that are good, in batches; an account that is there already is not doubled. */
export async function importAccounts(rows: readonly AccountRow[]): Promise<Outcome> {
  const good = rows.flatMap((row) => (row.ok ? [row.account] : []));
  const idOf = await accountIds();
  for (let start = 0; start < good.length; start += batch) {
    const accounts = good.slice(start, start + batch).map((account) => ({ id: idOf(account), account }));
    const reply = await send('accounts.import', { accounts });
    if (!reply.ok) return reply;
  }
  return {
    ok: true,
    message: `${quantity(good.length, 'account is', 'accounts are')} in the log. Those that were there already are not doubled.`,
  };
}

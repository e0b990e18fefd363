import * as z from 'zod/mini';
import { Short, Text } from '@/lib/domain/values/bounded';
import { isDate } from '@/lib/domain/values/calendar';
import { checkEmail } from '@/lib/domain/values/email';
import { looksLikeSecret, secretMessage } from '@/lib/domain/values/secret';
import { plainText } from '@/lib/domain/values/text';
import { checkTicket } from '@/lib/domain/values/ticket';
import type { Draft } from './entry';
import type { IsForgotten } from './erased-fields';

/** An account that was there before Grantbook, as a list names it. */
export const Account = z.strictObject({
  vendor: Short,
  ticket: Short,
  email: Short,
  role: Short,
  scope: z.array(Short),
  since: z.nullable(Short),
  accessEnds: z.nullable(Short),
  approvedBy: Short,
  reason: Text,
}) satisfies z.ZodMiniType<Extract<Draft, { type: 'grant.imported' }>['data']>;
export type Account = z.infer<typeof Account>;

/**
 * A row of the list: what it says, or why it cannot be taken. `row` counts from 2, as a spreadsheet does under a
 * header.
 */
export type AccountRow = { row: number; ok: true; account: Account } | { row: number; ok: false; message: string };

/**
 * Holds what the list is checked against. `ticket`: stands in for rows that name none; empty where there is no such
 * ticket.
 */
interface AccountRules {
  ticketPattern: string;
  ticket: string;
  vendors: readonly { id: string; name: string }[];
  /** Tells whether a person was forgotten here: they are not taken in again. */
  isForgotten?: IsForgotten;
}

const forgottenMessage =
  'This person was forgotten here, and a list does not bring them back. Where they have access again, start a grant for them.';

/**
 * The columns that are read, and other names under which lists have them, the surest first. Further columns are left
 * out.
 */
const accountColumns = {
  email: ['email', 'e-mail', 'email address', 'grantee_email', 'user', 'user email'],
  vendor: ['vendor', 'system', 'application'],
  ticket: ['ticket', 'iam ticket', 'request_number', 'request', 'issue'],
  role: ['role', 'org_role', 'organization role'],
  scope: ['scope', 'scopes', 'apps', 'workspaces', 'projects'],
  since: ['since', 'started', 'created', 'start_date'],
  accessEnds: ['access ends', 'end_date', 'ends', 'expires'],
  approvedBy: ['approved by', 'approved_by', 'approver'],
  reason: ['reason', 'business_justification', 'justification'],
} as const satisfies Record<keyof Account, readonly string[]>;

const fields = Object.keys(accountColumns) as (keyof Account)[];
const plain = (header: string) => header.trim().toLowerCase();

/** Lists the columns that are missing and must be there; empty where the list can be read. */
export function missingColumns(headers: readonly string[]): string[] {
  const there = headers.map(plain);
  return (['email', 'vendor'] as const).filter((field) => !accountColumns[field].some((name) => there.includes(name)));
}

/** A row by its headers. Cells beyond the last column stand together in `__beyond`. */
export type Cells = Readonly<Record<string, string | readonly string[]>>;

const isBlank = (cell: string | readonly string[]) => [cell].flat().every((text) => text.trim() === '');

/**
 * Reads the rows of a list. Nothing is taken on trust: every row is checked like a typed grant. Blank rows are passed
 * over, and counted all the same.
 */
export function readAccounts(rows: readonly Cells[], rules: AccountRules): AccountRow[] {
  const seen = new Set<string>();
  return rows.flatMap((cells, index): AccountRow[] => {
    if (Object.values(cells).every(isBlank)) return [];
    const row = index + 2;
    const read = readAccount(cells, rules);
    if (typeof read === 'string') return [{ row, ok: false, message: read }];
    const key = JSON.stringify([read.vendor, read.email, read.ticket]);
    if (seen.has(key))
      return [{ row, ok: false, message: 'This person stands in the list before, under the same ticket.' }];
    seen.add(key);
    return [{ row, ok: true, account: read }];
  });
}

/** Characters of a cell: more than any field is given. */
const longest = 5000;

const tooLong =
  'This row has more cells than the list has columns, so that none of them is sure to stand under its own. Put quotation marks around a cell that holds a comma.';

function readAccount(cells: Cells, rules: AccountRules): Account | string {
  if (!isBlank(cells.__beyond ?? '')) return tooLong;
  const texts = Object.fromEntries(
    fields.map((field) => {
      const names: readonly string[] = accountColumns[field];
      // Of two columns that are known the one with the better name counts, then the first.
      const headers = Object.keys(cells);
      const header = names.flatMap((name) => headers.find((one) => plain(one) === name) ?? [])[0];
      return [field, header === undefined ? '' : String(cells[header] ?? '').trim()];
    }),
  ) as Record<keyof Account, string>;
  const tooMuch = fields.find((field) => texts[field].length > longest);
  if (tooMuch) return `The cell under ${tooMuch} holds more than ${longest} characters: this is no list of accounts.`;
  if ([...Object.values(texts), rules.ticket].some(looksLikeSecret)) return secretMessage;
  const email = checkEmail(texts.email);
  if (!email.ok) return email.message;
  if (rules.isForgotten?.(email.value)) return forgottenMessage;
  const vendor = rules.vendors.find(({ id, name }) => [id, name.toLowerCase()].includes(texts.vendor.toLowerCase()));
  if (!vendor) return `“${plainText(texts.vendor, 40)}” is no vendor that Grantbook knows.`;
  const ticket = checkTicket(texts.ticket || rules.ticket, rules.ticketPattern);
  if (!ticket.ok) return ticket.message;
  const days = { since: texts.since.slice(0, 10), accessEnds: texts.accessEnds.slice(0, 10) };
  const wrong = Object.values(days).find((day) => day !== '' && !isDate(day));
  if (wrong !== undefined) return `“${plainText(wrong, 20)}” is no date: write it like 2026-11-21.`;
  return {
    vendor: vendor.id,
    ticket: ticket.value,
    email: email.value,
    role: plainText(texts.role, 100),
    scope: texts.scope
      .split(/\s*[;|]\s*/)
      .map((name) => plainText(name, 100))
      .filter(Boolean),
    since: days.since || null,
    accessEnds: days.accessEnds || null,
    approvedBy: plainText(texts.approvedBy, 200),
    reason: plainText(texts.reason, 2000),
  };
}

import { expect, test } from 'vitest';
import { missingColumns, readAccounts } from '@/lib/domain/log/account-list';
import { secretMessage } from '@/lib/domain/values/secret';
import { defaultTicketPattern } from '@/lib/domain/values/ticket';

const rules = {
  ticketPattern: defaultTicketPattern,
  ticket: '',
  vendors: [{ id: 'rudderstack', name: 'RudderStack' }],
};
const row = {
  'E-mail': ' Mary@Partner.example ',
  Vendor: 'rudderstack',
  Ticket: 'iam-7',
  Role: 'Member',
  Scopes: 'Web; App',
  Since: '2025-02-01T09:00:00Z',
  Ends: '2027-01-31',
  Approver: 'Katherine Johnson',
  Reason: 'Since the first project',
  Salary: '1',
};
const message = (change: Record<string, string>, more: Partial<typeof rules> = {}) => {
  const [read] = readAccounts([{ ...row, ...change }], { ...rules, ...more });
  return read?.ok ? null : read?.message;
};

test('reads a row by the names that lists have for their columns, and nothing else of it', () => {
  expect(readAccounts([row], rules)).toEqual([
    {
      row: 2,
      ok: true,
      account: {
        vendor: 'rudderstack',
        ticket: 'IAM-7',
        email: 'mary@partner.example',
        role: 'Member',
        scope: ['Web', 'App'],
        since: '2025-02-01',
        accessEnds: '2027-01-31',
        approvedBy: 'Katherine Johnson',
        reason: 'Since the first project',
      },
    },
  ]);
});

test.each([
  ['whichever stands first', { User: 'Nina Li', Email: 'nina@studio.example' }],
  ['or last', { Email: 'nina@studio.example', User: 'Nina Li' }],
])('of two columns that are known the one with the better name counts, %s', (_, people) => {
  const [read] = readAccounts([{ ...people, Application: 'RudderStack', Ticket: 'IAM-2' }], rules);

  expect(read).toMatchObject({ ok: true, account: { email: 'nina@studio.example' } });
});

test.each<[string, Record<string, string>, RegExp]>([
  ['no address', { 'E-mail': '' }, /e-mail/i],
  ['something else for an address', { 'E-mail': 'mary' }, /./],
  ['an unknown vendor', { Vendor: 'Segment' }, /“Segment” is no vendor/],
  ['no ticket', { Ticket: '' }, /./],
  ['a date of another style', { Ends: '31.01.2027' }, /“31.01.2027” is no date/],
  ['a day that there is not', { Since: '2027-02-30' }, /is no date/],
  ['a cell that a broken file made of many', { Reason: 'a-'.repeat(100_000) }, /more than 5000 characters/],
])('refuses a row with %s', (_what, change, words) => {
  expect(message(change)).toMatch(words);
});

test('refuses a row with a secret in any column', () => {
  for (const field of ['E-mail', 'Role', 'Scopes', 'Reason', 'Approver']) {
    expect(message({ [field]: 'ghp_16C7e42F292c6912E7710c838347Ae178B4a' }), field).toBe(secretMessage);
  }
});

test('refuses a secret as the ticket of rows without one, whatever tickets look like', () => {
  expect(message({ Ticket: '' }, { ticket: 'ghp_16C7e42F292c6912E7710c838347Ae178B4a', ticketPattern: '.*' })).toBe(
    secretMessage,
  );
});

test('takes the ticket that was given for rows without one', () => {
  expect(message({ Ticket: '' }, { ticket: 'IAM-1' })).toBeNull();
});

test('refuses the second of two rows about the same access, by its number', () => {
  expect(readAccounts([row, { ...row, Role: 'Admin' }, { ...row, Ticket: 'IAM-8' }], rules)).toMatchObject([
    { row: 2, ok: true },
    { row: 3, ok: false },
    { row: 4, ok: true },
  ]);
});

test('passes over blank rows, and counts them as the spreadsheet does', () => {
  const blank = { 'E-mail': ' ', Vendor: '', __beyond: ['', ''] };

  expect(readAccounts([blank, row, {}, { ...row, Ticket: 'IAM-8' }], rules)).toMatchObject([
    { row: 3, ok: true },
    { row: 5, ok: true },
  ]);
});

test('refuses a row whose cells do not fit the columns', () => {
  expect(readAccounts([{ ...row, __beyond: [' to the customer'] }], rules)).toMatchObject([
    { row: 2, ok: false, message: expect.stringContaining('more cells than the list has columns') },
  ]);
});

test.each([
  [['Email', 'Vendor'], []],
  [['name', 'system'], ['email']],
  [[], ['email', 'vendor']],
])('of %j misses %j', (headers, missing) => {
  expect(missingColumns(headers)).toEqual(missing);
});

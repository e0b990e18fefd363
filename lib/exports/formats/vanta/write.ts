import { givenAccess, givenText } from '@/lib/domain/grant/access';
import type { Grant } from '@/lib/domain/grant/grant';
import { isExternal } from '@/lib/domain/values/email';
import { csvTable } from '@/lib/exports/csv';
import { type ExportSource, variantOf } from '@/lib/exports/export-format';
import { shown } from '@/lib/exports/vocabulary';
import { head } from './head';

/**
 * The columns of Vanta's template, as its help page names them (help.vanta.com/en/articles/11345421, read 2026-11-21).
 */
const headers = [
  'Account name',
  'Account owner',
  'Role',
  'Status',
  'Access Appropriate',
  'Date created (UTC)',
  'Date deactivated (UTC)',
] as const;

/** Joins several roles by a comma; Vanta refuses extra spaces, which `shown` folds. */
const roles = (grant: Grant) =>
  [grant.role ?? '', ...givenAccess(grant).map(givenText)].map(shown).filter(Boolean).join(', ');

const day = (mark: { at: string } | undefined) => mark?.at.slice(0, 10) ?? '';

/**
 * Names the owner of an account: a colleague by the address that Vanta knows; empty where nobody can tell whether it is
 * one.
 */
function owner({ email, grantedBy }: Grant): string {
  const external = isExternal(email, grantedBy.email);
  if (external === null) return '';
  return external ? 'External user' : shown(email ?? '');
}

/**
 * Writes one row per account, not per grant: a person who was let in twice has one account. Null where no account came
 * of the grant.
 */
function account(grant: Grant): readonly string[] | null {
  const { invited, accepted, active, removed } = grant.milestones;
  const since = accepted ?? active ?? invited;
  if (!since) return null;
  return [
    grant.email === null ? `forgotten (${grant.id})` : shown(grant.email),
    owner(grant),
    roles(grant),
    removed ? 'Deactivated' : 'Active',
    '',
    day(since),
    day(removed),
  ];
}

/** Rows handed over at once. */
const perChunk = 500;

/** Gathers the accounts of one vendor. Holds one row per account in memory. */
async function* accounts(source: ExportSource, vendor: string): AsyncGenerator<readonly (readonly string[])[]> {
  const rows = new Map<string, { live: boolean; row: readonly string[] }>();
  const take = (grant: Grant) => {
    const row = grant.vendor === vendor ? account(grant) : null;
    if (!row) return;
    const key = grant.email ?? grant.id;
    const live = !grant.milestones.removed;
    const other = rows.get(key);
    // A grant that is over says nothing about an account that another one keeps open.
    if (!other || live || !other.live) rows.set(key, { live, row });
  };
  for await (const grants of source.grants()) grants.forEach(take);
  const all = [...rows.values()];
  for (let start = 0; start < all.length; start += perChunk) {
    yield all.slice(start, start + perChunk).map(({ row }) => row);
  }
}

/** Vanta's Access File, for systems that it has no integration with: one file per system. */
export async function* write(source: ExportSource): AsyncGenerator<string> {
  yield* csvTable(headers, accounts(source, variantOf(head, source.variant)), (row) => row);
}

import Dexie from 'dexie';
import { mayConclude } from '@/lib/domain/grant/conclude';
import { type Grant, isPending } from '@/lib/domain/grant/grant';
import type { GrantbookDb } from './db';
import { grantsIn, hasIn, type Places } from './grant-index';

const standing = (open: 0 | 1, vendor: string | null): Places =>
  vendor === null
    ? { index: 'standing', from: [open], to: [open, Dexie.maxKey] }
    : { index: 'standing', from: [open, vendor], to: [open, vendor, ''] };
const unproven: Places = { index: 'unproven', from: '', to: Dexie.maxKey };

const newestFirst = (a: Grant, b: Grant) => b.last.seq - a.last.seq;

/** Reads the grants that are being worked on, at one vendor or (null) at all, the one changed last first. */
export async function openGrants(db: GrantbookDb, vendor: string | null): Promise<Grant[]> {
  return (await grantsIn(db, standing(1, vendor))).sort(newestFirst);
}

/** Reads the grants that are not removed, at one vendor or (null) at all, the one changed last first. */
export async function standingGrants(db: GrantbookDb, vendor: string | null): Promise<Grant[]> {
  const [open, settled] = await Promise.all([grantsIn(db, standing(1, vendor)), grantsIn(db, standing(0, vendor))]);
  return [...open, ...settled].sort(newestFirst);
}

/** Reads access that no list has shown to be gone, at most `limit` of it, what is to be gone longest first. */
export function unprovenGrants(db: GrantbookDb, limit?: number): Promise<Grant[]> {
  return grantsIn(db, unproven, limit);
}

/** Tells whether a member list of a vendor could show something that is waited for. */
export async function awaitsList(db: GrantbookDb, vendor: string): Promise<boolean> {
  if ((await openGrants(db, vendor)).some(isPending)) return true;
  return hasIn(db, unproven, (grant) => grant.vendor === vendor);
}

/** Reads the grants of a vendor that a member list could say something new about. */
export async function concludableGrants(db: GrantbookDb, vendor: string): Promise<Grant[]> {
  const [open, toProve] = await Promise.all([openGrants(db, vendor), unprovenGrants(db)]);
  const grants = new Map([...open, ...toProve].map((grant) => [grant.id, grant]));
  return [...grants.values()].filter((grant) => grant.vendor === vendor && mayConclude(grant));
}

/**
 * Reads the grants that a member list of a vendor is compared with: all that are not removed, and the removed ones of
 * listed people who have none of those. `emails`: of the list, as the log writes them.
 */
export async function comparedGrants(db: GrantbookDb, vendor: string, emails: readonly string[]): Promise<Grant[]> {
  const live = await standingGrants(db, vendor);
  const known = new Set(live.map(({ email }) => email));
  const strangers = emails.filter((email) => !known.has(email));
  const past = await db.grants.where('email').anyOf(strangers).toArray();
  return [...live, ...past.filter((grant) => grant.vendor === vendor && grant.milestones.removed)];
}

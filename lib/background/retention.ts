import { isExpired } from '@/lib/domain/values/person';
import type { GrantbookDb } from '@/lib/storage/db';
import type { Ledger } from '@/lib/storage/ledger';
import { stored } from '@/lib/storage/stored-values';

/**
 * Reads for how many months after the removal of an access its personal values are kept: the policy, else the setting;
 * null keeps all.
 */
export async function readRetentionMonths(): Promise<number | null> {
  const [policy, settings] = await Promise.all([stored.policyRetentionMonths.read(), stored.settings.read()]);
  return policy ?? settings.retentionMonths;
}

/**
 * Deletes the personal values of grants whose access was removed longer ago than the organization keeps them, and of
 * member lists that were read longer ago. `months`: null keeps all.
 */
export async function applyRetention(
  db: GrantbookDb,
  ledger: Pick<Ledger, 'forget'>,
  months: number | null,
  now: Date,
): Promise<void> {
  if (months === null) return;
  const due = await db.grants
    .filter(
      ({ email, milestones }) =>
        email !== null && Boolean(milestones.removed && isExpired(milestones.removed.at, months, now)),
    )
    .primaryKeys();
  const lists = await db.entries
    .where('type')
    .equals('roster.read')
    .filter(({ at, personal }) => 'data.rows' in personal && isExpired(at, months, now))
    .primaryKeys();
  if (due.length > 0 || lists.length > 0) await ledger.forget({ grants: due, lists }, 'retention');
}

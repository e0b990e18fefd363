import { type Grant, isOpen, isUnproven } from '@/lib/domain/grant/grant';
import { endsOn, reviewFrom } from '@/lib/domain/review/due-from';
import { isPrivileged } from '@/lib/domain/review/review';
import { type GrantIndex, grantOf, type StoredGrant } from './stored-grant';

/** Reads out of a grant where it is found. */
export function indexOf(grant: Grant): GrantIndex {
  const { vendor, removal, milestones } = grant;
  const [ends, review] = [endsOn(grant), reviewFrom(grant)];
  const unproven = isUnproven(grant) ? (removal ?? milestones.removed)?.at : undefined;
  return {
    ...(milestones.removed ? {} : { standing: [isOpen(grant) ? 1 : 0, vendor] }),
    ...(unproven === undefined ? {} : { unproven }),
    ...(ends === null ? {} : { ends }),
    ...(review === null ? {} : { review: [isPrivileged(grant) ? 1 : 0, review] }),
  };
}

/** Returns a grant as it is stored. */
export function storedGrant(grant: Grant): StoredGrant {
  return { ...grantOf(grant), index: indexOf(grant) };
}

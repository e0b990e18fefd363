import type { Grant } from '@/lib/domain/grant/grant';
import { isOpen, isUnproven } from '@/lib/domain/grant/grant';
import { endsOn, reviewFrom } from '@/lib/domain/review/due-from';
import { isPrivileged } from '@/lib/domain/review/review';
import type { DateOnly } from '@/lib/domain/values/calendar';

/** A grant's places in the indexes by which is found what waits for the admin; it is in none of the others. */
export interface GrantIndex {
  /** Of a grant that is not removed: whether work on it goes on, and its vendor. */
  standing?: [open: 0 | 1, vendor: string];
  /** Of access that no list has shown to be gone: since when it is to be. UTC, ISO 8601. */
  unproven?: string;
  /** Of temporary access: its last day. */
  ends?: DateOnly;
  /**
   * Of access that is reviewed by policy: whether its role is privileged, and from when its days are counted. UTC, ISO
   * 8601.
   */
  review?: [privileged: 0 | 1, from: string];
}

/** A grant as it is stored. */
export interface StoredGrant extends Grant {
  index?: GrantIndex;
}

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

/** Returns the grant that was stored: what its entries say, and nothing else. */
export function grantOf(stored: StoredGrant): Grant {
  // The last two are of schemas 2 to 5, until the grant is rebuilt.
  const { index: _index, pressingFrom: _pressing, reviewFrom: _review, ...grant } = stored as StoredGrant & Earlier;
  return grant;
}

interface Earlier {
  pressingFrom?: string;
  reviewFrom?: string;
}

import type { Grant } from '@/lib/domain/grant/grant';
import type { DateOnly } from '@/lib/domain/values/calendar';

/** Holds a grant's places in the indexes by which is found what waits for the admin; it is in none of the others. */
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

/** Describes a grant as it is stored. */
export interface StoredGrant extends Grant {
  index?: GrantIndex;
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

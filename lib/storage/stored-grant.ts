import { type Grant, isOpen, isUnproven } from '@/lib/domain/grant/grant';
import { dueFrom, reviewFrom } from '@/lib/domain/review/due-from';

/**
 * What work or access still stands on a grant: it is open, its access is live, or its removal is not proven. Closed grants have none, so that
 * an index of these holds no closed one, however many there are.
 */
export type Standing = 'open' | 'live' | 'unproven';

/** A grant as stored, with what the indexes are made of: what falls due, what is reviewed by policy, and what still stands. */
export interface StoredGrant extends Grant {
  pressingFrom?: string;
  reviewFrom?: string;
  standing?: Standing;
}

/** Returns what still stands on a grant; null where it is closed. */
function standingOf(grant: Grant): Standing | null {
  if (isOpen(grant)) return 'open';
  if (!grant.milestones.removed) return 'live';
  return isUnproven(grant) ? 'unproven' : null;
}

/** Returns a grant as it is stored: with its places in the indexes. */
export function storedGrant(grant: Grant): StoredGrant {
  const rest = grantOf(grant);
  const due = dueFrom(rest);
  const review = reviewFrom(rest);
  const standing = standingOf(rest);
  return {
    ...rest,
    ...(due === null ? {} : { pressingFrom: due }),
    ...(review === null ? {} : { reviewFrom: review }),
    ...(standing === null ? {} : { standing }),
  };
}

/** Returns the grant that was stored: what its entries say, and nothing else. */
export function grantOf(stored: StoredGrant): Grant {
  const { pressingFrom: _due, reviewFrom: _review, standing: _standing, ...grant } = stored;
  return grant;
}

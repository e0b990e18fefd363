import type { Grant } from '@/lib/domain/grant/grant';
import { pressingFrom, reviewFrom } from '@/lib/domain/review/due-from';
import type { StoredGrant } from './db';

/** A grant as it is stored: with its places in the indexes of what time makes pressing. */
export function storedGrant(grant: Grant): StoredGrant {
  const rest = grantOf(grant);
  const pressing = pressingFrom(rest);
  const review = reviewFrom(rest);
  return {
    ...rest,
    ...(pressing === null ? {} : { pressingFrom: pressing }),
    ...(review === null ? {} : { reviewFrom: review }),
  };
}

/** The grant that was stored: what its entries say, and nothing else. */
export function grantOf(stored: StoredGrant): Grant {
  const { pressingFrom: _pressing, reviewFrom: _review, ...grant } = stored;
  return grant;
}

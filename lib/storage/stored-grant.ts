import type { Grant } from '@/lib/domain/grant';
import { pressingFrom } from '@/lib/domain/pressing';
import type { StoredGrant } from './db';

/** A grant as it is stored: with its place in the index of what time makes pressing. */
export function storedGrant(grant: Grant): StoredGrant {
  const { pressingFrom: _before, ...rest } = grant as StoredGrant;
  const from = pressingFrom(rest);
  return from === null ? rest : { ...rest, pressingFrom: from };
}

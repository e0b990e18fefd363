import { useLiveQuery } from 'dexie-react-hooks';
import { type Grant, isOpen } from '@/lib/domain/grant/grant';
import { db } from '@/lib/storage/db';

/** Every grant, the one changed last first, live; undefined until they were read. */
export function useGrants(): Grant[] | undefined {
  return useLiveQuery(() => db.grants.orderBy('last.seq').reverse().toArray());
}

/** Grants that are still being worked on, the one changed last first, at most `most` of them. */
export function useOpenGrants(most = 50): Grant[] | undefined {
  return useLiveQuery(() => db.grants.orderBy('last.seq').reverse().filter(isOpen).limit(most).toArray(), [most]);
}

/** Grants to one person, the newest first. `email`: as the log writes it (`normalEmail`). */
export function useGrantsOf(email: string): Grant[] {
  const found = useLiveQuery(
    () => (email.includes('@') ? db.grants.where('email').equals(email).reverse().sortBy('last.seq') : []),
    [email],
  );
  return found ?? [];
}

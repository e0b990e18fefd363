import { useLiveQuery } from 'dexie-react-hooks';
import type { Grant } from '@/lib/domain/grant/grant';
import { db } from '@/lib/storage/db';
import { openGrants, standingGrants, unprovenGrants } from '@/lib/storage/standing-grants';

/** Reads every grant on which work or access still stands, live; undefined until they were read. */
export function useStandingGrants(): Grant[] | undefined {
  return useLiveQuery(async () => {
    const [standing, unproven] = await Promise.all([standingGrants(db, null), unprovenGrants(db)]);
    return [...new Map([...standing, ...unproven].map((grant) => [grant.id, grant])).values()];
  });
}

/** Reads the grants that are still being worked on, the one changed last first, at most `most` of them. */
export function useOpenGrants(most = 50): Grant[] | undefined {
  return useLiveQuery(async () => (await openGrants(db, null)).slice(0, most), [most]);
}

/** Reads one grant, live; undefined until it was read, and where there is none. */
export function useGrant(id: string | null): Grant | undefined {
  return useLiveQuery(() => (id === null ? undefined : db.grants.get(id)), [id]);
}

/** Reads the grants to some people, the newest first. `emails`: as the log writes them (`normalEmail`). */
export function useGrantsOf(emails: readonly string[]): Grant[] {
  const wanted = emails.filter((email) => email.includes('@'));
  const found = useLiveQuery(
    async () =>
      wanted.length === 0 ? [] : (await db.grants.where('email').anyOf(wanted).sortBy('last.seq')).reverse(),
    [wanted.join('\n')],
  );
  return found ?? [];
}

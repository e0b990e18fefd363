import type { Grant } from '@/lib/domain/grant/grant';

/** Another admin's log. `owner`: who wrote its last entry; null where that person was forgotten. */
export interface LogOwner {
  log: string;
  owner: string | null;
}

/** Another admin's log that was merged, and its grants. */
export interface MergedLog extends LogOwner {
  grants: readonly Grant[];
}

/** Says whose log it is: `Ada Lovelace’s log`. */
export const logName = ({ log, owner }: LogOwner): string =>
  owner === null ? `log ${log.slice(0, 8)}` : `${owner}’s log`;

import type { Claim } from '@/lib/domain/log/entry';
import { outside, samePlace } from './access';
import { type Grant, isAgreed, type Mark } from './grant';
import { impersonal, isAboutToSend, rowOf, statusWords } from './observe';
import type { MemberStatus, PageFacts } from './page-facts';

/** Says what the page shows that a claim denies. */
export interface Contradiction {
  claim: Claim;
  /** In the page's words, fit for the chain: `Pending`, `Admin`, `Staging: Member`. */
  shown: string;
  /** Says when the page was read, UTC. */
  readAt: string;
  /** The number of the last entry that says so; null where only the page does, now. */
  sighting: number | null;
}

type Sighting = Omit<Contradiction, 'claim'>;

/** The part of a look at the page that can contradict. */
export type Looked = Pick<PageFacts, 'recognition' | 'landmarks' | 'rows' | 'readAt'>;

const labels: Partial<Record<MemberStatus, string>> = { pending: 'Pending', expired: 'Expired' };

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Returns the word by which a page or the log says that somebody has not joined; null where neither does. */
function notJoined(grant: Grant, looked: Looked | null): Sighting | null {
  const { invited, accepted } = grant.milestones;
  const seen = invited?.basis === 'observed' ? invited : null;
  const live = rowNow(grant, looked);
  if (live) {
    const label = labels[live.row.status] ?? (live.row.status === 'unknown' ? statusWords(live.row.words) : '');
    return label === '' ? null : { shown: label, readAt: live.readAt, sighting: (grant.lapsed ?? seen)?.seq ?? null };
  }
  if (accepted?.basis === 'observed') return null;
  if (grant.lapsed) return logged('Expired', grant.lapsed);
  return seen && logged('Pending', seen);
}

const logged = (shown: string, { at, seq }: Mark): Sighting => ({ shown, readAt: at, sighting: seq });

/** Returns the grant's row as the page shows it now, and when that was read. */
function rowNow(grant: Grant, looked: Looked | null) {
  if (!looked || looked.recognition.vendor !== grant.vendor || isAboutToSend(looked)) return null;
  const row = rowOf(grant, looked.rows);
  return row && { row, readAt: looked.readAt ?? grant.last.at };
}

const denials: Record<Claim, (grant: Grant, looked: Looked | null) => Sighting | null> = {
  invited: ({ gone, milestones: { invited } }) => (gone && !invited ? logged('Not listed', gone) : null),
  accepted: notJoined,
  active: notJoined,
  role(grant, looked) {
    const live = rowNow(grant, looked);
    const shown = impersonal(live?.row.roles.join(', ') ?? '', 300) || grant.role || '';
    if (shown === '' || grant.recommended === null || isAgreed(grant, shown)) return null;
    if (!live && grant.roleSeen?.basis !== 'observed') return null;
    return { shown, readAt: live?.readAt ?? grant.roleSeen?.at ?? '', sighting: grant.roleSeen?.seq ?? null };
  },
  access({ access, accessSeen, scope, recommended }) {
    if (accessSeen?.basis !== 'observed' || scope.length === 0) return null;
    const role = recommended?.scopeRole ?? null;
    const isWrong = (held: string) => role !== null && held !== '' && !same(held, role);
    const wrong = access.filter((one) => scope.some((name) => samePlace(name, one.name)) && isWrong(one.role));
    const denied = [...wrong, ...outside(access, scope)].map((one) => `${one.name}: ${one.role}`);
    return denied.length === 0 ? null : logged(denied.join(', '), accessSeen);
  },
  removed(grant, looked) {
    const live = rowNow(grant, looked);
    const last = grant.accessSeen ?? grant.roleSeen;
    return live && { shown: 'Still listed', readAt: live.readAt, sighting: last?.seq ?? null };
  },
};

/**
 * Returns what the page shows against a claim, now or when it was read last; null where it shows nothing against it, or
 * the admin has stated why the claim holds all the same.
 */
export function contradictionOf(grant: Grant, claim: Claim, looked: Looked | null): Contradiction | null {
  const sighting = denials[claim](grant, looked);
  if (sighting === null || grant.explained?.[claim]?.shown === sighting.shown) return null;
  return { claim, ...sighting };
}

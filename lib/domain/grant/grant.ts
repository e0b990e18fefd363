import type { Refinement } from '@/lib/domain/advice/need';
import type { Check, Claim, ReviewVerdict } from '@/lib/domain/log/entry';
import { type DateOnly, dateOf } from '@/lib/domain/values/calendar';

export type Milestone = 'invited' | 'accepted' | 'active' | 'removed';

/** Marks where in the log something was said, when (UTC), and whether the page showed it or the admin said it. */
export interface Mark {
  seq: number;
  at: string;
  basis: 'observed' | 'confirmed' | 'recorded';
}

/** A mark of what somebody did, where the log is asked who did it and why; null where that was forgotten. */
export interface Deed extends Mark {
  by: { name: string | null; email: string | null };
  reason: string | null;
}

/** An API key or token that was made for the collaborator: what the tracker asks for, never the key. */
export interface RecordedKey {
  seq: number;
  name: string | null;
  owner: string | null;
  purpose: string | null;
  scope: string;
  permissions: string;
  expires: DateOnly | null;
  rotateDays: number | null;
}

/** One collaborator's access at one vendor under one ticket: a projection of its entries, never written by hand. */
export interface Grant {
  id: string;
  vendor: string;
  /** The generation of the vendor's UI where it was last seen; null until a page was. */
  generation: string | null;
  ticket: string;
  email: string | null;
  purpose: string;
  /** Permissions ticked beyond the purpose, and those of it that were unticked; absent where it was taken as it is. */
  refine?: Refinement;
  scope: string[];
  accessEnds: DateOnly | null;
  approvedBy: string | null;
  reason: string | null;
  grantedBy: { name: string | null; email: string | null };
  sameAs: string | null;
  started: Mark;
  /** The recommendation as it stood when the vendor's page was first seen. */
  recommended: { role: string; scopeRole: string | null } | null;
  /** The role that the page showed last. */
  role: string | null;
  access: { name: string; role: string }[];
  page: Mark | null;
  roleSeen: Mark | null;
  accessSeen: Mark | null;
  /** Tells whether the page named every app, workspace or group that there is when it was read last. */
  accessWhole?: boolean;
  /** Roles that the admin said they gave, by the step in which; what the page shows counts before it. */
  accessSaid?: Record<string, { access: Grant['access']; mark: Mark }>;
  /** `by`: who said that the access is removed, whether or not a list showed it later. */
  milestones: Partial<Record<Milestone, Mark & Partial<Pick<Deed, 'by'>>>>;
  /** Steps that the admin confirmed, by step id. */
  confirmed: Record<string, Mark>;
  /** Says what the page showed against a claim, and why it holds all the same, by the claim. */
  explained?: Partial<Record<Claim, { seq: number; step: string; shown: string; reason: string | null }>>;
  /** Checks that the page passed before the invitation, and what it showed. */
  checks?: Partial<Record<Check, Mark & { shown: string }>>;
  /** The invitation that went to another address than the grant's; the address is null where it was forgotten. */
  mistyped?: Mark & { email: string | null };
  exceptions: { seq: number; recommended: string; chosen: string; justification: string | null }[];
  /** Tells whether an API key is needed, as the admin said; null where they have not. */
  keyNeeded: boolean | null;
  keys: RecordedKey[];
  /** Says where the key is documented that no record here describes; null where that was forgotten. */
  keyElsewhere?: Mark & { where: string | null };
  /** Set while the access is being taken away; by whom and why where somebody said so, since a list does not. */
  removal: (Mark & Partial<Deed>) | null;
  /** Marks when the admin said that the invitation was sent again; counts as its age from then on. */
  resent?: Mark;
  /** The page listed the invitation as expired; until it is sent again. */
  lapsed?: Mark;
  /** A complete list did not show the invitation any more; until it is seen again. */
  gone?: Mark;
  /** Marks since when the page shows another role than the agreed one to somebody who is in; `was`: the agreed one. */
  drift?: Mark & { was: string };
  /** Another role than the one before that a ticket or a reviewer allowed. */
  agreed?: string;
  /** The last review. */
  review?: Deed & {
    decision: ReviewVerdict;
    /** Tells whether the reviewer is the one who granted the access. */
    own: boolean;
  };
  entries: number;
  last: { seq: number; at: string };
}

export type GrantStatus = 'Draft' | 'Invited' | 'Accepted' | 'Active' | 'Expired invitation' | 'Overdue' | 'Removed';

/**
 * Returns the status of a grant at a moment. `invitationDays`: how long the vendor's invitations last; null where not
 * documented.
 */
export function statusOf(grant: Grant, now: Date, invitationDays: number | null): GrantStatus {
  const { invited, accepted, active, removed } = grant.milestones;
  if (removed) return 'Removed';
  const ended = grant.accessEnds !== null && grant.accessEnds < dateOf(now);
  if (ended && (invited || accepted || active)) return 'Overdue';
  if (active) return 'Active';
  if (accepted) return 'Accepted';
  if (!invited) return 'Draft';
  if (grant.lapsed) return 'Expired invitation';
  const expires = invitationExpires(grant, invitationDays);
  return expires !== null && expires <= now ? 'Expired invitation' : 'Invited';
}

/** Returns the moment an invitation lapses; null where none was sent or the vendor does not say. */
export function invitationExpires(grant: Grant, invitationDays: number | null): Date | null {
  const sent = invitationSent(grant);
  if (sent === null || invitationDays === null) return null;
  const end = new Date(Date.parse(sent) + invitationDays * 86_400_000);
  return Number.isNaN(end.getTime()) ? null : end;
}

/** Returns when the invitation was sent last, as the log knows it: UTC, ISO 8601; null where none was. */
export function invitationSent({ milestones: { invited }, resent }: Grant): string | null {
  if (!invited) return null;
  return resent && resent.seq > invited.seq ? resent.at : invited.at;
}

/** Tells whether work on a grant goes on: it has reached neither access nor an end yet, or is being taken away. */
export function isOpen(grant: Grant): boolean {
  return !grant.milestones.removed && (!grant.milestones.active || grant.removal !== null);
}

/**
 * Tells whether access that is to be removed still stands on somebody's word: no complete list has shown that it is
 * gone.
 */
export function isUnproven({ removal, milestones: { removed } }: Grant): boolean {
  return Boolean(removal ?? removed) && removed?.basis !== 'observed';
}

/** Tells whether the invitation is out and nobody has accepted it yet. */
export function isPending(grant: Grant): boolean {
  const { invited, accepted, active, removed } = grant.milestones;
  return Boolean(invited) && !accepted && !active && !removed;
}

/**
 * Names who took the access away: who said that it is done, else who began with it. Undefined while it is not removed,
 * or only a list shows it.
 */
export function removerOf({ milestones: { removed }, removal }: Grant): Deed['by'] | undefined {
  return removed && (removed.by ?? removal?.by);
}

/** Tells whether the key of a grant is documented: by a record here, or elsewhere. */
export const hasKeyRecord = ({ keys, keyElsewhere }: Grant): boolean => keys.length > 0 || keyElsewhere !== undefined;

/** A contradiction of the page that the admin explained. */
export type Explained = NonNullable<NonNullable<Grant['explained']>[Claim]>;

/** Writes what each claim says, for records and exports. */
export const claimWords: Record<Claim, string> = {
  invited: 'Invited',
  role: 'Role as agreed',
  accepted: 'Accepted',
  access: 'Access as agreed',
  active: 'Active',
  removed: 'Removed',
};

/** Lists what the admin confirmed although the page showed otherwise: `Accepted although the page showed “Pending”`. */
export function explainedOf({ explained = {} }: Pick<Grant, 'explained'>): { text: string; reason: string | null }[] {
  return (Object.entries(explained) as [Claim, Explained][])
    .sort(([, a], [, b]) => a.seq - b.seq)
    .map(([claim, { shown, reason }]) => ({
      text: `${claimWords[claim]} although the page showed “${shown}”`,
      reason,
    }));
}

const sameWords = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Tells whether a role is the recommended one, or one that a justification or a reviewer allowed. */
export function isAgreed({ recommended, agreed, exceptions }: Grant, held: string): boolean {
  const roles = [recommended?.role, agreed, ...exceptions.map(({ chosen }) => chosen)];
  return roles.some((role) => role !== undefined && sameWords(role, held));
}

/**
 * Tells whether somebody counts as having joined on a tick alone: the page never showed them as a member, and nobody
 * stated why they are one although it shows otherwise.
 */
export function isTickAlone({ milestones: { accepted, active }, explained }: Grant): boolean {
  const said = [accepted, active].filter((mark) => mark !== undefined);
  return (
    said.length > 0 && said.every(({ basis }) => basis === 'confirmed') && !(explained?.accepted || explained?.active)
  );
}

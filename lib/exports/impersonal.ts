import type { Grant } from '@/lib/domain/grant/grant';
import type { AnyEntry } from '@/lib/domain/log/entry';

/** Returns an entry without its personal values. The commitments stay, so that the chain still verifies. */
export function impersonalEntry(entry: AnyEntry): AnyEntry {
  return { ...entry, personal: {} };
}

const nobody = { name: null, email: null };

const withoutReasons = (explained: NonNullable<Grant['explained']>): NonNullable<Grant['explained']> =>
  Object.fromEntries(Object.entries(explained).map(([claim, one]) => [claim, { ...one, reason: null }]));

/** Returns a grant as its entries leave it when every personal value is forgotten. */
export function impersonalGrant(grant: Grant): Grant {
  const { removal, review, milestones, explained, mistyped, keyElsewhere } = grant;
  const { removed } = milestones;
  return {
    ...grant,
    email: null,
    approvedBy: null,
    reason: null,
    grantedBy: nobody,
    removal: removal?.by ? { ...removal, by: nobody, reason: null } : removal,
    ...(review ? { review: { ...review, by: nobody, reason: null } } : {}),
    milestones: removed?.by ? { ...milestones, removed: { ...removed, by: nobody } } : milestones,
    exceptions: grant.exceptions.map((exception) => ({ ...exception, justification: null })),
    ...(explained ? { explained: withoutReasons(explained) } : {}),
    ...(mistyped ? { mistyped: { ...mistyped, email: null } } : {}),
    ...(keyElsewhere ? { keyElsewhere: { ...keyElsewhere, where: null } } : {}),
    keys: grant.keys.map((key) => ({ ...key, name: null, owner: null, purpose: null })),
  };
}

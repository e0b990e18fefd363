import type { AnyEntry } from '@/lib/domain/entry';
import type { Grant } from '@/lib/domain/grant';

/** An entry without its personal values. The commitments stay, so that the chain still verifies. */
export function impersonalEntry(entry: AnyEntry): AnyEntry {
  return { ...entry, personal: {} };
}

/** A grant as its entries leave it when every personal value is forgotten. */
export function impersonalGrant(grant: Grant): Grant {
  return {
    ...grant,
    email: null,
    approvedBy: null,
    reason: null,
    grantedBy: { name: null, email: null },
    exceptions: grant.exceptions.map((exception) => ({ ...exception, justification: null })),
    keys: grant.keys.map((key) => ({ ...key, name: null, owner: null, purpose: null })),
  };
}

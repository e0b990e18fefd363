import type { Grant, Mark } from '@/lib/domain/grant/grant';

/** A mark in the log, for tests that need a grant in some state. */
export const mark = (seq: number, at: string, basis: Mark['basis'] = 'observed'): Mark => ({ seq, at, basis });

/** The review of somebody else than who granted the access, who kept it. */
export const kept = (seq: number, at: string): NonNullable<Grant['review']> => ({
  ...mark(seq, at, 'confirmed'),
  decision: 'keep',
  by: { name: 'Ada Lovelace', email: 'ada@example.com' },
  reason: 'Still on the project',
  own: false,
});

/** A grant as it stands when it was just started; `change` makes it another. */
export function aGrant(change: Partial<Grant> = {}): Grant {
  return {
    id: '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01',
    vendor: 'rudderstack',
    generation: null,
    ticket: 'IAM-1234',
    email: 'kim.sato@northwind.example',
    purpose: 'look',
    scope: [],
    accessEnds: null,
    approvedBy: 'Dana Whitfield',
    reason: 'Checks event delivery for the summer campaign',
    grantedBy: { name: 'Robin Vale', email: 'robin.vale@example.com' },
    sameAs: null,
    started: mark(2, '2026-11-19T09:00:00.000Z', 'recorded'),
    recommended: null,
    role: null,
    access: [],
    page: null,
    roleSeen: null,
    accessSeen: null,
    milestones: {},
    confirmed: {},
    exceptions: [],
    keyNeeded: null,
    keys: [],
    removal: null,
    entries: 1,
    last: { seq: 2, at: '2026-11-19T09:00:00.000Z' },
    ...change,
  };
}

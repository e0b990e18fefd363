import { actorOf, reveal } from '@/lib/domain/log/chain';
import { type AnyEntry, type Entry, isKnown } from '@/lib/domain/log/entry';
import { type Deed, type Grant, isTickAlone, type Mark, type Milestone } from './grant';
import { sameRoles } from './roles';

type Of<T extends Entry['type']> = Extract<Entry, { type: T }>;
type Apply<T extends Entry['type']> = (grant: Grant, entry: Of<T>, mark: Mark) => Grant;

const reach = (grant: Grant, milestone: Milestone, mark: Grant['milestones'][Milestone] & Mark): Grant =>
  grant.milestones[milestone] ? grant : { ...grant, milestones: { ...grant.milestones, [milestone]: mark } };

/**
 * Marks a milestone as shown by the page: that counts from now on, and a confirmation that is taken back later does not
 * undo it. Who said it before stays: the page does not tell who did it.
 */
const prove = (grant: Grant, milestone: Milestone, mark: Mark): Grant => {
  const was = grant.milestones[milestone];
  if (was?.basis === 'observed') return grant;
  const proven = was?.by ? { ...mark, by: was.by } : mark;
  return { ...grant, milestones: { ...grant.milestones, [milestone]: proven } };
};

/** Ends the access, because somebody said so. */
const removed = (grant: Grant, mark: Mark, by: Deed['by']): Grant => reach(grant, 'removed', { ...mark, by });

/** Drops the old invitation where one that lapsed or was gone is listed again: it is a new one. */
const invitedAgain = ({ lapsed, gone, ...grant }: Grant): Grant =>
  lapsed || gone ? { ...grant, milestones: without(grant.milestones, 'invited') } : grant;

/** Takes back that somebody joined where only a tick said so: the page, which is read now, shows an invitation. */
const notJoined = (grant: Grant): Grant =>
  isTickAlone(grant) ? { ...grant, milestones: without(without(grant.milestones, 'accepted'), 'active') } : grant;

const without = (milestones: Grant['milestones'], milestone: Milestone): Grant['milestones'] => {
  const { [milestone]: _undone, ...rest } = milestones;
  return rest;
};

/**
 * Takes over the role that the page shows. Where somebody who is in has another one than was agreed, somebody changed
 * it without a ticket.
 */
const showRole = (grant: Grant, role: string, mark: Mark): Grant => {
  // A list that names no role takes nothing back.
  if (role === '') return { ...grant, role: grant.role ?? role, roleSeen: mark };
  const { drift, ...rest } = { ...grant, role, roleSeen: mark };
  const was = drift?.was ?? grant.role;
  const right = [was, grant.agreed, grant.recommended?.role];
  if (!was || right.some((one) => one && sameRoles(role, one))) return rest;
  return { ...rest, drift: drift ?? { ...mark, was } };
};

/** Agrees to the role that the grant has now. */
const agree = ({ drift: _drift, ...grant }: Grant, role: string): Grant => ({ ...grant, agreed: role });

/** Applies each kind of entry to the grant that it names. Kinds that are not here change none. */
const appliers: { [T in Entry['type']]?: Apply<T> } = {
  'page.seen': (grant, { data }, mark) => ({
    ...grant,
    generation: data.generation,
    page: mark,
    recommended: data.recommended,
  }),
  'invitation.seen': (grant, { data }, mark) =>
    prove(
      invitedAgain({ ...notJoined(grant), generation: data.generation, role: data.role, roleSeen: mark }),
      'invited',
      mark,
    ),
  'acceptance.seen': (grant, { data }, mark) =>
    prove(
      reach({ ...showRole(grant, data.role, mark), generation: data.generation }, 'invited', mark),
      'accepted',
      mark,
    ),
  'role.seen': (grant, { data }, mark) =>
    grant.milestones.accepted || grant.milestones.active
      ? showRole(grant, data.role, mark)
      : { ...grant, role: data.role, roleSeen: mark },
  'finding.settled': (grant, { data }) =>
    data.kind === 'drift' && data.how === 'ticket' ? agree(grant, data.shown) : grant,
  'access.seen': ({ accessWhole: _whole, ...grant }, { data }, mark) => ({
    ...grant,
    access: data.access,
    accessSeen: mark,
    ...(data.whole === undefined ? {} : { accessWhole: data.whole }),
  }),
  'access.confirmed': (grant, { data: { step, access } }, mark) => ({
    ...grant,
    accessSaid: { ...grant.accessSaid, [step]: { access, mark } },
  }),
  'step.confirmed': (grant, entry, mark) => {
    const { step, reaches } = entry.data;
    const confirmed = { ...grant, confirmed: { ...grant.confirmed, [step]: mark } };
    if (reaches === 'removed') return removed(confirmed, mark, actorOf(entry));
    return reaches ? reach(confirmed, reaches, mark) : confirmed;
  },
  'contradiction.explained': (grant, entry, { seq }) => {
    const { step, claim, shown, reason } = reveal(entry);
    return { ...grant, explained: { ...grant.explained, [claim]: { seq, step, shown, reason } } };
  },
  'check.seen': (grant, { data: { check, shown } }, mark) => ({
    ...grant,
    checks: { ...grant.checks, [check]: { ...mark, shown } },
  }),
  'invitation.mistyped': (grant, entry, mark) => ({ ...grant, mistyped: { ...mark, email: reveal(entry).email } }),
  'step.reopened': (grant, { data }) => {
    const { [data.step]: _undone, ...confirmed } = grant.confirmed;
    const milestones = Object.fromEntries(
      Object.entries(grant.milestones).filter(([, mark]) => mark.seq !== data.corrects),
    );
    const { [data.step]: _untold, ...said } = grant.accessSaid ?? {};
    const { accessSaid: _said, ...rest } = grant;
    return { ...rest, ...(Object.keys(said).length > 0 ? { accessSaid: said } : {}), confirmed, milestones };
  },
  'keys.settled': (grant, { data }) => ({ ...grant, keyNeeded: data.needed }),
  'key.recorded': (grant, entry, { seq }) => {
    const { name, owner, purpose, scope, permissions, expires, rotateDays } = reveal(entry);
    return { ...grant, keys: [...grant.keys, { seq, name, owner, purpose, scope, permissions, expires, rotateDays }] };
  },
  'key.documented': (grant, entry, mark) => ({ ...grant, keyElsewhere: { ...mark, where: reveal(entry).where } }),
  'removal.started': (grant, entry, mark) => ({
    ...grant,
    removal: { ...mark, by: actorOf(entry), reason: reveal(entry).reason },
  }),
  'removal.stopped': (grant) => ({ ...grant, removal: null }),
  'removal.seen': (grant, _, mark) => prove({ ...grant, removal: grant.removal ?? mark }, 'removed', mark),
  'invitation.expired': (grant, { data }, mark) => ({
    ...reach({ ...notJoined(grant), generation: data.generation }, 'invited', mark),
    // What the lapsed invitation would have given is read with it, or the next look at the same page would tell it as a change.
    ...(data.role === '' ? {} : { role: data.role, roleSeen: mark }),
    lapsed: mark,
  }),
  'invitation.gone': (grant, _, mark) => ({
    ...grant,
    milestones: without(grant.milestones, 'invited'),
    gone: mark,
  }),
  'invitation.resent': ({ lapsed: _lapsed, gone: _gone, ...grant }, _, mark) => ({
    ...reach(grant, 'invited', mark),
    resent: mark,
  }),
  'invitation.withdrawn': (grant, entry, mark) => {
    const by = actorOf(entry);
    const removal = grant.removal ?? { ...mark, by, reason: reveal(entry).reason };
    return removed({ ...grant, removal }, mark, by);
  },
  'review.decided': (grant, entry, mark) => {
    const { decision, role, reason, own } = reveal(entry);
    return {
      ...(decision === 'keep' && grant.drift && role === grant.role ? agree(grant, role) : grant),
      review: { ...mark, decision, by: actorOf(entry), reason, own },
    };
  },
  'role.justified': (grant, entry, { seq }) => {
    const { recommended, chosen, justification } = reveal(entry);
    const excepted = { ...grant, exceptions: [...grant.exceptions, { seq, recommended, chosen, justification }] };
    return grant.drift && grant.role === chosen ? agree(excepted, chosen) : excepted;
  },
};

function start(entry: Of<'grant.started'>, mark: Mark): Grant {
  const { vendor, ticket, email, purpose, refine, scope, accessEnds, approvedBy, reason, sameAs } = reveal(entry);
  return {
    id: entry.grant ?? '',
    vendor,
    generation: null,
    ticket,
    email,
    purpose,
    ...(refine ? { refine } : {}),
    scope,
    accessEnds,
    approvedBy,
    reason,
    grantedBy: actorOf(entry),
    sameAs,
    started: mark,
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
    last: { seq: entry.seq, at: entry.at },
  };
}

/** Starts the grant of an account from a list: active on the admin's word, with the role that the list names. */
function startImported(entry: Of<'grant.imported'>, mark: Mark): Grant {
  const started = { ...entry, type: 'grant.started', data: { ...entry.data, purpose: '', sameAs: null } } as const;
  return { ...start(started, mark), role: entry.data.role || null, milestones: { active: mark } };
}

/**
 * Returns the grant after one more of its entries. Entries must come in order of `seq`; an entry of no grant changes
 * nothing, and one of a kind that this version does not know changes only the count.
 */
export function project(grant: Grant | undefined, entry: AnyEntry): Grant | undefined {
  const known = isKnown(entry) ? entry : null;
  const mark: Mark = { seq: entry.seq, at: entry.at, basis: known?.basis ?? 'recorded' };
  // What begins a second time (entered again after a loss, then restored) is the grant that it was.
  if (!grant && known?.type === 'grant.started') return start(known, mark);
  if (!grant && known?.type === 'grant.imported') return startImported(known, mark);
  if (!grant) return grant;
  const apply = known ? (appliers[known.type] as Apply<typeof known.type> | undefined) : undefined;
  const next = apply ? apply(grant, known as never, mark) : grant;
  return { ...next, entries: grant.entries + 1, last: { seq: entry.seq, at: entry.at } };
}

/** Rebuilds every grant of a log from its entries, by id. */
export function projectAll(entries: Iterable<AnyEntry>): Map<string, Grant> {
  const grants = new Map<string, Grant>();
  for (const entry of entries) {
    if (entry.grant === null) continue;
    const next = project(grants.get(entry.grant), entry);
    if (next) grants.set(entry.grant, next);
  }
  return grants;
}

import * as z from 'zod/mini';

/** SHA-256 as 64 lower-case hex digits. */
export const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * Stands in the chain for a personal value: SHA-256 of salt and value. The value itself stands beside it in `personal`.
 */
export const Commitment = z.strictObject({ commitment: Hash });
export type Commitment = z.infer<typeof Commitment>;

/** Years that a log can speak of; others are dates, but none that this code or a spreadsheet counts with. */
const inOurYears = z.regex(/^(19|2\d)\d\d-/);
const Day = z.iso.date().check(inOurYears);
const Uuid = z.string().check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const Names = z.array(z.string());
/** A moment as entries are stamped with it, UTC. */
const Moment = z.iso.datetime({ precision: 3 }).check(inOurYears);

/** Says what an export held. Entries of the first version do not say it: they exported everything. */
export const Covers = z.strictObject({
  what: z.enum(['everything', 'view', 'dates', 'grant']),
  from: z.nullable(Day),
  to: z.nullable(Day),
  grant: z.nullable(Uuid),
  /** Tells whether personal values were in the file. */
  personal: z.boolean(),
  variant: z.string(),
  /** Counts what was written. */
  entries: z.int(),
  grants: z.int(),
  /** SHA-256 of the file's bytes. */
  file: Hash,
});
export type Covers = z.infer<typeof Covers>;

/**
 * A field (`data.email`) that some entries do not hold any more, by their numbers. `log`: a merged one; null is the log
 * that says it.
 */
export const ErasedField = z.strictObject({ log: z.nullable(Uuid), field: z.string(), entries: z.array(z.int()) });
export type ErasedField = z.infer<typeof ErasedField>;

/** Roles in apps, workspaces or groups. */
const Access = z.array(z.strictObject({ name: z.string(), role: z.string() }));

/** Says where on the vendor's page a fact was seen. */
const Seen = { generation: z.string(), page: z.string(), url: z.string() };

/** Says why a finding is none any more. */
export const SettledHow = z.enum(['accepted', 'ticket', 'not-a-person']);
export type SettledHow = z.infer<typeof SettledHow>;

/** Says by what the grants of a campaign were chosen. */
export const CampaignBy = z.enum(['due', 'vendor', 'approver']);
export type CampaignBy = z.infer<typeof CampaignBy>;

/** Names what a step claims of a person and a page can deny. */
export const Claim = z.enum(['invited', 'role', 'accepted', 'access', 'active', 'removed']);
export type Claim = z.infer<typeof Claim>;

/** Names what a page proves before anybody is invited: the admin's own role, room in the plan, the right place, the keys. */
export const Check = z.enum(['rights', 'room', 'place', 'keys']);
export type Check = z.infer<typeof Check>;

export const ReviewVerdict = z.enum(['keep', 'modify', 'remove']);
export type ReviewVerdict = z.infer<typeof ReviewVerdict>;

/**
 * Defines what each kind of entry says. A field that holds a person's data is a `Commitment`; `personalFields` repeats
 * which.
 */
const dataByType = {
  'log.created': z.strictObject({
    log: Uuid,
    reason: z.string(),
    previous: z.nullable(Hash),
    /**
     * Entries that were gone when the log went on: of which log (null where it was not remembered), and between which
     * numbers. Those stay free for what is restored, so that the chain closes again.
     */
    lost: z.optional(z.strictObject({ log: z.nullable(Uuid), after: z.int(), upTo: z.int() })),
  }),
  'grant.started': z.strictObject({
    vendor: z.string(),
    ticket: z.string(),
    email: Commitment,
    purpose: z.string(),
    refine: z.optional(z.strictObject({ add: Names, drop: Names })),
    scope: Names,
    accessEnds: z.nullable(Day),
    approvedBy: Commitment,
    reason: Commitment,
    sameAs: z.nullable(Uuid),
  }),
  'page.seen': z.strictObject({
    ...Seen,
    recommended: z.strictObject({ role: z.string(), scopeRole: z.nullable(z.string()) }),
  }),
  'invitation.seen': z.strictObject({ ...Seen, role: z.string(), words: z.string() }),
  'acceptance.seen': z.strictObject({ ...Seen, role: z.string(), words: z.string() }),
  'role.seen': z.strictObject({ ...Seen, role: z.string(), previous: z.string() }),
  /**
   * `whole`: the page named every app, workspace or group that there is. Entries of the first version do not say it.
   */
  'access.seen': z.strictObject({ ...Seen, access: Access, whole: z.optional(z.boolean()) }),
  /** The admin says that these roles were given, in a step that the page did not prove. */
  'access.confirmed': z.strictObject({ generation: z.string(), step: z.string(), access: Access }),
  'step.confirmed': z.strictObject({
    generation: z.string(),
    step: z.string(),
    text: Commitment,
    reaches: z.nullable(z.enum(['invited', 'accepted', 'active', 'removed'])),
  }),
  /**
   * The page shows something against what a step claims, and the admin states why the claim holds all the same. `shown`,
   * `readAt`: what the page showed, and when it was read; `sighting`: the last entry that says so, if one does.
   */
  'contradiction.explained': z.strictObject({
    generation: z.string(),
    step: z.string(),
    claim: Claim,
    shown: z.string(),
    readAt: Moment,
    sighting: z.nullable(z.int()),
    reason: Commitment,
  }),
  /** The page passed a check that comes before the invitation. */
  'check.seen': z.strictObject({ ...Seen, check: Check, shown: z.string() }),
  /** The page lists an invitation to an address that was typed into the form in place of the grant's. */
  'invitation.mistyped': z.strictObject({ ...Seen, email: Commitment, words: z.string() }),
  'step.reopened': z.strictObject({ generation: z.string(), step: z.string(), corrects: z.int() }),
  'role.justified': z.strictObject({
    generation: z.string(),
    recommended: z.string(),
    chosen: z.string(),
    excess: Names,
    justification: Commitment,
  }),
  'keys.settled': z.strictObject({ needed: z.boolean() }),
  'key.recorded': z.strictObject({
    generation: z.string(),
    name: Commitment,
    owner: Commitment,
    purpose: Commitment,
    scope: z.string(),
    permissions: z.string(),
    expires: z.nullable(Day),
    rotateDays: z.nullable(z.int()),
  }),
  /** A key is documented elsewhere: where. */
  'key.documented': z.strictObject({ generation: z.string(), step: z.string(), where: Commitment }),
  'removal.started': z.strictObject({ reason: Commitment }),
  'removal.stopped': z.strictObject({ corrects: z.int() }),
  'log.exported': z.strictObject({
    format: z.string(),
    entries: z.int(),
    head: Hash,
    covers: z.optional(Covers),
  }),
  /** The device's key signs what the log says so far; `signature` is over `checkpoint.ts`'s statement. */
  'log.checkpoint': z.strictObject({
    log: Uuid,
    entries: z.int(),
    head: Hash,
    key: z.string().check(z.regex(/^[\w-]{87}$/)),
    signature: z.string().check(z.regex(/^[\w-]{86}$/)),
  }),
  /** Entries up to this number were put back. */
  'log.restored': z.strictObject({ entries: z.int(), head: Hash }),
  'log.merged': z.strictObject({ log: Uuid, entries: z.int(), head: Hash }),
  /** An account that was there before Grantbook, taken from a list that the admin vouches for. */
  'grant.imported': z.strictObject({
    vendor: z.string(),
    ticket: z.string(),
    email: Commitment,
    role: z.string(),
    scope: Names,
    since: z.nullable(Day),
    accessEnds: z.nullable(Day),
    approvedBy: Commitment,
    reason: Commitment,
  }),
  /** Personal values were deleted. Whose is not said: `values` counts them, `grants` are those that lost some. */
  'person.forgotten': z.strictObject({
    because: z.enum(['asked', 'retention']),
    values: z.int(),
    grants: z.int(),
    /**
     * Names the values, so that an older copy of the same entries does not bring them back. Entries of the first
     * version do not say it.
     */
    gone: z.optional(z.array(ErasedField)),
  }),
  /** A member list was read. The rows are one canonical JSON text; their commitment is the digest of the snapshot. */
  'roster.read': z.strictObject({
    vendor: z.string(),
    ...Seen,
    seen: z.int(),
    claimed: z.nullable(z.int()),
    complete: z.boolean(),
    /** The admin said that this is all of it, where the page named no total; `complete` is false. */
    confirmed: z.optional(z.literal(true)),
    pages: z.int(),
    hidden: Names,
    pack: Hash,
    rows: Commitment,
  }),
  'invitation.expired': z.strictObject({ ...Seen, role: z.string(), words: z.string() }),
  /** A complete list does not show the invitation any more; `roster` is the entry with that list. */
  'invitation.gone': z.strictObject({ ...Seen, roster: z.int() }),
  'invitation.resent': z.strictObject({}),
  'invitation.withdrawn': z.strictObject({ reason: Commitment }),
  /** A complete list does not show the person any more; `roster` is the entry with that list. */
  'removal.seen': z.strictObject({ ...Seen, roster: z.int() }),
  /** Says what the admin decided on a finding, so that the next list does not bring it up again. */
  'finding.settled': z.strictObject({
    vendor: z.string(),
    kind: z.string(),
    how: SettledHow,
    email: Commitment,
    shown: z.string(),
    ticket: z.nullable(z.string()),
    until: z.nullable(Day),
    reason: Commitment,
    roster: z.int(),
  }),
  'campaign.started': z.strictObject({
    campaign: Uuid,
    by: CampaignBy,
    what: Commitment,
    grants: z.array(Uuid),
  }),
  'review.decided': z.strictObject({
    campaign: z.nullable(Uuid),
    decision: ReviewVerdict,
    role: z.string(),
    reason: Commitment,
    /** Tells whether the reviewer is the one who granted the access. */
    own: z.boolean(),
  }),
  'campaign.finished': z.strictObject({
    campaign: Uuid,
    kept: z.int(),
    modified: z.int(),
    removed: z.int(),
    statement: Commitment,
  }),
} as const;

/** The fields of `data` whose values are personal, kind by kind. */
export const personalFields = {
  'grant.started': ['email', 'approvedBy', 'reason'],
  'step.confirmed': ['text'],
  'contradiction.explained': ['reason'],
  'invitation.mistyped': ['email'],
  'role.justified': ['justification'],
  'key.recorded': ['name', 'owner', 'purpose'],
  'key.documented': ['where'],
  'removal.started': ['reason'],
  'grant.imported': ['email', 'approvedBy', 'reason'],
  'roster.read': ['rows'],
  'invitation.withdrawn': ['reason'],
  'finding.settled': ['email', 'reason'],
  'campaign.started': ['what'],
  'review.decided': ['reason'],
  'campaign.finished': ['statement'],
} as const satisfies Partial<Record<EntryType, readonly string[]>>;

export type EntryType = keyof typeof dataByType;
export const entryTypes = Object.keys(dataByType) as EntryType[];

/** Says how Grantbook knows: the page showed it, the admin said it, or Grantbook itself did it. */
export const Basis = z.enum(['observed', 'confirmed', 'recorded']);
export type Basis = z.infer<typeof Basis>;

/**
 * Holds how each kind of entry may be known: every pair that a Grantbook ever wrote. Whoever turns what an admin said
 * into something observed writes no entry of this log.
 */
const basesByType: Record<EntryType, readonly Basis[]> = {
  'log.created': ['recorded'],
  'grant.started': ['recorded'],
  'page.seen': ['observed'],
  'invitation.seen': ['observed'],
  'acceptance.seen': ['observed'],
  'role.seen': ['observed'],
  'access.seen': ['observed'],
  'access.confirmed': ['confirmed'],
  'step.confirmed': ['confirmed'],
  'contradiction.explained': ['confirmed'],
  'check.seen': ['observed'],
  'invitation.mistyped': ['observed'],
  'step.reopened': ['confirmed'],
  'role.justified': ['confirmed'],
  'keys.settled': ['confirmed'],
  'key.recorded': ['confirmed'],
  'key.documented': ['confirmed'],
  'removal.started': ['confirmed'],
  'removal.stopped': ['confirmed'],
  'log.exported': ['recorded'],
  'log.checkpoint': ['recorded'],
  'log.restored': ['recorded'],
  'log.merged': ['recorded'],
  'grant.imported': ['confirmed'],
  'person.forgotten': ['recorded'],
  'roster.read': ['observed'],
  'invitation.expired': ['observed'],
  'invitation.gone': ['observed', 'confirmed'],
  'invitation.resent': ['confirmed'],
  'invitation.withdrawn': ['confirmed'],
  'removal.seen': ['observed', 'confirmed'],
  'finding.settled': ['confirmed'],
  'campaign.started': ['confirmed'],
  'review.decided': ['confirmed'],
  'campaign.finished': ['confirmed'],
};

/** The last number of an entry. A log that reached it could go on for a thousand years of writing every second. */
export const lastSeq = 1e12;

const envelope = {
  v: z.literal(1),
  seq: z.int().check(z.gte(1), z.lte(lastSeq)),
  id: Uuid,
  at: Moment,
  offset: z.string().check(z.regex(/^[+-](0\d|1[0-4]):[0-5]\d$/)),
  actor: z.strictObject({ name: Commitment, email: Commitment }),
  basis: Basis,
  grant: z.nullable(Uuid),
  personal: z.record(
    z.string(),
    z.strictObject({ salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)), value: z.string() }),
  ),
  prev: Hash,
  hash: Hash,
};

const variants = entryTypes.map((type) =>
  z.strictObject({ ...envelope, basis: z.enum(basesByType[type]), type: z.literal(type), data: dataByType[type] }),
);

type Variant<T extends EntryType> = z.infer<z.ZodMiniObject<typeof envelope, z.core.$strict>> & {
  type: T;
  data: z.infer<(typeof dataByType)[T]>;
};

/**
 * One line of the log: numbered, stamped in UTC with the local offset, named for its actor, chained to the line before.
 */
export type Entry = { [T in EntryType]: Variant<T> }[EntryType];
export const Entry = z.discriminatedUnion('type', variants as never) as unknown as z.ZodMiniType<Entry>;

const variantOf = Object.fromEntries(entryTypes.map((type, index) => [type, variants[index]])) as unknown as Record<
  EntryType,
  z.ZodMiniType<Entry>
>;

/** Any version's envelope. What a later version adds to it is kept, since the hash covers it. */
const UnknownEntry = z.looseObject({
  ...envelope,
  v: z.int().check(z.gte(1)),
  basis: z.string(),
  type: z.string().check(z.minLength(1)),
  data: z.record(z.string(), z.unknown()),
});

/**
 * An entry of a kind or version that this Grantbook does not know: its envelope is checked, its data passed through.
 */
interface UnknownEntry extends Omit<z.infer<z.ZodMiniObject<typeof envelope>>, 'v' | 'basis'> {
  v: number;
  type: string;
  basis: string;
  data: Record<string, unknown>;
}

/** Stands for whatever a log may hold: every entry is stored and shown, also one that a newer Grantbook wrote. */
export type AnyEntry = Entry | UnknownEntry;

/** Tells whether this version knows what the entry says. A kind whose data changes takes another `v`. */
export function isKnown(entry: AnyEntry): entry is Entry {
  return entry.v === 1 && Object.hasOwn(dataByType, entry.type);
}

/** Reads an entry from wherever it comes, leaving it as it is; null where it is none. */
export function parseEntry(raw: unknown): AnyEntry | null {
  return misfit(raw) === null ? (raw as AnyEntry) : null;
}

/** Names the first field that does not fit an entry, such as `data.accessEnds`, or none (''); null where all do. */
export function misfit(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null) return '';
  const entry = raw as AnyEntry;
  const schema = isKnown(entry) ? variantOf[entry.type] : UnknownEntry;
  const { error } = schema.safeParse(raw);
  if (error) return error.issues[0]?.path.join('.') ?? '';
  // The one name that records pass over: what stands under it would be read unchecked.
  return Object.hasOwn(entry.personal, '__proto__') ? 'personal' : null;
}

type Personal<T extends EntryType> = T extends keyof typeof personalFields ? (typeof personalFields)[T][number] : never;

/** The data of an entry as code writes it: personal fields in clear. `chain.ts` commits to them. */
type Plain<T extends EntryType> = {
  [K in keyof z.infer<(typeof dataByType)[T]>]: K extends Personal<T> ? string : z.infer<(typeof dataByType)[T]>[K];
};

/** An entry that has been decided on but not yet numbered, stamped and chained. */
export type Draft = {
  [T in EntryType]: { type: T; grant: string | null; basis: Basis; data: Plain<T> };
}[EntryType];

/** The data of an entry as people read it: personal fields in clear, or null where the person was forgotten. */
export type Revealed<T extends EntryType> = {
  [K in keyof z.infer<(typeof dataByType)[T]>]: K extends Personal<T>
    ? string | null
    : z.infer<(typeof dataByType)[T]>[K];
};

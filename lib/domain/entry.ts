import * as z from 'zod/mini';

/** SHA-256 as 64 lower-case hex digits. */
export const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Stands in the chain for a personal value: SHA-256 of salt and value. The value itself stands beside it in `personal`. */
export const Commitment = z.strictObject({ commitment: Hash });
export type Commitment = z.infer<typeof Commitment>;

const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const Uuid = z.string().check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const Names = z.array(z.string());

/** Where on the vendor's page a fact was seen. */
const Seen = { generation: z.string(), page: z.string(), url: z.string() };

/** What each kind of entry says. A field that holds a person's data is a `Commitment`; `personalFields` repeats which. */
const dataByType = {
  'log.created': z.strictObject({ log: Uuid, reason: z.string(), previous: z.nullable(Hash) }),
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
  'access.seen': z.strictObject({ ...Seen, access: z.array(z.strictObject({ name: z.string(), role: z.string() })) }),
  'step.confirmed': z.strictObject({
    generation: z.string(),
    step: z.string(),
    text: Commitment,
    reaches: z.nullable(z.enum(['invited', 'accepted', 'active', 'removed'])),
  }),
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
  'removal.started': z.strictObject({ reason: Commitment }),
  'removal.stopped': z.strictObject({ corrects: z.int() }),
  'log.exported': z.strictObject({ format: z.string(), entries: z.int(), head: Hash }),
} as const;

/** The fields of `data` whose values are personal, kind by kind. */
export const personalFields = {
  'grant.started': ['email', 'approvedBy', 'reason'],
  'step.confirmed': ['text'],
  'role.justified': ['justification'],
  'key.recorded': ['name', 'owner', 'purpose'],
  'removal.started': ['reason'],
} as const satisfies Partial<Record<EntryType, readonly string[]>>;

export type EntryType = keyof typeof dataByType;
export const entryTypes = Object.keys(dataByType) as EntryType[];

/** How Grantbook knows: the page showed it, the admin said it, or Grantbook itself did it. */
export const Basis = z.enum(['observed', 'confirmed', 'recorded']);
export type Basis = z.infer<typeof Basis>;

const envelope = {
  v: z.literal(1),
  seq: z.int().check(z.gte(1)),
  id: Uuid,
  at: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)),
  offset: z.string().check(z.regex(/^[+-]\d{2}:\d{2}$/)),
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
  z.strictObject({ ...envelope, type: z.literal(type), data: dataByType[type] }),
);

type Variant<T extends EntryType> = z.infer<z.ZodMiniObject<typeof envelope, z.core.$strict>> & {
  type: T;
  data: z.infer<(typeof dataByType)[T]>;
};

/** One line of the log: numbered, stamped in UTC with the local offset, named for its actor, chained to the line before. */
export type Entry = { [T in EntryType]: Variant<T> }[EntryType];
export const Entry = z.discriminatedUnion('type', variants as never) as unknown as z.ZodMiniType<Entry>;

type Personal<T extends EntryType> = T extends keyof typeof personalFields ? (typeof personalFields)[T][number] : never;

/** The data of an entry as code writes it: personal fields in clear. `chain.ts` commits to them. */
export type Plain<T extends EntryType> = {
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

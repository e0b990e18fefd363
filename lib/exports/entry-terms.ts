import { reveal } from '@/lib/domain/log/chain';
import { type AnyEntry, type Entry, type EntryType, isKnown } from '@/lib/domain/log/entry';

/** Says what an entry did, in the terms that both security schemas share. */
export interface EntryTerms {
  /** A few words in title case: what OCSF calls the activity. */
  activity: string;
  /** Says what became of the account: nothing, or one of these. */
  account: 'none' | 'created' | 'enabled' | 'deleted';
  /** The roles or privileges that the entry shows the person to have, or to be offered. */
  privileges: readonly string[];
  /** The apps or workspaces that they hold in. */
  resources: readonly string[];
  /** A key that was made for the person, by its name; never the key. */
  credential: string | null;
  /** Tells whether the vendor's page proved it, as opposed to being said by the admin or done by Grantbook. */
  proven: boolean;
}

type Of<T extends EntryType> = Extract<Entry, { type: T }>;
type Terms = Pick<EntryTerms, 'activity'> & Partial<EntryTerms>;

const held = (role: string) => (role === '' ? [] : [role]);

const steps = {
  invited: { activity: 'Invitation Sent' },
  accepted: { activity: 'Invitation Accepted', account: 'created' },
  active: { activity: 'Access Confirmed', account: 'enabled' },
  removed: { activity: 'Access Removed', account: 'deleted' },
} as const satisfies Record<string, Terms>;

const terms = {
  'log.created': () => ({ activity: 'Log Created' }),
  'grant.started': () => ({ activity: 'Grant Started' }),
  'page.seen': () => ({ activity: 'Role Recommended' }),
  'invitation.seen': ({ data }) => ({ activity: 'Invitation Sent', privileges: held(data.role) }),
  'acceptance.seen': ({ data }) => ({
    activity: 'Invitation Accepted',
    account: 'created',
    privileges: held(data.role),
  }),
  'role.seen': ({ data }) => ({ activity: 'Role Changed', privileges: held(data.role) }),
  'access.seen': ({ data }) => ({
    activity: 'Access Changed',
    privileges: data.access.map(({ name, role }) => `${name}: ${role}`),
    resources: data.access.map(({ name }) => name),
  }),
  'access.confirmed': ({ data }) => ({
    activity: 'Access Confirmed',
    privileges: data.access.map(({ name, role }) => `${name}: ${role}`),
    resources: data.access.map(({ name }) => name),
  }),
  'step.confirmed': ({ data }) => (data.reaches === null ? { activity: 'Step Confirmed' } : steps[data.reaches]),
  'contradiction.explained': () => ({ activity: 'Contradiction Explained' }),
  'check.seen': () => ({ activity: 'Check Passed' }),
  'invitation.mistyped': () => ({ activity: 'Invitation Mistyped' }),
  'step.reopened': () => ({ activity: 'Step Reopened' }),
  'role.justified': () => ({ activity: 'Exception Justified' }),
  'keys.settled': ({ data }) => ({ activity: data.needed ? 'Key Needed' : 'No Key Needed' }),
  'key.recorded': (entry) => ({
    activity: 'Key Recorded',
    credential: reveal(entry).name ?? `key recorded in entry ${entry.seq}`,
    resources: held(entry.data.scope),
  }),
  'key.documented': () => ({ activity: 'Key Documented Elsewhere' }),
  'removal.started': () => ({ activity: 'Removal Started' }),
  'removal.stopped': () => ({ activity: 'Removal Stopped' }),
  'removal.seen': () => steps.removed,
  'roster.read': () => ({ activity: 'Member List Read' }),
  'invitation.expired': ({ data }) => ({ activity: 'Invitation Expired', privileges: held(data.role) }),
  'invitation.gone': () => ({ activity: 'Invitation Gone' }),
  'invitation.resent': () => ({ activity: 'Invitation Sent Again' }),
  'invitation.withdrawn': () => ({ activity: 'Invitation Withdrawn' }),
  'finding.settled': () => ({ activity: 'Finding Settled' }),
  'campaign.started': () => ({ activity: 'Review Started' }),
  'review.decided': ({ data }) => ({ activity: 'Access Reviewed', privileges: held(data.role) }),
  'campaign.finished': () => ({ activity: 'Review Signed Off' }),
  'log.exported': () => ({ activity: 'Log Exported' }),
  'log.checkpoint': () => ({ activity: 'Log Signed' }),
  'log.restored': () => ({ activity: 'Log Restored' }),
  'log.merged': () => ({ activity: 'Log Merged' }),
  'grant.imported': ({ data }) => ({ activity: 'Grant Imported', privileges: held(data.role) }),
  'person.forgotten': () => ({ activity: 'Personal Data Deleted' }),
} satisfies { [T in EntryType]: (entry: Of<T>) => Terms };

/** Returns the terms of any entry; one of a kind that this version does not know has its own name as the activity. */
export function termsOf(entry: AnyEntry): EntryTerms & { known: boolean } {
  const known = isKnown(entry);
  const tell = known ? (terms[entry.type] as (entry: Entry) => Terms) : () => ({ activity: entry.type });
  return {
    account: 'none',
    privileges: [],
    resources: [],
    credential: null,
    ...tell(entry as Entry),
    proven: entry.basis === 'observed',
    known,
  };
}

/** Returns what an entry says with its personal values in clear where they are; of an unknown kind too. */
export function plainData(entry: AnyEntry): object {
  if (isKnown(entry)) return reveal(entry);
  const clear = ([key, value]: [string, unknown]) => [key, entry.personal[`data.${key}`]?.value ?? value];
  return Object.fromEntries(Object.entries(entry.data).map(clear));
}

import type { Grant } from '@/lib/domain/grant/grant';
import { actorOf } from '@/lib/domain/log/chain';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { eventLines } from '@/lib/exports/entry-events';
import { type EntryTerms, plainData, termsOf } from '@/lib/exports/entry-terms';
import { type ExportSource, variantOf } from '@/lib/exports/export-format';
import { vendorName } from '@/lib/exports/vocabulary';
import { head } from './head';

/** An event class with the activity in it; `activity` 99 is *Other*, and then the name is ours. */
interface Classified {
  category: readonly [uid: number, name: string];
  class: readonly [uid: number, name: string];
  activity: readonly [id: number, name: string];
}

const iam = [3, 'Identity & Access Management'] as const;
const accountChange = [3001, 'Account Change'] as const;
const userAccess = [3005, 'User Access Management'] as const;
const userManagement = [3007, 'User Management'] as const;

/**
 * Classifies what does not concern a user, or is of a kind that this version does not know: the event that any schema
 * falls back to.
 */
const base = (activity: string): Classified => ({
  category: [0, 'Uncategorized'],
  class: [0, 'Base Event'],
  activity: [99, activity],
});

type Classify = (terms: EntryTerms) => Classified;

const inAccountChange = { created: [1, 'Create'], enabled: [2, 'Enable'], deleted: [6, 'Delete'] } as const;
const inUserManagement = { created: [1, 'Create'], enabled: [4, 'Enable'], deleted: [3, 'Delete'] } as const;

/**
 * 1.8: roles and privileges are User Access Management, which has no roles and requires privileges; all else is Account
 * Change.
 */
const classify18: Classify = ({ account, privileges, activity }) => {
  if (account !== 'none') return { category: iam, class: accountChange, activity: inAccountChange[account] };
  if (privileges.length > 0) return { category: iam, class: userAccess, activity: [1, 'Assign Privileges'] };
  return { category: iam, class: accountChange, activity: [99, activity] };
};

/** 1.9 deprecates both for User Management, which knows roles and programmatic credentials. */
const classify19: Classify = ({ account, privileges, resources, credential, activity }) => {
  const of = (activity: Classified['activity']): Classified => ({
    category: iam,
    class: userManagement,
    activity,
  });
  if (account !== 'none') return of(inUserManagement[account]);
  if (credential !== null) return of([18, 'Add Programmatic Credentials']);
  if (privileges.length > 0) return resources.length > 0 ? of([14, 'Assign Privileges']) : of([16, 'Assign Roles']);
  return of([99, activity]);
};

const classifiers = { '1.8.0': classify18, '1.9.0': classify19 } as const satisfies Record<string, Classify>;
type Version = keyof typeof classifiers;

const minutes = (offset: string) => {
  const [hours = 0, rest = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + rest);
};

/** Describes a person; `uid` where the address is not known, since OCSF wants a user to have a name or an id. */
const user = (email: string | null, name: string | null, uid: string) => ({
  ...(email === null ? { uid } : { name: email, email_addr: email }),
  ...(name === null ? {} : { full_name: name }),
  type_id: 1,
  type: 'User',
});

function details(version: Version, { class: [classUid] }: Classified, terms: EntryTerms) {
  const { privileges, resources, credential } = terms;
  const roles = version === '1.9.0' && resources.length === 0 && privileges.length > 0;
  return {
    ...(roles ? { iam_roles: privileges.map((name) => ({ name })) } : {}),
    ...(!roles && privileges.length > 0 && classUid !== 3001 ? { privileges } : {}),
    ...(resources.length > 0 && classUid !== 3001 ? { resources: resources.map((name) => ({ name })) } : {}),
    ...(version === '1.9.0' && credential !== null
      ? { programmatic_credentials: [{ uid: credential, type: 'API Key' }] }
      : {}),
  };
}

/**
 * Writes the event of one entry. Everything that the schema has no place for stands under `unmapped`, ticket and hashes
 * among it.
 */
function ocsfEvent(entry: AnyEntry, grant: Grant | undefined, source: ExportSource, version: Version): object {
  const terms = termsOf(entry);
  const classified = entry.grant === null || !terms.known ? base(terms.activity) : classifiers[version](terms);
  const [categoryUid, categoryName] = classified.category;
  const [classUid, className] = classified.class;
  const [activityId, activityName] = classified.activity;
  const actor = actorOf(entry);
  const target = user(grant?.email ?? null, null, `grant ${entry.grant}`);
  const { programmatic_credentials: credentials, ...more } = details(version, classified, terms);
  const url = grant && source.ticketUrl(grant.ticket);
  return {
    activity_id: activityId,
    activity_name: activityName,
    category_uid: categoryUid,
    category_name: categoryName,
    class_uid: classUid,
    class_name: className,
    type_uid: classUid * 100 + activityId,
    type_name: `${className}: ${activityName}`,
    time: Date.parse(entry.at),
    timezone_offset: minutes(entry.offset),
    severity_id: 1,
    severity: 'Informational',
    // Success is what the vendor's page proved; what the admin said, or only was meant to happen, is not known.
    ...(terms.proven ? { status_id: 1, status: 'Success' } : { status_id: 0, status: 'Unknown' }),
    message: grant ? `${terms.activity} (${vendorName(grant.vendor)}, ${grant.ticket})` : terms.activity,
    metadata: {
      version,
      product: { name: 'Grantbook', vendor_name: 'Grantbook', version: source.version },
      uid: entry.id,
      sequence: entry.seq,
      event_code: entry.type,
      log_name: source.log,
      log_version: String(entry.v),
      ...(entry.grant === null ? {} : { correlation_uid: entry.grant }),
    },
    actor: {
      app_name: 'Grantbook',
      ...(actor.name === null && actor.email === null ? {} : { user: user(actor.email, actor.name, 'admin') }),
    },
    ...(classUid === 0 ? {} : { user: credentials ? { ...target, programmatic_credentials: credentials } : target }),
    ...more,
    unmapped: {
      basis: entry.basis,
      prev: entry.prev,
      hash: entry.hash,
      data: plainData(entry),
      ...(grant ? { vendor: grant.vendor, ticket: { uid: grant.ticket, ...(url ? { src_url: url } : {}) } } : {}),
    },
  };
}

/** OCSF as JSON Lines. Release dates: changelog of github.com/ocsf/ocsf-schema, read 2026-11-21. */
export function write(source: ExportSource): AsyncGenerator<string> {
  const version = variantOf(head, source.variant) as Version;
  return eventLines(source, (entry, grant) => ocsfEvent(entry, grant, source, version));
}

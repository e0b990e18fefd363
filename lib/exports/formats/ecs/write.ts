import type { Grant } from '@/lib/domain/grant/grant';
import { actorOf } from '@/lib/domain/log/chain';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { eventLines } from '@/lib/exports/entry-events';
import { type EntryTerms, plainData, termsOf } from '@/lib/exports/entry-terms';
import type { ExportSource } from '@/lib/exports/export-format';
import { vendorName } from '@/lib/exports/vocabulary';

/** The version whose fields were read: elastic.co/guide/en/ecs/8.17, on 2026-11-21. */
const ecsVersion = '8.17.0';

const changes: Record<EntryTerms['account'], string> = {
  none: 'change',
  created: 'creation',
  enabled: 'change',
  deleted: 'deletion',
};

/**
 * Lists two types for what happens to a user, as ECS asks of IAM; what only was said or prepared informs about the
 * user.
 */
function typesOf(entry: AnyEntry, { account, privileges, known }: EntryTerms & { known: boolean }): readonly string[] {
  if (entry.grant === null || !known) return ['admin', 'info'];
  return account !== 'none' || privileges.length > 0 ? ['user', changes[account]] : ['user', 'info'];
}

/** Writes the event of one entry: `user` is the admin, `user.target` the collaborator. */
function ecsEvent(entry: AnyEntry, grant: Grant | undefined, source: ExportSource): object {
  const terms = termsOf(entry);
  const actor = actorOf(entry);
  const email = grant?.email ?? null;
  const roles = terms.privileges.length > 0 ? { roles: terms.privileges } : {};
  const people = [actor.email, actor.name, email].filter((one) => one !== null && one !== '');
  const url = grant && source.ticketUrl(grant.ticket);
  return {
    '@timestamp': entry.at,
    ecs: { version: ecsVersion },
    message: grant ? `${terms.activity} (${vendorName(grant.vendor)}, ${grant.ticket})` : terms.activity,
    event: {
      kind: 'event',
      category: ['iam'],
      type: typesOf(entry, terms),
      action: terms.activity.toLowerCase().replaceAll(' ', '-'),
      outcome: terms.proven ? 'success' : 'unknown',
      id: entry.id,
      code: entry.type,
      sequence: entry.seq,
      hash: entry.hash,
      timezone: entry.offset,
      module: 'grantbook',
      dataset: 'grantbook.log',
      provider: 'grantbook',
      ...(url ? { reference: url } : {}),
    },
    user: {
      ...(actor.email === null ? {} : { name: actor.email, email: actor.email }),
      ...(actor.name === null ? {} : { full_name: actor.name }),
      ...(entry.grant === null
        ? {}
        : { target: { ...(email === null ? { id: `grant ${entry.grant}` } : { name: email, email }), ...roles } }),
      ...(entry.type === 'role.seen' ? { changes: roles } : {}),
    },
    ...(people.length > 0 ? { related: { user: [...new Set(people)] } } : {}),
    ...(grant ? { service: { name: vendorName(grant.vendor), type: grant.vendor } } : {}),
    observer: { vendor: 'Grantbook', product: 'Grantbook', type: 'browser-extension', version: source.version },
    labels: {
      log: source.log,
      basis: entry.basis,
      previous_hash: entry.prev,
      ...(entry.grant === null ? {} : { grant: entry.grant }),
      ...(grant ? { ticket: grant.ticket } : {}),
    },
    // Custom fields stand under a capitalised name, which no field of ECS will ever have.
    Grantbook: { data: plainData(entry) },
  };
}

export const write = (source: ExportSource) => eventLines(source, (entry, grant) => ecsEvent(entry, grant, source));

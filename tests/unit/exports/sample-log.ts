import type { Grant } from '@/lib/domain/grant/grant';
import { projectAll } from '@/lib/domain/grant/projection';
import { genesis, type Seal, seal } from '@/lib/domain/log/chain';
import type { Draft, Entry } from '@/lib/domain/log/entry';
import { defaultCadence } from '@/lib/domain/review/cadence';
import { defaultSettings } from '@/lib/domain/values/settings';
import type { ExportSource } from '@/lib/exports/export-format';
import { toldRules } from '@/lib/exports/told-rules';
import { wholeLog } from '../../support/covers';

export const ada = { name: 'Ada Lovelace', email: 'ada@example.com' };
export const now = new Date('2026-11-21T12:00:00.000Z');

/** A UUID that says its number. */
export const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The id of the grant in `story`. */
export const storyGrant = uuid(900);

/** A grant whose start an earlier log told: what is reviewed here changes nothing of the one in `story`. */
const reviewedGrant = uuid(905);

const seen = {
  generation: 'organization-team',
  page: 'team',
  url: 'https://app.logrocket.com/r/settings/organization/team',
};

/** The fields of a started grant, to be varied. */
export const started = {
  vendor: 'logrocket',
  ticket: 'IAM-1234',
  email: 'grace@partner.example',
  purpose: 'implementation',
  scope: ['Production', 'Staging'],
  accessEnds: '2027-06-30' as string | null,
  approvedBy: 'Katherine Johnson',
  reason: 'Source maps for the checkout release',
  sameAs: null as string | null,
};

/** One grant from its start to its removal and after, with every kind of entry there is. */
export const story: readonly Draft[] = [
  {
    type: 'log.created',
    grant: null,
    basis: 'recorded',
    data: { log: uuid(1), reason: 'The log begins here.', previous: null },
  },
  { type: 'grant.started', grant: storyGrant, basis: 'recorded', data: started },
  {
    type: 'page.seen',
    grant: storyGrant,
    basis: 'observed',
    data: { ...seen, recommended: { role: 'Member', scopeRole: 'Admin' } },
  },
  {
    type: 'role.justified',
    grant: storyGrant,
    basis: 'confirmed',
    data: {
      generation: seen.generation,
      recommended: 'Member',
      chosen: 'Admin',
      excess: ['invite people'],
      justification: 'She invites her own team',
    },
  },
  {
    type: 'invitation.seen',
    grant: storyGrant,
    basis: 'observed',
    data: { ...seen, role: 'Admin', words: 'Invitation sent' },
  },
  {
    type: 'acceptance.seen',
    grant: storyGrant,
    basis: 'observed',
    data: { ...seen, role: 'Admin', words: 'Active' },
  },
  {
    type: 'role.seen',
    grant: storyGrant,
    basis: 'observed',
    data: { ...seen, role: 'Member', previous: 'Admin' },
  },
  {
    type: 'access.seen',
    grant: storyGrant,
    basis: 'observed',
    data: { ...seen, access: [{ name: 'Production', role: 'Admin' }] },
  },
  {
    type: 'step.confirmed',
    grant: storyGrant,
    basis: 'confirmed',
    data: {
      generation: seen.generation,
      step: 'verified',
      text: 'Check that Grace can open the apps',
      reaches: 'active',
    },
  },
  {
    type: 'step.reopened',
    grant: storyGrant,
    basis: 'confirmed',
    data: { generation: seen.generation, step: 'verified', corrects: 9 },
  },
  {
    type: 'step.confirmed',
    grant: storyGrant,
    basis: 'confirmed',
    data: {
      generation: seen.generation,
      step: 'removed',
      text: 'Remove Grace from the organization',
      reaches: 'removed',
    },
  },
  {
    type: 'log.exported',
    grant: null,
    basis: 'recorded',
    data: {
      format: 'csv-spreadsheet',
      entries: 11,
      head: genesis,
      covers: wholeLog({ entries: 0 }),
    },
  },
  { type: 'keys.settled', grant: storyGrant, basis: 'confirmed', data: { needed: true } },
  {
    type: 'key.recorded',
    grant: storyGrant,
    basis: 'confirmed',
    data: {
      generation: seen.generation,
      name: 'Grace - Source Maps - Production',
      owner: 'Grace Hopper',
      purpose: 'Uploading source maps',
      scope: 'Production',
      permissions: 'read/write',
      expires: '2027-03-31',
      rotateDays: 90,
    },
  },
  { type: 'removal.started', grant: storyGrant, basis: 'confirmed', data: { reason: 'The engagement ended' } },
  { type: 'removal.stopped', grant: storyGrant, basis: 'confirmed', data: { corrects: 15 } },
  {
    type: 'log.checkpoint',
    grant: null,
    basis: 'recorded',
    data: { log: uuid(1), entries: 16, head: genesis, key: 'k'.repeat(87), signature: 's'.repeat(86) },
  },
  { type: 'log.restored', grant: null, basis: 'recorded', data: { entries: 17, head: genesis } },
  { type: 'log.merged', grant: null, basis: 'recorded', data: { log: uuid(2), entries: 40, head: genesis } },
  {
    type: 'grant.imported',
    grant: uuid(904),
    basis: 'confirmed',
    data: {
      vendor: 'rudderstack',
      ticket: 'IAM-77',
      email: 'mary@partner.example',
      role: 'Member',
      scope: ['Web'],
      since: '2025-02-01',
      accessEnds: null,
      approvedBy: 'Katherine Johnson',
      reason: 'There since the first project',
    },
  },
  {
    type: 'person.forgotten',
    grant: null,
    basis: 'recorded',
    data: { because: 'asked', values: 3, grants: 1 },
  },
  {
    type: 'roster.read',
    grant: null,
    basis: 'observed',
    data: {
      vendor: 'logrocket',
      ...seen,
      seen: 12,
      claimed: 37,
      complete: false,
      pages: 2,
      hidden: ['further pages'],
      pack: 'cd'.repeat(32),
      rows: '[{"access":null,"email":"eve@partner.example","name":"Eve","roles":["Owner"],"status":"active","words":"Active"}]',
    },
  },
  {
    type: 'invitation.expired',
    grant: reviewedGrant,
    basis: 'observed',
    data: { ...seen, role: 'Member', words: 'Expired' },
  },
  { type: 'invitation.gone', grant: reviewedGrant, basis: 'observed', data: { ...seen, roster: 17 } },
  { type: 'invitation.resent', grant: reviewedGrant, basis: 'confirmed', data: {} },
  {
    type: 'invitation.withdrawn',
    grant: reviewedGrant,
    basis: 'confirmed',
    data: { reason: 'The project was put off' },
  },
  { type: 'removal.seen', grant: reviewedGrant, basis: 'observed', data: { ...seen, roster: 17 } },
  {
    type: 'finding.settled',
    grant: null,
    basis: 'confirmed',
    data: {
      vendor: 'logrocket',
      kind: 'shadow',
      how: 'accepted',
      email: 'eve@partner.example',
      shown: 'Owner',
      ticket: null,
      until: '2027-01-31',
      reason: 'Was there before the log; leaves in January',
      roster: 17,
    },
  },
  {
    type: 'campaign.started',
    grant: null,
    basis: 'confirmed',
    data: { campaign: uuid(950), by: 'approver', what: 'Katherine Johnson', grants: [reviewedGrant] },
  },
  {
    type: 'review.decided',
    grant: reviewedGrant,
    basis: 'confirmed',
    data: { campaign: uuid(950), decision: 'keep', role: 'Member', reason: 'Still on the project', own: true },
  },
  {
    type: 'campaign.finished',
    grant: null,
    basis: 'confirmed',
    data: { campaign: uuid(950), kept: 1, modified: 0, removed: 0, statement: 'Looked through with the team lead' },
  },
];

/** One of each kind that came after the story was told: files that were exported before have none. */
export const laterKinds: readonly Draft[] = [
  {
    type: 'access.confirmed',
    grant: storyGrant,
    basis: 'confirmed',
    data: { generation: 'organization-team', step: 'app-roles', access: [{ name: 'Production', role: 'Admin' }] },
  },
  {
    type: 'contradiction.explained',
    grant: storyGrant,
    basis: 'confirmed',
    data: {
      generation: 'organization-team',
      step: 'watch-pending',
      claim: 'accepted',
      shown: 'Pending',
      readAt: '2026-11-20T09:30:00.000Z',
      sighting: 5,
      reason: 'Shown on a call that they are in',
    },
  },
  {
    type: 'check.seen',
    grant: storyGrant,
    basis: 'observed',
    data: { ...seen, check: 'rights', shown: 'Admin' },
  },
  {
    type: 'invitation.mistyped',
    grant: storyGrant,
    basis: 'observed',
    data: { ...seen, email: 'grave@partner.example', words: 'Pending' },
  },
  {
    type: 'key.documented',
    grant: storyGrant,
    basis: 'confirmed',
    data: { generation: 'organization-team', step: 'document-key', where: 'Vault, path ci/source-maps' },
  },
];

/** Drafts numbered, stamped one minute apart and chained, as the background does it, with nothing left to chance. */
export function chainOf(drafts: readonly Draft[], first = new Date('2026-11-20T09:00:00.000Z')): Entry[] {
  const entries: Entry[] = [];
  drafts.forEach((draft, index) => {
    const place: Seal = {
      last: entries.at(-1) ?? null,
      now: new Date(first.getTime() + index * 60_000),
      actor: ada,
      uuid: () => uuid(10_000 + index),
      salt: () => new Uint8Array(16).fill(index + 1),
    };
    entries.push(seal(draft, place));
  });
  return entries;
}

/** A log that begins and starts one grant for each of these variations. */
export function logOfGrants(variations: readonly Partial<typeof started>[]): Entry[] {
  const begin = story.slice(0, 1);
  const starts = variations.map(
    (variation, index): Draft => ({
      type: 'grant.started',
      grant: uuid(100 + index),
      basis: 'recorded',
      data: { ...started, ...variation },
    }),
  );
  return chainOf([...begin, ...starts]);
}

/** Every grant of these entries, in order of its start. */
export const grantsOf = (entries: readonly Entry[]): Grant[] => [...projectAll(entries).values()];

/** What every export of a sample has in common: all of it, with everything that is known of people. */
export const sampleScope = {
  log: uuid(1),
  now,
  selection: { what: 'everything' },
  personal: true,
  columns: null,
  variant: '',
  told: toldRules(defaultSettings, [], true),
  cadence: defaultCadence,
  version: '0.1.0',
  ticketUrl: () => null,
  places: () => [],
  listRules: () => ({ lists: 'everybody' as const }),
  invitationDays: () => null,
} as const satisfies Partial<ExportSource>;

/** Rows as the stored log hands them over. */
async function* inBatches<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < rows.length; start += 500) yield rows.slice(start, start + 500);
}

/** What a format exports when the log holds these entries. */
export function sourceOf(entries: readonly Entry[], grants: readonly Grant[] = grantsOf(entries)): ExportSource {
  const last = entries.at(-1);
  return {
    ...sampleScope,
    head: { seq: last?.seq ?? 0, hash: last?.hash ?? genesis },
    entries: () => inBatches(entries),
    grants: () => inBatches(grants),
    grantsById: async (ids) => new Map(grants.filter(({ id }) => ids.includes(id)).map((grant) => [grant.id, grant])),
  };
}

/** All that a format writes, in one piece. */
export async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

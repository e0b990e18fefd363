import type { RosterRow } from '@/lib/domain/grant/page-facts';
import type { Draft } from '@/lib/domain/log/entry';
import { snapshotText } from '@/lib/domain/review/snapshots';
import { started, story, uuid } from './sample-log';

const seen = {
  generation: 'organization-team',
  page: 'team',
  url: 'https://app.logrocket.com/r/settings/organization/team',
};

/** A member of the list. */
export const row = (email: string, role: string, change: Partial<RosterRow> = {}): RosterRow => ({
  email,
  name: email.split('@')[0] ?? '',
  roles: role === '' ? [] : [role],
  status: 'active',
  words: 'Active',
  access: null,
  ...change,
});

/** A list of LogRocket's team page that was read; complete, unless told otherwise. */
export const listRead = (rows: readonly RosterRow[], change: { complete?: boolean; claimed?: number } = {}): Draft => ({
  type: 'roster.read',
  grant: null,
  basis: 'observed',
  data: {
    vendor: 'logrocket',
    ...seen,
    seen: rows.length,
    claimed: rows.length,
    complete: true,
    pages: 1,
    hidden: change.complete === false ? ['further pages'] : [],
    pack: 'cd'.repeat(32),
    rows: snapshotText(rows),
    ...change,
  },
});

/** A grant without an end, and the member that the page showed it to make. */
export const member = (id: string, email: string, role = 'Member'): Draft[] => [
  { type: 'grant.started', grant: id, basis: 'recorded', data: { ...started, email, accessEnds: null } },
  { type: 'acceptance.seen', grant: id, basis: 'observed', data: { ...seen, role, words: 'Active' } },
];

const [grace, sam, kim] = [uuid(901), uuid(902), uuid(903)];

/** A log that was reviewed: a list with a stranger, a changed role and somebody missing, and a campaign over two grants. */
export const reviewedStory: readonly Draft[] = [
  ...story.slice(0, 1),
  ...member(grace, 'grace@partner.example'),
  ...member(sam, 'sam@partner.example'),
  ...member(kim, 'kim@partner.example'),
  listRead([
    row('grace@partner.example', 'Admin', { name: 'Grace Hopper' }),
    row('kim@partner.example', 'Member'),
    row('eve@evil.example', 'Owner', { name: 'Eve </script><b>\u202eevE' }),
    row('bot@example.com', 'Member'),
  ]),
  {
    type: 'finding.settled',
    grant: null,
    basis: 'confirmed',
    data: {
      vendor: 'logrocket',
      kind: 'shadow',
      how: 'not-a-person',
      email: 'bot@example.com',
      shown: 'Member',
      ticket: null,
      until: null,
      reason: 'The monitoring account of the vendor',
      roster: 8,
    },
  },
  {
    type: 'campaign.started',
    grant: null,
    basis: 'confirmed',
    data: { campaign: uuid(950), by: 'vendor', what: 'logrocket', grants: [grace, kim] },
  },
  {
    type: 'review.decided',
    grant: grace,
    basis: 'confirmed',
    data: { campaign: uuid(950), decision: 'modify', role: 'Member', reason: 'Back to Member', own: true },
  },
  {
    type: 'review.decided',
    grant: kim,
    basis: 'confirmed',
    data: { campaign: uuid(950), decision: 'keep', role: 'Member', reason: 'Still on the project', own: false },
  },
  {
    type: 'campaign.finished',
    grant: null,
    basis: 'confirmed',
    data: { campaign: uuid(950), kept: 1, modified: 1, removed: 0, statement: 'Looked through with the team lead' },
  },
];

import { describe, expect, test } from 'vitest';
import type { Draft } from '@/lib/domain/log/entry';
import {
  type Campaign,
  campaignGrants,
  campaignProgress,
  campaignReport,
  campaignsOf,
  leftToDecide,
} from '@/lib/domain/review/campaign';
import { aGrant, mark } from '../../../support/grants';
import { chainOf, uuid } from '../../exports/sample-log';

const [first, second] = [uuid(951), uuid(952)];
const [kim, ada] = [uuid(901), uuid(902)];

const started = (campaign: string, grants: string[], by: Campaign['by'] = 'due', what = ''): Draft => ({
  type: 'campaign.started',
  grant: null,
  basis: 'confirmed',
  data: { campaign, by, what, grants },
});
const decided = (
  campaign: string | null,
  grant: string,
  decision: 'keep' | 'modify' | 'remove',
  own = false,
): Draft => ({
  type: 'review.decided',
  grant,
  basis: 'confirmed',
  data: { campaign, decision, role: 'Member', reason: `${decision} it`, own },
});
const finished = (campaign: string, statement = 'Looked through'): Draft => ({
  type: 'campaign.finished',
  grant: null,
  basis: 'confirmed',
  data: { campaign, kept: 1, modified: 0, removed: 0, statement },
});
const campaigns = (...drafts: Draft[]) => campaignsOf(chainOf(drafts));
const only = (...drafts: Draft[]) => {
  const [campaign] = campaigns(...drafts);
  if (!campaign) throw new Error('no campaign');
  return campaign;
};

describe('campaignsOf', () => {
  test('reads campaigns out of their entries, the newest first', () => {
    const all = campaigns(started(first, [kim, ada]), decided(first, kim, 'keep'), started(second, [kim]));

    expect(all.map(({ id, finished: end }) => [id, end])).toEqual([
      [second, null],
      [first, null],
    ]);
    expect(all[1]).toMatchObject({ by: 'due', grants: [kim, ada], seq: 1, startedAt: '2026-11-20T09:00:00.000Z' });
    expect(all[1]?.decisions.get(kim)).toMatchObject({
      decision: 'keep',
      reason: 'keep it',
      reviewer: 'Ada Lovelace',
      seq: 2,
    });
  });

  test.each<[string, Draft[], string | undefined]>([
    ['the last decision counts', [decided(first, kim, 'keep'), decided(first, kim, 'remove')], 'remove'],
    ['one on a grant that is not in it does not', [decided(first, ada, 'keep')], undefined],
    ['a review outside of it does not', [decided(null, kim, 'keep')], undefined],
    ['one of another campaign does not', [decided(second, kim, 'keep')], undefined],
    [
      'nor one after it was signed off',
      [decided(first, kim, 'keep'), finished(first), decided(first, kim, 'remove')],
      'keep',
    ],
  ])('%s', (_what, drafts, decision) => {
    expect(only(started(first, [kim]), ...drafts).decisions.get(kim)?.decision).toBe(decision);
  });

  test('passes over what belongs to no campaign that began', () => {
    expect(campaigns(decided(first, kim, 'keep'), finished(first))).toEqual([]);
  });

  test('says nothing of who was forgotten', () => {
    const entries = chainOf([started(first, [kim], 'approver', 'Katherine'), decided(first, kim, 'keep')]);
    const [campaign] = campaignsOf(entries.map((entry) => ({ ...entry, personal: {} })));

    expect(campaign?.what).toBeNull();
    expect(campaign?.decisions.get(kim)).toMatchObject({ reason: null, reviewer: null });
  });
});

describe('campaignProgress', () => {
  test('counts decisions by kind, and those of the one who granted', () => {
    const campaign = only(
      started(first, [kim, ada, uuid(903)]),
      decided(first, kim, 'keep', true),
      decided(first, ada, 'remove'),
    );

    expect(campaignProgress(campaign)).toEqual({ total: 3, decided: 2, kept: 1, modified: 0, removed: 1, own: 1 });
  });
});

describe('leftToDecide', () => {
  test('is what was not decided, and is still there to be', () => {
    const [gone, open] = [uuid(903), uuid(904)];
    const campaign = only(started(first, [kim, ada, gone, open]), decided(first, kim, 'keep'));
    const removed = { removed: mark(9, '2026-11-20T09:00:00.000Z') };
    const grants = new Map(
      [kim, ada, open].map((id) => [id, aGrant({ id, ...(id === ada ? { milestones: removed } : {}) })]),
    );

    expect(leftToDecide(campaign, (id) => grants.get(id))).toEqual([open]);
  });
});

describe('campaignGrants', () => {
  const at = '2026-11-20T09:00:00.000Z';
  const live = { milestones: { active: mark(3, at) } };
  const grants = [
    aGrant({ id: 'draft' }),
    aGrant({ id: 'invited', milestones: { invited: mark(3, at) } }),
    aGrant({ id: 'active', ...live, vendor: 'logrocket', approvedBy: 'Priya Raman' }),
    aGrant({ id: 'removed', milestones: { ...live.milestones, removed: mark(4, at) } }),
  ];

  test.each<[Campaign['by'], string, string[]]>([
    ['vendor', 'rudderstack', ['invited']],
    ['vendor', 'logrocket', ['active']],
    ['approver', 'Priya Raman', ['active']],
    ['approver', 'Nobody', []],
    ['due', '', ['active']],
  ])('by %s “%s”', (by, what, ids) => {
    const chosen = campaignGrants(grants, by, what, new Set(['active', 'removed', 'draft']));

    expect(chosen.map(({ id }) => id)).toEqual(ids);
  });
});

describe('campaignReport', () => {
  const grants = new Map([
    [kim, aGrant({ id: kim, email: 'kim@x.example', ticket: 'IAM-1' })],
    [
      ada,
      aGrant({
        id: ada,
        email: 'ada@x.example',
        ticket: 'IAM|2',
        milestones: { removed: mark(9, '2026-11-20T09:00:00.000Z') },
      }),
    ],
  ]);
  const report = (...drafts: Draft[]) => campaignReport(only(...drafts), grants, (id) => id.toUpperCase());

  test('names each decision with its reason, reviewer and entry, and who signed off', () => {
    const text = report(
      started(first, [kim, ada], 'vendor', 'rudderstack'),
      decided(first, kim, 'keep', true),
      decided(first, ada, 'remove'),
      finished(first, 'With the *team* lead'),
    );

    expect(text).toContain('Looked at: all access at RUDDERSTACK.');
    expect(text).toContain('Decided: 2 of 2: 1 kept, 0 to be modified, 1 to be removed.');
    expect(text).toContain('In 1 of them the reviewer had granted the access.');
    expect(text).toContain(
      '| kim@x.example | IAM-1 | RUDDERSTACK | Member | Keep | keep it | Ada Lovelace (granted it, too) | 2026-11-20, entry 2 |',
    );
    expect(text).toContain('| ada@x.example | IAM\\|2 | RUDDERSTACK | Member | Remove (proven by the list) |');
    expect(text).toContain(
      'Signed off by Ada Lovelace at 2026-11-20T09:03:00.000Z (entry 4): With the \\*team\\* lead',
    );
  });

  test('calls a removal proven only where a list showed it, and nothing decided that was not', () => {
    const text = report(started(first, [kim, ada]), decided(first, kim, 'remove'));

    expect(text).toContain('Looked at: everything that was due.');
    expect(text).toContain('Remove (not proven yet)');
    expect(text).toContain(
      '| ada@x.example | IAM\\|2 | RUDDERSTACK |  | Removed before it was reviewed (proven by the list) |',
    );
    expect(text).toContain('Not signed off.');
  });

  test('has a row for a grant that is gone from the log', () => {
    expect(report(started(first, [uuid(999)]))).toContain('| a forgotten person |  |  |  | No decision |');
  });
});

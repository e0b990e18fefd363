import { describe, expect, it } from 'vitest';
import { entryPhrases } from '@/components/log/entry-text';
import { names } from '@/components/log/names';
import { type Draft, type Entry, entryTypes } from '@/lib/domain/log/entry';
import { chainOf, laterKinds, started, story, storyGrant, uuid } from '../../unit/exports/sample-log';

const textOf = (entry: Entry) =>
  entryPhrases(entry, names, 'logrocket')
    .map((phrase) => (typeof phrase === 'string' ? phrase : phrase.said))
    .join('');
const only = (draft: Draft) => chainOf([draft])[0] as Entry;
const seen = { generation: 'organization-team', page: 'team', url: 'https://app.logrocket.com/r/settings' };

describe('entryPhrases', () => {
  it.each([
    [1, 'The log begins here.'],
    [
      2,
      'Started a grant for grace@partner.example at LogRocket under IAM-1234: Implementation or configuration in Production and Staging, until 30 Jun 2027. Approved by Katherine Johnson, because “Source maps for the checkout release”.',
    ],
    [3, 'Found the page Settings › Organization › Team and recommended the role Member, with Admin in each app.'],
    [
      4,
      'Justified the role Admin where Member was recommended: “She invites her own team”. It also gives invite people.',
    ],
    [5, 'The page lists the invitation with the role Admin (“Invitation sent”).'],
    [6, 'The page lists the person as a member with the role Admin (“Active”).'],
    [7, 'The page shows the role Member instead of Admin.'],
    [8, 'The page shows access to Production as Admin.'],
    [9, 'Confirmed “Check that Grace can open the apps”. With that the access counts as active.'],
    [10, 'Took back what entry 9 confirmed.'],
    [11, 'Confirmed “Remove Grace from the organization”. With that the access counts as removed.'],
    [12, 'Exported 1 grant as CSV (spreadsheet), up to hash 00000000. The file’s SHA-256 begins with abababab.'],
    [13, 'Said that an API key is needed.'],
    [
      14,
      'Recorded the key “Grace - Source Maps - Production”, owned by Grace Hopper, for “Uploading source maps”: Production, read/write. It expires on 31 Mar 2027 and is rotated every 90 days.',
    ],
    [15, 'Began to take the access away, because “The engagement ended”.'],
    [16, 'Took back the removal that entry 15 began.'],
    [
      22,
      'Read the list of LogRocket on the page Settings › Organization › Team: 12 of 37 rows, from 2 pages. It was not complete: rows may be hidden by further pages.',
    ],
    [23, 'The page lists the invitation as expired (“Expired”).'],
    [24, 'The complete list of entry 17 does not show the invitation any more.'],
    [25, 'Said that the invitation was sent again.'],
    [26, 'Said that the invitation was withdrawn, because “The project was put off”.'],
    [27, 'The complete list of entry 17 does not show the person any more.'],
    [
      28,
      'Settled what entry 17 showed at LogRocket (shadow: Owner) about eve@partner.example: accepted until 31 Jan 2027, because “Was there before the log; leaves in January”.',
    ],
    [29, 'Began a review of 1 grant: all approved by Katherine Johnson.'],
    [30, 'Reviewed and kept the role Member, because “Still on the project”. The reviewer is the one who granted it.'],
    [31, 'Signed off the review: 1 kept, 0 to be modified, 0 to be removed. “Looked through with the team lead”.'],
  ])('says in plain words what entry %i says', (seq, expected) => {
    const entry = chainOf(story)[seq - 1] as Entry;

    expect(textOf(entry)).toBe(expected);
  });

  it.each([
    [
      1,
      'The page showed “Pending” (read 2026-11-20 09:30 UTC, entry 5). Confirmed all the same, because “Shown on a call that they are in”.',
    ],
    [2, 'The page shows the admin’s own role: “Admin”.'],
    [
      3,
      'The page lists an invitation to grave@partner.example, which was typed in place of the address of this grant (“Pending”).',
    ],
    [4, 'Said where the key is documented: “Vault, path ci/source-maps”.'],
  ])('says what the later kind %i says', (at, expected) => {
    expect(textOf(chainOf(laterKinds)[at] as Entry)).toBe(expected);
  });

  it('is tried with every kind of entry there is', () => {
    expect(new Set([...story, ...laterKinds].map(({ type }) => type))).toEqual(new Set(entryTypes));
  });

  it.each<[string, Draft, string]>([
    [
      'a log that follows a lost one',
      {
        type: 'log.created',
        grant: null,
        basis: 'recorded',
        data: { log: uuid(1), reason: 'The log reached entry 40 and was gone.', previous: 'ab'.repeat(32) },
      },
      'The log reached entry 40 and was gone. The hash of its last entry was abababab.',
    ],
    [
      'a grant without scope and end, beside another one',
      {
        type: 'grant.started',
        grant: storyGrant,
        basis: 'recorded',
        data: { ...started, scope: [], accessEnds: null, sameAs: uuid(7) },
      },
      'Started a grant for grace@partner.example at LogRocket under IAM-1234: Implementation or configuration. Approved by Katherine Johnson, because “Source maps for the checkout release”. Another grant for this person was open at that time.',
    ],
    [
      'a purpose that was refined',
      {
        type: 'grant.started',
        grant: storyGrant,
        basis: 'recorded',
        data: {
          ...started,
          purpose: 'support',
          refine: { add: ['issues'], drop: ['developer-pane'] },
          scope: ['Production'],
          accessEnds: null,
        },
      },
      'Started a grant for grace@partner.example at LogRocket under IAM-1234: Support or analysis (also resolving issues; not reading performance data or logs in a replay) in Production. Approved by Katherine Johnson, because “Source maps for the checkout release”.',
    ],
    [
      'a vendor, page and purpose that this version does not know',
      {
        type: 'grant.started',
        grant: storyGrant,
        basis: 'recorded',
        data: { ...started, vendor: 'segment', purpose: 'tracing', scope: [], accessEnds: null },
      },
      'Started a grant for grace@partner.example at segment under IAM-1234: tracing. Approved by Katherine Johnson, because “Source maps for the checkout release”.',
    ],
    [
      'a page of another generation',
      {
        type: 'page.seen',
        grant: storyGrant,
        basis: 'observed',
        data: { ...seen, generation: 'of-2030', recommended: { role: 'Guest', scopeRole: null } },
      },
      'Found the page team and recommended the role Guest.',
    ],
    [
      'a row that shows no role and no words',
      { type: 'acceptance.seen', grant: storyGrant, basis: 'observed', data: { ...seen, role: '', words: '' } },
      'The page lists the person as a member with no role.',
    ],
    [
      'a role where there was none',
      { type: 'role.seen', grant: storyGrant, basis: 'observed', data: { ...seen, role: 'Guest', previous: '' } },
      'The page shows the role Guest.',
    ],
    [
      'three accesses',
      {
        type: 'access.seen',
        grant: storyGrant,
        basis: 'observed',
        data: { ...seen, access: ['A', 'B', 'C'].map((name) => ({ name, role: 'Viewer' })) },
      },
      'The page shows access to A as Viewer, B as Viewer and C as Viewer.',
    ],
    [
      'access that was only said to be given',
      {
        type: 'access.confirmed',
        grant: storyGrant,
        basis: 'confirmed',
        data: {
          generation: seen.generation,
          step: 'app-roles',
          access: [
            { name: 'Production', role: 'Admin' },
            { name: 'Staging', role: 'Viewer' },
          ],
        },
      },
      'Said to be given: Production as Admin and Staging as Viewer. The page did not show it.',
    ],
    [
      'a step that reaches no milestone',
      {
        type: 'step.confirmed',
        grant: storyGrant,
        basis: 'confirmed',
        data: { generation: 'members', step: 'policies', text: 'Share the MFA policy', reaches: null },
      },
      'Confirmed “Share the MFA policy”.',
    ],
    [
      'a grant that needs no key',
      { type: 'keys.settled', grant: storyGrant, basis: 'confirmed', data: { needed: false } },
      'Said that no API key is needed.',
    ],
    [
      'a key of which little is known',
      {
        type: 'key.recorded',
        grant: storyGrant,
        basis: 'confirmed',
        data: {
          generation: 'members',
          name: 'CI token',
          owner: 'Grace',
          purpose: 'Deploys',
          scope: '',
          permissions: '',
          expires: null,
          rotateDays: null,
        },
      },
      'Recorded the key “CI token”, owned by Grace, for “Deploys”. It has no expiry date.',
    ],
    [
      'an export of one entry in a format that is gone',
      {
        type: 'log.exported',
        grant: null,
        basis: 'recorded',
        data: { format: 'xml', entries: 1, head: 'cd'.repeat(32) },
      },
      'Exported 1 entry as xml, up to hash cdcdcdcd.',
    ],
    [
      'an export of some days without personal data',
      {
        type: 'log.exported',
        grant: null,
        basis: 'recorded',
        data: {
          format: 'json-lines',
          entries: 90,
          head: 'cd'.repeat(32),
          covers: {
            what: 'dates',
            from: '2026-11-01',
            to: '2026-11-20',
            grant: null,
            personal: false,
            variant: '',
            entries: 12,
            grants: 0,
            file: 'ef'.repeat(32),
          },
        },
      },
      'Exported 12 entries of 1 Nov 2026 to 20 Nov 2026, without personal data, as JSON Lines, up to hash cdcdcdcd. The file’s SHA-256 begins with efefefef.',
    ],
  ])('tells of %s', (_case, draft, expected) => {
    expect(textOf(only(draft))).toBe(expected);
  });

  it('says where a person was forgotten', () => {
    const forgotten = { ...(chainOf(story)[1] as Entry), personal: {} };

    expect(textOf(forgotten)).toBe(
      'Started a grant for somebody who was forgotten at LogRocket under IAM-1234: Implementation or configuration in Production and Staging, until 30 Jun 2027. Approved by somebody who was forgotten, because a text that was forgotten.',
    );
  });

  it('shows an entry of a newer version as one that it does not know', () => {
    const newer = { ...(chainOf(story)[1] as Entry), type: 'grant.paused', data: { until: 'Friday' } };

    expect(textOf(newer as unknown as Entry)).toBe(
      'An entry of the kind “grant.paused”, which this version of Grantbook does not know. It says: “{"until":"Friday"}”.',
    );
  });
});

describe('entryPhrases', () => {
  it('keeps values of people and pages apart from its own words', () => {
    const phrases = entryPhrases(only({ ...(story[4] as Draft) }), names, 'logrocket');

    expect(phrases).toEqual([
      'The page lists the invitation with ',
      'the role ',
      { said: 'Admin' },
      ' (',
      '“',
      { said: 'Invitation sent' },
      '”',
      ')',
      '.',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/domain/log/entry';
import type { ExportSource } from '@/lib/exports/export-format';
import { listFindings } from '@/lib/exports/formats/evidence-pack/list-findings';
import { listRead, member, reviewedStory, row } from '../../reviewed-log';
import { chainOf, grantsOf, sourceOf, story, uuid } from '../../sample-log';

const [grace, sam] = [uuid(901), uuid(902)];
const begin = story.slice(0, 1);
const known = member(grace, 'grace@partner.example');

function foundIn(drafts: readonly Draft[], change: Partial<ExportSource> = {}) {
  const entries = chainOf(drafts);
  const found = listFindings({ ...sourceOf(entries), ...change });
  for (const entry of entries) found.addEntry(entry);
  for (const grant of grantsOf(entries)) found.addGrant(grant);
  return found.findings();
}

const told = (drafts: readonly Draft[], change: Partial<ExportSource> = {}) =>
  foundIn(drafts, change).map(({ kind, email }) => [kind, email]);

describe('listFindings', () => {
  it('tells what the last list shows of each person, with the entry that proves it, and nothing that was settled', () => {
    const found = foundIn(reviewedStory);

    expect(found.map(({ kind, email, roster }) => [kind, email, roster])).toEqual([
      ['shadow', 'eve@evil.example', 8],
      ['drift', 'grace@partner.example', 8],
      ['ghost', 'sam@partner.example', 8],
    ]);
    expect(found.map(({ text }) => text)).toEqual([
      'The list of LogRocket (entry 8, 2026-11-20) shows this person as Owner, and no grant allows it.',
      'The list of LogRocket (entry 8, 2026-11-20) shows Admin; the log holds Member.',
      'The log says that this person has access; the complete list of LogRocket (entry 8, 2026-11-20) does not show them.',
    ]);
  });

  it.each<[string, Draft[], [string, string | null][]]>([
    ['a list without surprises', [...known, listRead([row('Grace@Partner.example', 'Member')])], []],
    ['nobody missing from half a list', [...known, listRead([], { complete: false, claimed: 9 })], []],
    ['nobody who came after the list', [listRead([]), ...known], []],
    [
      'no role that the page showed after the list',
      [
        ...known,
        listRead([row('grace@partner.example', 'Admin')]),
        {
          type: 'role.seen',
          grant: grace,
          basis: 'observed',
          data: { generation: 'organization-team', page: 'team', url: '', role: 'Owner', previous: 'Member' },
        },
      ],
      [],
    ],
    [
      'nobody who was removed after the list',
      [
        ...known,
        listRead([row('grace@partner.example', 'Member')]),
        { type: 'invitation.withdrawn', grant: grace, basis: 'confirmed', data: { reason: 'Left' } },
      ],
      [],
    ],
    [
      'somebody who is still there after the removal',
      [
        ...known,
        { type: 'invitation.withdrawn', grant: grace, basis: 'confirmed', data: { reason: 'Left' } },
        listRead([row('grace@partner.example', 'Member')]),
      ],
      [['shadow', 'grace@partner.example']],
    ],
    [
      'the last list of a page only',
      [...known, listRead([row('eve@evil.example', 'Owner')]), listRead([row('grace@partner.example', 'Member')])],
      [],
    ],
    [
      'nobody twice who is known by two plus-addresses',
      [
        ...member(grace, 'g+a@partner.example'),
        ...member(sam, 'g+b@partner.example'),
        listRead([row('g@partner.example', 'Member')], { complete: false }),
      ],
      [['shadow', 'g@partner.example']],
    ],
  ])('names %s', (_case, drafts, expected) => {
    expect(told([...begin, ...drafts])).toEqual(expected);
  });

  it('counts members against the plan, and names what a role gives beyond the purpose', () => {
    const drafts = [...begin, ...known, listRead([row('grace@partner.example', 'Member')])];
    const listRules = () => ({ lists: 'everybody' as const, limit: 0, excessOf: () => ['billing', 'user management'] });

    const found = foundIn(drafts, { listRules });

    expect(found.map(({ kind, email, grant }) => [kind, email, grant])).toEqual([
      ['over-privileged', 'grace@partner.example', grace],
      ['over-limit', null, null],
    ]);
    expect(found[0]?.text).toContain('which also gives billing and user management: more than the purpose takes.');
    expect(found[1]?.text).toContain('shows 1 member, all there are; the plan allows 0.');
  });

  it('says nothing of a list that is not the organization’s, or whose rows were forgotten', () => {
    const entries = chainOf(reviewedStory);
    const forgotten = listFindings(sourceOf(entries));
    for (const entry of entries) forgotten.addEntry({ ...entry, personal: {} });
    for (const grant of grantsOf(entries)) forgotten.addGrant(grant);

    expect(forgotten.findings()).toEqual([]);
    expect(told(reviewedStory, { listRules: () => null })).toEqual([]);
  });
});

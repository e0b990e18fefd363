import { expect, test } from 'vitest';
import type { Trouble } from '@/lib/domain/grant/checklist';
import { refusalsIn } from '@/lib/domain/grant/refusals';
import { generationFor } from '@/lib/vendors/registry';

const source = { ref: 'the procedure', checkedOn: '2026-11-21', kind: 'how-to' } as const;
const trouble = (id: string, advice: string): Trouble => ({ id, title: id, advice, source });
const troubles = [
  trouble('sso', 'Assign them in the identity provider.'),
  trouble('full', 'The plan has a limit of members.'),
];
const words = ['already', 'limit', 'sso', 'single sign-on'];

test.each([
  ['a success', ['Invitation sent'], []],
  ['a refusal that no trouble speaks of', ['This person is already a member.'], [[]]],
  ['a refusal by the plan', ['You have reached your member limit.'], [['full']]],
  ['a refusal because of SSO', ['SSO is enforced for this organization.'], [['sso']]],
  ['two refusals', ['Already a member', 'Member limit reached'], [[], ['full']]],
  ['a word inside another', ['Unlimited members'], []],
])('%s', (_what, notices, expected) => {
  expect(refusalsIn(notices, words, troubles).map((one) => one.troubles.map(({ id }) => id))).toEqual(expected);
});

test('the packs’ own troubles answer the refusal by a full plan', () => {
  const members = generationFor('rudderstack', 'members');

  const [refusal] = refusalsIn(
    ['You have reached the member limit of your plan.'],
    members?.pages.refusals ?? [],
    members?.grant.troubles ?? [],
  );

  expect(refusal?.troubles.map(({ id }) => id)).toEqual(['member-limit']);
});

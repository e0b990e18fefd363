import { describe, expect, test } from 'vitest';
import { healthOf, pageHealth } from '@/lib/vendors/health';
import { registeredPages } from '@/lib/vendors/registry';
import type { Landmark } from '@/lib/vendors/vendor';
import { aRow, facts } from '../messaging/samples';

const landmarks: Record<string, Landmark> = {
  'invite-button': { find: 'control', role: 'button', words: ['Invite'] },
  'next-button': { find: 'control', role: 'button', words: ['Next'], shows: 'sometimes' },
  'save-app': { find: 'control', role: 'button', words: ['Save'], shows: 'opened' },
  'email-field': { find: 'form', part: 'email' },
  'member-list': { find: 'roster' },
  'member-row': { find: 'row' },
};
const form = { emails: [], roles: [] };
const all = Object.fromEntries(Object.keys(landmarks).map((id) => [id, true]));

describe('healthOf', () => {
  test.each([
    ['all that a quiet page shows', { rows: [] }, { 'invite-button': true, 'member-list': true }, 2, []],
    ['a lost button', { rows: [] }, { 'member-list': true }, 2, ['invite-button']],
    [
      'a lost field of an open form',
      { rows: [], form },
      { 'invite-button': true, 'member-list': true },
      3,
      ['email-field'],
    ],
    [
      'no field of a later step',
      { rows: [], form },
      { 'invite-button': true, 'member-list': true, 'email-field': false },
      2,
      [],
    ],
    ['a lost row of somebody who is listed', {}, { 'invite-button': true, 'member-list': true }, 3, ['member-row']],
    ['nothing at all', { rows: [] }, {}, 2, ['invite-button', 'member-list']],
    ['everything', { form }, all, 4, []],
  ])('%s', (_what, seen, shown, expected, lost) => {
    const health = healthOf({ landmarks }, { ...facts(), rows: [aRow()], ...seen, landmarks: shown });

    expect(health).toEqual({ found: expected - lost.length, expected, lost });
  });

  test.each(
    registeredPages.flatMap((pack) => pack.pages.map((page) => [`${pack.generation}/${page.id}`, page] as const)),
  )('expects something of %s, and nothing that it does not declare', (_name, page) => {
    const { expected, lost } = healthOf(page, { form, rows: [], landmarks: {} });

    expect(expected).toBeGreaterThan(0);
    expect(lost.filter((id) => !(id in page.landmarks))).toEqual([]);
  });
});

describe('pageHealth', () => {
  const known = facts({ landmarks: { 'invite-button': true }, rows: [] });

  test('is that of the page which was recognised', () => {
    expect(pageHealth(known)).toEqual({ found: 1, expected: 2, lost: ['member-list'] });
  });

  test.each([
    ['vendor', { vendor: 'hotjar' }],
    ['generation', { generation: 'from-a-newer-version' }],
    ['page', { page: 'constructor' }],
  ])('is not known of an unknown %s', (_what, change) => {
    expect(pageHealth({ ...known, recognition: { ...known.recognition, ...change } })).toBeNull();
  });
});

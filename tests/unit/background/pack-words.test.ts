import { describe, expect, it } from 'vitest';
import { inPackWords } from '@/lib/background/pack-words';
import type { MemberStatus, RosterRow } from '@/lib/domain/grant/page-facts';
import { generationFor } from '@/lib/vendors/registry';

const row = (change: Partial<RosterRow>): RosterRow => ({
  email: 'kim@partner.example',
  name: 'Kim Sato',
  roles: [],
  status: 'unknown',
  words: '',
  access: null,
  ...change,
});

const cases: [string, string, string, string, Partial<RosterRow>, string[], MemberStatus][] = [
  [
    'a list of invitations says pending by being one',
    'rudderstack',
    'access-management',
    'invitations',
    { roles: ['Member'] },
    ['Member'],
    'pending',
  ],
  [
    'a list of users says active by being one',
    'rudderstack',
    'access-management',
    'users',
    { roles: ['Member'] },
    ['Member'],
    'active',
  ],
  [
    'what the row says counts more',
    'rudderstack',
    'access-management',
    'invitations',
    { status: 'expired', words: 'Expired' },
    [],
    'expired',
  ],
  [
    'other words are no list',
    'rudderstack',
    'access-management',
    'invitations',
    { words: 'Deactivated' },
    [],
    'unknown',
  ],
  [
    'a date of invitation is pending',
    'rudderstack',
    'teammates',
    'teammates',
    { words: 'Nov 20, 2026', roles: ['read-only'] },
    ['Read-Only'],
    'pending',
  ],
  ['no date of invitation is accepted', 'rudderstack', 'teammates', 'teammates', { words: '-' }, [], 'active'],
  ['a date elsewhere says nothing', 'rudderstack', 'members', 'members', { words: 'Nov 20, 2026' }, [], 'unknown'],
  [
    'a role by another name',
    'rudderstack',
    'organization',
    'members',
    { roles: ['Org Member'] },
    ['Member'],
    'unknown',
  ],
  [
    'a role that nobody knows',
    'logrocket',
    'organization-team',
    'team',
    { roles: ['Chief of Logs'] },
    ['Chief of Logs'],
    'unknown',
  ],
];

describe('inPackWords', () => {
  it.each(cases)('%s', (_, vendor, id, page, change, roles, status) => {
    const generation = generationFor(vendor, id);
    if (!generation) throw new Error(`${vendor} ${id} is not registered`);

    const [read] = inPackWords([row(change)], generation, page);

    expect(generation.id).toBe(id);
    expect(read).toMatchObject({ roles, status });
  });
});

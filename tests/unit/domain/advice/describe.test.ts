import { describe, expect, it } from 'vitest';
import {
  type Described,
  describedCircumstances,
  describedFor,
  type RoleModel,
  readToggles,
  sameDescribed,
  withDescribed,
} from '@/lib/domain/advice';
import { role, small, toggle } from './sample-model';

const one = (change: Partial<Described> = {}): Described => ({
  vendor: 'logrocket',
  organization: 'acme',
  generation: 'team-members',
  kind: 'role',
  name: 'Analyst',
  gives: ['read'],
  on: '2026-11-21',
  ...change,
});

describe('sameDescribed', () => {
  it.each([
    [{}, true],
    [{ gives: [], on: '2026-12-01' }, true],
    [{ name: ' ANALYST' }, true],
    [{ name: 'Analysts' }, false],
    [{ vendor: 'rudderstack' }, false],
    [{ organization: 'other' }, false],
    [{ generation: 'organization-team' }, false],
    [{ kind: 'group' as const }, false],
  ])('%j', (change, same) => {
    expect(sameDescribed(one(), one(change))).toBe(same);
  });
});

describe('describedFor', () => {
  it('takes only what was described for this organization and generation', () => {
    const all = [one(), one({ organization: '' }), one({ generation: 'x' }), one({ vendor: 'x' }), one({ name: 'B' })];

    expect(describedFor(all, one()).map(({ name }) => name)).toEqual(['Analyst', 'B']);
  });
});

describe('withDescribed', () => {
  it('knows the role, with what it gives of what there is to give', () => {
    const { roles } = withDescribed(small, [one({ gives: ['read', 'gone'] })]);

    expect(roles.at(-1)).toMatchObject({
      label: 'Analyst',
      gives: ['read'],
      source: { checkedOn: '2026-11-21', kind: 'derived' },
    });
    expect(roles).toHaveLength(small.roles.length + 1);
  });

  it.each([
    ['a role of the pack', [one({ name: 'editor' })]],
    ['a group', [one({ kind: 'group' })]],
    ['nothing', []],
  ])('changes nothing for %s', (_what, described) => {
    expect(withDescribed(small, described)).toBe(small);
  });
});

describe('describedCircumstances', () => {
  it('takes groups and the baseline', () => {
    const all = [
      one(),
      one({ kind: 'group', name: 'Editors', gives: ['write'] }),
      one({ kind: 'baseline', name: 'Baseline' }),
    ];

    expect(describedCircumstances(all)).toEqual({
      groups: [{ name: 'Editors', gives: ['write'] }],
      baseline: ['read'],
    });
    expect(describedCircumstances([])).toEqual({ groups: [], baseline: null });
  });
});

describe('readToggles', () => {
  const model: RoleModel = {
    ...small,
    roles: [role('Custom', [], { composes: true })],
    toggles: [
      toggle('read', ['read'], { label: 'Session Playback' }),
      toggle('write', ['write'], { label: 'Developer Pane', implies: ['read'] }),
    ],
    scopeToggles: [toggle('export', ['export'], { label: 'Edit', group: 'Sources' })],
  };

  it.each([
    ['nothing', '', [], []],
    ['one name', 'Session Playback', ['read'], []],
    ['one that ticks another', 'developer pane', ['read', 'write'], []],
    ['several lines', 'Session Playback\nSources Edit', ['read', 'export'], []],
    ['one of a group by its own name', 'Edit', ['export'], []],
    ['on and off', 'Session Playback: on\nDeveloper Pane: off', ['read'], []],
    ['yes and no in brackets', 'Session Playback (yes)\r\nDeveloper Pane (no)', ['read'], []],
    ['boxes', '[x] Session Playback\n[ ] Developer Pane', ['read'], []],
    ['marks', '✓ Session Playback; ✗ Developer Pane', ['read'], []],
    ['enabled and disabled', 'Session Playback - enabled\nDeveloper Pane - disabled', ['read'], []],
    ['what no box is called', 'Fly\nSession Playback', ['read'], ['Fly']],
    ['only hostile text', '<b>x</b>\u202e', [], ['<b>x</b>']],
  ])('%s', (_what, text, gives, unknown) => {
    const read = readToggles(model, text);

    expect([...read.gives].sort()).toEqual([...gives].sort());
    expect(read.unknown).toEqual(unknown);
  });

  it('names the boxes that it found', () => {
    expect(readToggles(model, 'Developer Pane').ticked.map(({ label }) => label)).toEqual([
      'Session Playback',
      'Developer Pane',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  checkDescription,
  type Described,
  type Description,
  describable,
  describablePermissions,
  describedConditions,
  describedFor,
  type RoleModel,
  readToggles,
  sameDescribed,
  withDescribed,
} from '@/lib/domain/advice';
import { role, small, source, toggle } from './sample-model';

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
      because: 'Gives what your organization described.',
      source: { ref: 'Described by your organization', checkedOn: '2026-11-21', kind: 'derived' },
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

describe('describedConditions', () => {
  it('takes groups and the baseline', () => {
    const all = [
      one(),
      one({ kind: 'group', name: 'Editors', gives: ['write'] }),
      one({ kind: 'baseline', name: 'Baseline', gives: ['invite'] }),
    ];

    expect(describedConditions(all)).toEqual({
      groups: [{ name: 'Editors', gives: ['write'] }],
      baseline: ['invite'],
    });
    expect(describedConditions([])).toEqual({ groups: [], baseline: [] });
  });
});

const own: RoleModel = {
  ...small,
  permissions: [...small.permissions, { id: 'tune', label: 'tuning', risk: 3, inScope: true }],
  own: {
    group: { label: 'Group', hint: 'Tick it.', notPlans: ['free'], source },
    baseline: { label: 'Baseline Policy', hint: 'Tick it all.', plans: ['enterprise'], source },
  },
};

describe('describable', () => {
  const role = { kind: 'role', label: 'Role', hint: 'Write it as the vendor shows it.', source: null };
  const group = { kind: 'group', label: 'Group', hint: 'Tick it.', source };
  const baseline = { kind: 'baseline', label: 'Baseline Policy', hint: 'Tick it all.', source };

  it.each([
    ['enterprise', own, [role, group, baseline]],
    ['growth', own, [role, group]],
    ['free', own, [role]],
    ['enterprise', small, [role]],
  ])('on plan “%s”', (plan, model, expected) => {
    expect(describable(model, plan)).toEqual(expected);
  });

  it.each([
    ['role', ['read', 'write', 'invite', 'export', 'tune']],
    ['group', ['tune']],
    ['baseline', ['tune']],
  ] as const)('a %s may give %j', (kind, expected) => {
    expect(describablePermissions(own, kind).map(({ id }) => id)).toEqual(expected);
  });
});

describe('checkDescription', () => {
  const said = (change: Partial<Description> = {}): Description => ({
    kind: 'role',
    name: 'Analyst',
    gives: ['tune', 'read', 'gone'],
    ...change,
  });

  it.each([
    ['what the model knows, in its order', {}, { kind: 'role', name: 'Analyst', gives: ['read', 'tune'] }],
    ['plain names', { name: '  Ana\u202elyst ' }, { kind: 'role', name: 'Analyst', gives: ['read', 'tune'] }],
    ['what a group gives in the scope', { kind: 'group' }, { kind: 'group', name: 'Analyst', gives: ['tune'] }],
    [
      'the baseline by its own name',
      { kind: 'baseline', name: '' },
      { kind: 'baseline', name: 'Baseline Policy', gives: ['tune'] },
    ],
    [
      'long names in part',
      { name: 'n'.repeat(101) },
      { kind: 'role', name: `${'n'.repeat(99)}…`, gives: ['read', 'tune'] },
    ],
  ] as const)('takes %s', (_what, change, value) => {
    expect(checkDescription(own, said(change as Partial<Description>))).toEqual({ ok: true, value });
  });

  it.each<[string, RoleModel, Partial<Description>, string]>([
    ['a group where there are none', small, { kind: 'group' }, 'This vendor’s page has no group to describe.'],
    ['a baseline where there is none', small, { kind: 'baseline' }, 'This vendor’s page has no baseline to describe.'],
    ['no name', own, { name: ' \u200b' }, 'The role has no name.'],
    ['a group without a name', own, { kind: 'group', name: '' }, 'The group has no name.'],
    ['a role that is known', own, { name: 'editor' }, 'Grantbook knows what editor gives.'],
    ['nothing that the model knows', own, { gives: ['gone'] }, 'Tick at least one thing that the role gives.'],
    ['nothing in the scope', own, { kind: 'group', gives: ['read'] }, 'Tick at least one thing that the group gives.'],
  ])('refuses %s', (_what, model, change, message) => {
    expect(checkDescription(model, said(change))).toEqual({ ok: false, message });
  });

  it('refuses a secret, and does not repeat it', () => {
    const secret = `ghp_${'a1B2c3D4e5'.repeat(4)}`;
    const checked = checkDescription(own, said({ name: secret }));

    expect(checked).toMatchObject({ ok: false, message: expect.stringMatching(/looks like an API key/) });
    expect(JSON.stringify(checked)).not.toContain(secret);
  });

  it('takes a group that is called like a role', () => {
    expect(checkDescription(own, said({ kind: 'group', name: 'Editor' }))).toMatchObject({ ok: true });
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

  it('reads boxes under the lines that name their resources', () => {
    const grouped: RoleModel = {
      ...model,
      scopeToggles: [
        toggle('source-edit', ['read'], { label: 'Edit', group: 'Sources' }),
        toggle('source-connect', ['write'], { label: 'Connect', group: 'Sources' }),
        toggle('plan-edit', ['invite'], { label: 'Edit', group: 'Tracking Plans' }),
        toggle('bots', ['export'], { label: 'Bots' }),
      ],
    };
    const on = (text: string) => readToggles(grouped, text).ticked.map(({ id }) => id);

    expect(on('Sources\nEdit: off\nConnect: on\nTracking Plans:\nEdit\nBots')).toEqual([
      'source-connect',
      'plan-edit',
      'bots',
    ]);
    expect(on('Tracking Plans Edit\nSources Connect')).toEqual(['source-connect', 'plan-edit']);
    expect(readToggles(grouped, 'Sources\nEdit').unknown).toEqual([]);
    // Which of the two is meant cannot be known.
    expect(readToggles(grouped, 'Edit')).toEqual({ gives: [], ticked: [], unknown: ['Edit'] });
    expect(readToggles(grouped, 'Connect').gives).toEqual(['write']);
    expect(readToggles(grouped, 'Data\nEdit').unknown).toEqual(['Data', 'Edit']);
  });

  it('reads no more than 200 lines', () => {
    const text = [...Array.from({ length: 200 }, () => 'Fly'), 'Session Playback'].join('\n');

    expect(readToggles(model, text).gives).toEqual([]);
    expect(readToggles(model, text).unknown).toHaveLength(200);
  });

  it('names the boxes that it found', () => {
    expect(readToggles(model, 'Developer Pane').ticked.map(({ label }) => label)).toEqual([
      'Session Playback',
      'Developer Pane',
    ]);
  });
});

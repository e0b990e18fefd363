import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advise,
  beyondNeed,
  type PlaceAdvice,
  type RoleModel,
  roleNamed,
  rolesIn,
  warnOfRoles,
} from '@/lib/domain/advice';
import { anyModel, anyNeed, role, small, toggle } from './sample-model';

const placeFor = (need: readonly string[], model: RoleModel): PlaceAdvice => {
  const place = advise(need, model)?.organization;
  if (!place) throw new Error('no advice');
  return place;
};

describe('roleNamed', () => {
  it.each([
    ['Editor', 'Editor'],
    ['  editor ', 'Editor'],
    ['READ/WRITE', 'Editor'],
    ['Owner:', 'Owner'],
    ['Editors', undefined],
    ['Owner 2', undefined],
    ['Owner (2)', undefined],
    ['', undefined],
  ])('%j names %s', (text, label) => {
    expect(roleNamed(small.roles, text)?.label).toBe(label);
  });

  it('takes no menu entry for a role that is composed', () => {
    expect(roleNamed([role('Custom role', [], { composes: true })], 'Custom role')).toBeNull();
  });
});

describe('rolesIn', () => {
  const roles = [...small.roles, role('Sales, Europe', ['read'])];

  it.each([
    ['', []],
    ['  ', []],
    ['Editor', ['Editor']],
    ['Editor, Chief', ['Editor', 'Chief']],
    ['Sales, Europe', ['Sales, Europe']],
  ])('%j is %j', (text, expected) => {
    expect(rolesIn(roles, text)).toEqual(expected);
  });
});

describe('warnOfRoles', () => {
  const place = placeFor(['read', 'write'], small);
  const warn = (...chosen: string[]) => warnOfRoles(small, place, small.roles, chosen);

  it.each([
    [['Chief'], 'Chief also gives inviting. Recommended: Editor.', ['invite'], [], []],
    [
      ['Owner'],
      'Owner also gives inviting. It is reserved for the people who pay. Recommended: Editor.',
      ['invite'],
      [],
      [],
    ],
    [['Reader'], 'Reader does not give writing, which this grant needs. Recommended: Editor.', [], ['write'], []],
    [['Wizard'], 'Grantbook does not know the role “Wizard”. Recommended: Editor.', [], [], ['Wizard']],
    [['Editor', 'Chief'], 'Chief also gives inviting. Recommended: Editor.', ['invite'], [], []],
    [
      ['Chief', 'Wizard'],
      'Grantbook does not know the role “Wizard”. Chief, Wizard also gives inviting. Recommended: Editor.',
      ['invite'],
      [],
      ['Wizard'],
    ],
    [['Reader', 'Editor'], 'Reader is not the recommended role. Recommended: Editor.', [], [], []],
  ])('says of %j what it does differently', (chosen, message, excess, lacking, unknown) => {
    const warning = warn(...chosen);

    expect(warning?.message).toBe(message);
    expect(warning?.recommended).toBe('Editor');
    expect(warning?.excess.map(({ id }) => id)).toEqual(excess);
    expect(warning?.lacking.map(({ id }) => id)).toEqual(lacking);
    expect(warning?.unknown).toEqual(unknown);
  });

  it('says both what a role gives too much and what it lacks', () => {
    const roles = [role('Inviter', ['read', 'invite']), ...small.roles];

    expect(warnOfRoles(small, place, roles, ['Inviter'])?.message).toBe(
      'Inviter also gives inviting, and does not give writing, which this grant needs. Recommended: Editor.',
    );
  });

  it.each([[['Editor']], [['editor']], [['Read/Write']], [['Editor', 'Read/Write']], [[]]])(
    'is silent about %j',
    (chosen) => {
      expect(warn(...chosen)).toBeNull();
    },
  );

  it('takes a role that gives just what was to be ticked for what was advised', () => {
    const model: RoleModel = {
      ...small,
      roles: [role('Chief', ['read', 'write', 'invite']), role('Custom', [], { composes: true })],
      toggles: [toggle('read', ['read']), toggle('write', ['write'])],
    };
    const composed = placeFor(['read', 'write'], model);
    const named = (gives: string[]) => [...model.roles, role('Ours', gives)];

    expect(composed.label).toBe('Custom with READ and WRITE');
    expect(warnOfRoles(model, composed, named(['read', 'write']), ['Ours'])).toBeNull();
    expect(warnOfRoles(model, composed, named(['read']), ['Ours'])?.lacking.map(({ id }) => id)).toEqual(['write']);
    expect(warnOfRoles(model, composed, model.roles, ['Theirs'])?.unknown).toEqual(['Theirs']);
    expect(warnOfRoles(model, composed, model.roles, ['Chief'])?.excess.map(({ id }) => id)).toEqual(['invite']);
  });

  it('names what everything includes in one word', () => {
    const model: RoleModel = {
      ...small,
      permissions: [...small.permissions, { id: 'all', label: 'everything', risk: 5, includes: ['write', 'invite'] }],
      roles: [role('Reader', ['read']), role('Root', ['read', 'all'])],
    };

    expect(warnOfRoles(model, placeFor(['read'], model), model.roles, ['Root'])?.message).toBe(
      'Root also gives everything. Recommended: Reader.',
    );
  });

  it('is null exactly for the advised role, for any model', () => {
    fc.assert(
      fc.property(anyModel, anyNeed, fc.nat(3), (model, need, at) => {
        const advised = placeFor(need, model);
        const chosen = model.roles[at];
        if (!chosen || chosen.composes) return;

        const warning = warnOfRoles(model, advised, model.roles, [chosen.label]);

        const gives = new Set(chosen.gives);
        const same =
          advised.toggles.length > 0 &&
          [...gives].every((id) => advised.gives.includes(id)) &&
          advised.needed.every(({ id }) => gives.has(id) || !advised.gives.includes(id));
        if (warning === null) expect(chosen.label === advised.role?.label || same).toBe(true);
        else expect(chosen.label).not.toBe(advised.label);
      }),
    );
  });
});

describe('several roles, boxes and places', () => {
  const custom: RoleModel = {
    ...small,
    roles: [
      role('Custom', [], { composes: true }),
      role('Writer', ['write', 'invite']),
      role('Same', ['read', 'export']),
    ],
    toggles: [toggle('read', ['read']), toggle('export', ['export'])],
  };
  const place = placeFor(['read', 'export'], custom);

  it('warns of a role that gives as many things too many as too few', () => {
    const { excess, lacking } = warnOfRoles(custom, place, custom.roles, ['Writer']) ?? {};

    expect(excess?.map(({ id }) => id)).toEqual(['write', 'invite']);
    expect(lacking?.map(({ id }) => id)).toEqual(['read', 'export']);
  });

  it('does not warn of a role that gives just what would be ticked', () => {
    expect(place.role?.label).toBe('Same');
    const boxes = { ...place, role: custom.roles[0] ?? null, toggles: custom.toggles ?? [] };
    expect(warnOfRoles(custom, boxes, custom.roles, ['Same'])).toBeNull();
    expect(warnOfRoles(custom, boxes, custom.roles, ['Same', 'Writer'])).not.toBeNull();
  });

  it('names each role that nobody knows, and does not take one for a choice without a role', () => {
    const noRole: PlaceAdvice = { ...place, role: null };

    expect(warnOfRoles(custom, noRole, custom.roles, ['Wizard', 'Witch'])).toMatchObject({
      chosen: 'Wizard, Witch',
      unknown: ['Wizard', 'Witch'],
      message: expect.stringContaining('does not know the role “Wizard”, “Witch”.'),
    });
  });
});

describe('beyondNeed', () => {
  const advice = advise(['read', 'write'], small);
  if (!advice) throw new Error('no advice');

  const inApps: RoleModel = {
    ...small,
    permissions: [...small.permissions, { id: 'tune', label: 'tuning', risk: 3, inScope: true }],
    scopeRoles: [role('Tuner', ['tune'])],
  };

  it.each([
    [['Chief'], [], ['invite'], [], []],
    [['Reader', 'Chief'], [], ['invite'], [], []],
    [['Editor'], [], [], [], []],
    [['Editor'], ['Tuner'], ['tune'], [], []],
    [['Editor'], ['Editor'], [], [], ['Editor']],
    [['Wizard'], [], [], ['Wizard'], []],
    [['Chief', 'Wizard'], ['Tuner', 'Witch'], ['invite', 'tune'], ['Wizard'], ['Witch']],
    [[], [], [], [], []],
  ])('of %j, and %j in apps, these are beyond the need: %j', (organization, scope, excess, unknown, unknownInScope) => {
    const found = beyondNeed(inApps, advice, { organization, scope });

    expect(found.excess.map(({ id }) => id)).toEqual(excess);
    expect(found.unknown).toEqual({ organization: unknown, scope: unknownInScope });
  });

  it('knows no role in apps where the vendor has none', () => {
    const { excess, unknown } = beyondNeed(small, advice, { organization: [], scope: ['Editor'] });

    expect([excess, unknown.scope]).toEqual([[], ['Editor']]);
  });

  it('leaves out what everybody has anyway', () => {
    const model: RoleModel = {
      ...small,
      baseline: [
        { gives: ['invite'], because: 'Everybody.', source: { ref: 'x', checkedOn: '2026-11-21', kind: 'vendor' } },
      ],
    };
    const own = advise(['read'], model);

    expect(own && beyondNeed(model, own, { organization: ['Chief'], scope: [] }).excess.map(({ id }) => id)).toEqual([
      'write',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { advise, type RoleModel } from '@/lib/domain/advice';
import { generationFor, vendors } from '@/lib/vendors/registry';
import { advised, idsOf, role, small, source, toggle } from './sample-model';

describe('one menu', () => {
  it.each([
    [['read'], 'Reader', [], []],
    [['read', 'write'], 'Editor', [], []],
    [['write'], 'Editor', ['read'], []],
    [['invite'], 'Chief', ['read', 'write'], []],
    [[], 'Reader', ['read'], []],
    [['read', 'export'], 'Reader', [], ['export']],
    [['read', 'unheard of'], 'Reader', [], []],
  ])('for %j chooses %s', (need, label, excess, lacking) => {
    const { organization, scope } = advised(need, small);

    expect(organization.label).toBe(label);
    expect(organization.role?.label).toBe(label);
    expect(idsOf(organization.excess)).toEqual(excess);
    expect(idsOf(organization.lacking)).toEqual(lacking);
    expect(scope).toBeNull();
  });

  it('says what to choose and why', () => {
    expect(advised(['read'], small).sentence).toBe('Reader: Reader does it.');
  });

  it('says what nothing gives', () => {
    expect(advised(['read', 'export'], small).sentence).toBe('Reader: Reader does it. No role here gives exporting.');
  });

  it('never advises a reserved role, and says for whom it is', () => {
    const model = { ...small, roles: small.roles.filter(({ label }) => label !== 'Chief') };

    const { sentence, organization } = advised(['write', 'invite'], model);

    expect(organization.label).toBe('Editor');
    expect(sentence).toBe(
      'Editor: Editor does it. Only Owner gives inviting, and it is reserved for the people who pay.',
    );
  });

  it('has no advice where there is no role to give', () => {
    expect(advise(['read'], { ...small, roles: [] })).toBeNull();
    expect(advise(['read'], { ...small, roles: small.roles.slice(0, 1) })).toBeNull();
  });

  it('names the other roles that would do, the cheapest first, and what they cost', () => {
    const { alternatives } = advised(['read'], small);

    expect(alternatives.map(({ label, costs, takesPlan }) => [label, costs, takesPlan])).toEqual([
      ['Editor', 9, null],
      ['Chief', 25, null],
    ]);
    expect(idsOf(alternatives[1]?.excess ?? [])).toEqual(['write', 'invite']);
  });

  it('leaves out others that do not do', () => {
    expect(advised(['invite'], small).alternatives).toEqual([]);
  });

  it('says what forced a role', () => {
    expect(advised(['read', 'write'], small).organization.parts).toEqual([
      { kind: 'role', label: 'Editor', forcedBy: small.permissions.slice(0, 2) },
    ]);
  });
});

describe('boxes to tick', () => {
  const model: RoleModel = {
    permissions: [
      { id: 'play', label: 'playing', risk: 1 },
      { id: 'pane', label: 'seeing the pane', risk: 2 },
      { id: 'bodies', label: 'reading bodies', risk: 4 },
      { id: 'search', label: 'searching', risk: 2 },
      { id: 'reach', label: 'reaching everything', risk: 4 },
    ],
    roles: [
      role('Guest', ['play']),
      role('Developer', ['play', 'pane', 'bodies', 'search', 'reach'], { caution: 'It is much.' }),
      role('Custom role', [], { composes: true, plans: ['pro'] }),
    ],
    toggles: [
      toggle('play', ['play'], { label: 'Playback' }),
      toggle('pane', ['pane'], { label: 'Pane', implies: ['play'] }),
      toggle('bodies', ['bodies'], { label: 'Bodies', implies: ['pane'] }),
      toggle('search', ['search'], { label: 'Search' }),
    ],
    reach: 'reach',
    scopeWord: 'project',
    cautions: [{ id: 'limit', text: 'Limit it.', when: { chosen: ['play'] }, source }],
    needs: {},
  };

  it('composes the role where the plan has it', () => {
    const { organization, sentence, warnings } = advised(['pane', 'search'], model, { plan: 'pro' });

    expect(organization.label).toBe('Custom role with Playback, Pane and Search');
    expect(organization.toggles.map(({ id }) => id)).toEqual(['play', 'pane', 'search']);
    expect(idsOf(organization.excess)).toEqual(['play']);
    expect(organization.parts.map(({ kind, label, forcedBy }) => [kind, label, idsOf(forcedBy)])).toEqual([
      ['role', 'Custom role', []],
      ['toggle', 'Pane', ['pane']],
      ['toggle', 'Search', ['search']],
    ]);
    expect(sentence).toBe(
      'Custom role with Playback, Pane and Search: The least that allows seeing the pane and searching.',
    );
    expect(warnings.map(({ id }) => id)).toEqual(['limit']);
    expect(organization.sources).toEqual([source]);
    expect(organization.caution).toBeNull();
  });

  it('names it as what would be less where the plan does not have it', () => {
    const { organization, alternatives } = advised(['pane', 'search'], model);

    expect(organization.label).toBe('Developer');
    expect(organization.caution).toBe('It is much.');
    expect(alternatives).toEqual([
      {
        label: 'Custom role with Playback, Pane and Search',
        excess: [model.permissions[0]],
        costs: 1 - (1 + 16 + 16),
        takesPlan: ['pro'],
      },
    ]);
  });

  it('prefers one role to ticked boxes that give the same', () => {
    expect(advised(['play'], model, { plan: 'pro' }).organization.label).toBe('Guest');
  });

  it('does not count reach beyond the scope where no scope is named', () => {
    const limited = advised(['play', 'pane', 'bodies', 'search'], model, { plan: 'pro' });
    const all = advised(['play', 'pane', 'bodies', 'search'], model, { plan: 'pro', limited: false });

    expect(limited.organization.label).toContain('Custom role');
    expect(all.organization.label).toBe('Developer');
    expect(all.organization.excess).toEqual([]);
  });
});

describe('the scope', () => {
  const model: RoleModel = {
    permissions: [
      { id: 'member', label: 'belonging', risk: 1 },
      { id: 'all', label: 'everything', risk: 5, includes: ['view', 'edit', 'connect', 'personal'] },
      { id: 'view', label: 'viewing', risk: 1, inScope: true },
      { id: 'edit', label: 'editing', risk: 3, inScope: true },
      { id: 'connect', label: 'connecting', risk: 3, inScope: true },
      { id: 'personal', label: 'seeing people', risk: 3, inScope: true, personalData: true },
    ],
    roles: [
      role('Member', ['member'], { becomes: { role: 'Member', toggles: [], words: 'Member, view-only', source } }),
      role('Admin', ['member', 'all']),
    ],
    scopeToggles: [
      toggle('edit', ['edit'], { label: 'Edit', group: 'Sources' }),
      toggle('connect', ['connect'], { label: 'Connect', group: 'Sources' }),
      toggle('personal', ['personal'], { label: 'Live Events', notPlans: ['free'] }),
    ],
    scopeWith: 'a policy with',
    scopeNothing: { label: 'the baseline', because: 'Everybody has it.', source },
    scopeWord: 'workspace',
    baseline: [
      { gives: ['view'], because: 'The floor.', source },
      { gives: ['personal'], plans: ['free'], because: 'On free.', source },
    ],
    needs: {},
  };

  it('says that nothing has to be set where the baseline gives it', () => {
    const { scope, sentence } = advised(['member', 'view'], model);

    expect(scope?.label).toBe('the baseline');
    expect(scope?.parts).toEqual([]);
    expect(sentence).toBe('Member: Member does it. In each workspace, the baseline: Everybody has it.');
  });

  it('sets what the baseline does not give', () => {
    const { organization, scope, baseline, sentence } = advised(['member', 'view', 'edit', 'connect'], model, {
      plan: 'free',
    });

    expect(organization.label).toBe('Member');
    expect(scope?.label).toBe('a policy with Edit, Connect on Sources');
    expect(scope?.role).toBeNull();
    expect(idsOf(scope?.needed ?? [])).toEqual(['view', 'edit', 'connect']);
    expect(scope?.parts.map(({ label, forcedBy }) => [label, idsOf(forcedBy)])).toEqual([
      ['Edit on Sources', ['edit']],
      ['Connect on Sources', ['connect']],
    ]);
    expect(idsOf(baseline)).toEqual(['personal']);
    expect(sentence).toBe(
      'Member: Member does it. In each workspace, a policy with Edit, Connect on Sources: The least that allows editing and connecting.',
    );
  });

  it.each([
    ['', 'a policy with Live Events'],
    ['enterprise', 'a policy with Live Events'],
    ['free', 'the baseline'],
  ])('on plan “%s” gives personal data by %s', (plan, label) => {
    expect(advised(['member', 'personal'], model, { plan }).scope?.label).toBe(label);
  });

  it('counts the organization’s own baseline on top of the documented one', () => {
    const { scope, baseline } = advised(['member', 'view', 'edit'], model, {
      plan: 'free',
      baseline: ['edit', 'connect'],
    });

    expect(idsOf(baseline)).toEqual(['connect', 'personal']);
    expect(scope?.label).toBe('the baseline');
    expect(scope?.lacking).toEqual([]);
  });

  it('has nothing to set where the organization’s role gives everything', () => {
    const { organization, scope } = advised(['all'], model);

    expect(organization.label).toBe('Admin');
    expect(scope).toBeNull();
    expect(organization.excess).toEqual([model.permissions[0]]);
    expect(idsOf(organization.needed)).toEqual(['all', 'view', 'edit', 'connect', 'personal']);
  });

  it('joins a group that exists rather than ticking the same boxes', () => {
    const groups = [
      { name: 'Everything', gives: ['edit', 'connect', 'personal'] },
      { name: 'Source editors', gives: ['edit', 'connect'] },
    ];

    const { scope } = advised(['member', 'view', 'edit', 'connect'], model, { groups });

    expect(scope?.label).toBe('the group “Source editors”');
    expect(scope?.groups).toEqual([groups[1]]);
    expect(scope?.parts).toEqual([
      { kind: 'group', label: 'Source editors', forcedBy: [model.permissions[3], model.permissions[4]] },
    ]);
  });

  it('joins no group that gives more than ticking', () => {
    const groups = [{ name: 'Everything', gives: ['edit', 'connect', 'personal'] }];

    expect(advised(['member', 'edit'], model, { groups }).scope?.label).toBe('a policy with Edit on Sources');
  });

  it('says what becomes of the role in the newest generation', () => {
    expect(advised(['member', 'view'], model).warnings).toEqual([
      { id: 'becomes', text: 'In Access Management, Member becomes Member, view-only.', source },
    ]);
  });

  it('adds boxes to a role in the scope', () => {
    const withRoles: RoleModel = {
      ...model,
      baseline: [],
      scopeRoles: [role('Viewer', ['view']), role('Editor', ['view', 'edit', 'personal'])],
    };

    const { scope, alternatives } = advised(['member', 'view', 'connect'], withRoles);

    expect(scope?.label).toBe('Viewer with Connect on Sources');
    expect(scope?.role?.label).toBe('Viewer');
    expect(alternatives[0]?.label).toBe('Member, Editor with Connect on Sources');
  });
});

describe('the real models', () => {
  const cases = vendors.flatMap((vendor) =>
    vendor.generations.map((generation) => [vendor.id, generation.id, generation.model] as const),
  );

  it.each(cases)(
    '%s %s: every permission can be needed, and is covered or said to be reserved',
    (_vendor, _id, model) => {
      for (const { id } of model.permissions) {
        const { organization, scope } = advised([id], model);
        const lacking = [...organization.lacking, ...(scope?.lacking ?? [])];
        if (lacking.length > 0) expect(`${organization.because} ${scope?.because}`).toMatch(/reserved for/);
      }
    },
  );

  it('advises within a millisecond for the largest', () => {
    const model = generationFor('rudderstack', 'access-management')?.model;
    if (!model) throw new Error('RudderStack is not registered');
    const need = [
      'policies',
      'view',
      ...(model.scopeToggles ?? []).filter((_, at) => at % 2 === 0).flatMap(({ gives }) => gives),
    ];
    const took = Array.from({ length: 100 }, () => {
      const start = performance.now();
      advised(need, model, { plan: 'enterprise' });
      return performance.now() - start;
    }).sort((a, b) => a - b);

    // The quickest of many: what is measured is the work, not who else was busy.
    expect(took[0]).toBeLessThan(1);
  });
});

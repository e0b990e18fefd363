import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise, list, type Permission, type Role, type RoleModel, roleNamed, warnOfRole } from '@/lib/domain/advice';
import { generationFor, vendors } from '@/lib/vendors/registry';

const source = { ref: 'a document', checkedOn: '2026-11-21', kind: 'vendor' } as const;
const role = (label: string, gives: readonly string[], more: Partial<Role> = {}): Role => ({
  label,
  gives,
  because: `${label} does it.`,
  source,
  ...more,
});

const model: RoleModel = {
  permissions: [
    { id: 'read', label: 'reading', risk: 1 },
    { id: 'write', label: 'writing', risk: 3 },
    { id: 'invite', label: 'inviting', risk: 4 },
    { id: 'export', label: 'exporting', risk: 2 },
  ],
  roles: [
    role('Owner', ['read', 'write', 'invite']),
    role('Editor', ['read', 'write'], { alike: ['Read/Write'] }),
    role('Reader', ['read']),
  ],
  scopeWord: 'workspace',
  needs: {
    reading: { organization: ['read'] },
    writing: { organization: ['read', 'write'] },
    exporting: { organization: ['read', 'export'] },
    nothing: { organization: [] },
  },
};

const advised = (of: RoleModel, purpose: string) => {
  const advice = advise(of, purpose);
  if (!advice) throw new Error(`no advice for ${purpose}`);
  return advice;
};

describe('advise', () => {
  it.each([
    ['reading', 'Reader', [], []],
    ['writing', 'Editor', [], []],
    ['nothing', 'Reader', ['read'], []],
    ['exporting', 'Reader', [], ['export']],
  ])('for %s chooses %s', (purpose, label, excess, lacking) => {
    const { organization } = advised(model, purpose);

    expect(organization.role.label).toBe(label);
    expect(organization.excess.map(({ id }) => id)).toEqual(excess);
    expect(organization.lacking.map(({ id }) => id)).toEqual(lacking);
  });

  it('says what no role gives', () => {
    const { sentence } = advised(model, 'exporting');

    expect(sentence).toBe('Reader: Reader does it. No role here gives exporting.');
  });

  it('knows no advice for a purpose that the model does not have', () => {
    expect(advise(model, 'dancing')).toBeNull();
  });

  it('knows no advice where there are no roles', () => {
    expect(advise({ ...model, roles: [] }, 'reading')).toBeNull();
  });

  it('advises a role in each app only where the purpose needs something there', () => {
    const scoped = {
      ...model,
      scopeRoles: [role('Looker', ['read'])],
      needs: {
        inside: { organization: ['read'], scope: ['read'] },
        outside: { organization: ['read'] },
      },
    } satisfies RoleModel;

    expect(advised(scoped, 'inside').scope?.role.label).toBe('Looker');
    expect(advised(scoped, 'inside').sentence).toBe(
      'Reader: Reader does it. In each workspace, Looker: Looker does it.',
    );
    expect(advised(scoped, 'outside').scope).toBeNull();
  });
});

describe('the advice for each purpose', () => {
  type Case = readonly [purpose: string, organization: string, scope: string | null];
  type Words = Readonly<Record<string, string>>;

  /** Per generation: who gets what for which purpose, and what the sentence says of each role. */
  const table: readonly [
    vendor: string,
    generation: string,
    cases: readonly Case[],
    organization: Words,
    scope: Words,
  ][] = [
    [
      'logrocket',
      'organization-team',
      [
        ['implementation', 'Member', 'Admin'],
        ['support', 'Member', 'Member'],
        ['visibility', 'Member', 'Viewer'],
        ['environment', 'Admin', 'Admin'],
      ],
      {
        Member: 'Reaches only the apps they are invited to and cannot manage organization settings.',
        Admin: 'Can invite users, create apps and manage integrations, which a Member cannot.',
      },
      {
        Viewer: 'Read-only access to sessions and dashboards.',
        Member: 'Views sessions, creates filters and shares sessions; cannot change app settings.',
        Admin:
          'Full control over app settings, privacy, source maps and integrations, which implementation work takes and a Member does not have.',
      },
    ],
    [
      'logrocket',
      'team-members',
      [
        ['implementation', 'Developer', null],
        ['support', 'Developer', null],
        ['visibility', 'Guest', null],
        ['environment', 'Admin', null],
      ],
      {
        Guest: 'Views a session only when given its direct link; no dashboard, no search, no invitations.',
        Developer:
          'Uses playback and dashboards and changes most settings, which a Guest cannot; does not invite people, delete apps or see billing.',
        Admin: 'The only built-in role that invites and removes users and assigns roles.',
      },
      {},
    ],
    [
      'rudderstack',
      'teammates',
      [
        ['look', 'Read-Only', null],
        ['connections', 'Read-Write', null],
        ['transformations', 'Read-Write', null],
        ['tracking-plans', 'Read-Write', null],
        ['live-events', 'Read-Only', null],
        ['audit-logs', 'Read-Write', null],
        ['administration', 'Admin', null],
      ],
      {
        'Read-Only': 'Views everything that is set up and changes nothing.',
        'Read-Write':
          'Adds, changes and deletes sources, destinations and transformations, and reads audit logs; Read-Only can do none of that.',
        Admin: 'The only role that invites and removes people and changes what they may do.',
      },
      {},
    ],
    [
      'rudderstack',
      'members',
      [
        ['look', 'Read-Only', null],
        ['connections', 'Read-Write', null],
        ['transformations', 'Read-Write', null],
        ['tracking-plans', 'Read-Write', null],
        ['live-events', 'Read-Only', null],
        ['audit-logs', 'Read-Write', null],
        ['administration', 'Admin', null],
      ],
      {
        'Read-Only': 'Views everything that is set up and changes nothing.',
        'Read-Write':
          'Adds, changes and deletes sources, destinations, transformations and tracking plans, and reads audit logs; Read-Only can do none of that.',
        Admin: 'The only role that manages members, permissions, MFA and the workspace settings.',
      },
      {},
    ],
    [
      'rudderstack',
      'organization',
      [
        ['look', 'Member', 'Connections Viewer'],
        ['connections', 'Member', 'Connections Admin'],
        ['transformations', 'Member', 'Connections Viewer with edit access to transformations'],
        ['tracking-plans', 'Member', 'Connections Admin'],
        ['live-events', 'Member', 'Connections Viewer'],
        ['audit-logs', 'Admin', null],
        ['administration', 'Admin', null],
      ],
      {
        Member: 'Reaches only the workspaces and resources that the resource roles open.',
        Admin: 'The only role that invites and removes people and reads audit logs; it reaches all workspaces.',
      },
      {
        'Connections Viewer': 'Reads, and can create, change and delete nothing.',
        'Connections Admin':
          'Creates, changes, connects and deletes sources and destinations, and manages all that has no role of its own, tracking plans included; an Editor cannot create or delete.',
        'Connections Viewer with edit access to transformations':
          'Creates, changes and deletes transformations and libraries (“Grant edit access”); cannot connect them.',
      },
    ],
    [
      'rudderstack',
      'access-management',
      [
        ['look', 'Member', 'no more than the baseline policy'],
        ['connections', 'Member', 'a member policy for sources and destinations'],
        ['transformations', 'Member', 'a member policy for transformations'],
        ['tracking-plans', 'Member', 'a member policy for tracking plans'],
        ['live-events', 'Member', 'a member policy for live events'],
        ['audit-logs', 'Admin', null],
        ['administration', 'Admin', null],
      ],
      {
        Member: 'Gets in each workspace what its policies give: baseline, groups and their own.',
        Admin: 'The only role that manages members, policies and tokens and reads audit logs; no policy can give that.',
      },
      {
        'no more than the baseline policy':
          'Viewing is the floor for every member of a workspace; nothing has to be set.',
        'a member policy for sources and destinations':
          'Edit, Connect, Create & Delete on Event Stream Sources and Destinations: connecting takes Edit and Connect on both ends.',
        'a member policy for transformations': 'Edit, Connect, Create & Delete on Transformations.',
        'a member policy for tracking plans':
          'Create & Delete, Edit and Connect on Tracking Plans, and Edit on Data Catalog.',
        'a member policy for live events':
          'The live events permissions of the section “PII”, for the sources and destinations in question.',
      },
    ],
  ];
  const rows = table.flatMap(([vendor, generation, cases, organization, scope]) =>
    cases.map(
      ([purpose, role, scopeRole]) =>
        [vendor, generation, purpose, role, scopeRole, organization[role], scopeRole && scope[scopeRole]] as const,
    ),
  );

  it('is checked for every generation and purpose that there is', () => {
    const known = vendors.flatMap(({ id, generations, purposes }) =>
      generations.flatMap((generation) => purposes.map((purpose) => [id, generation.id, purpose.id].join(' '))),
    );

    expect(rows.map(([vendor, generation, purpose]) => [vendor, generation, purpose].join(' ')).sort()).toEqual(
      known.sort(),
    );
  });

  it.each(rows)('%s %s, %s: %s and %s', (vendor, generation, purpose, role, scopeRole, because, scopeBecause) => {
    const pack = generationFor(vendor, generation);
    if (!pack) throw new Error(`${vendor} is not registered`);

    const advice = advised(pack.model, purpose);

    expect(pack.id).toBe(generation);
    expect(advice.organization.role.label).toBe(role);
    expect(advice.scope?.role.label ?? null).toBe(scopeRole);
    expect([...advice.organization.lacking, ...(advice.scope?.lacking ?? [])]).toEqual([]);
    const inEach = scopeRole ? ` In each ${pack.model.scopeWord}, ${scopeRole}: ${scopeBecause}` : '';
    expect(advice.sentence).toBe(`${role}: ${because}${inEach}`);
  });
});

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
    expect(roleNamed(model.roles, text)?.label).toBe(label);
  });
});

describe('warnOfRole', () => {
  const { organization } = advised(model, 'writing');
  const warn = (chosen: string) => warnOfRole(model, organization, model.roles, chosen);

  it.each([
    ['Owner', 'Owner also gives inviting. Recommended: Editor.', ['invite'], []],
    ['Reader', 'Reader does not give writing, which this grant needs. Recommended: Editor.', [], ['write']],
    ['Wizard', 'Grantbook does not know the role “Wizard”. The recommended one is Editor.', [], []],
  ])('says of %s what it does differently', (chosen, message, excess, lacking) => {
    const warning = warn(chosen);

    expect(warning?.message).toBe(message);
    expect(warning?.recommended).toBe('Editor');
    expect(warning?.excess.map(({ id }) => id)).toEqual(excess);
    expect(warning?.lacking.map(({ id }) => id)).toEqual(lacking);
  });

  it('says both what a role gives too much and what it lacks', () => {
    const roles = [role('Inviter', ['read', 'invite']), ...model.roles];

    expect(warnOfRole(model, organization, roles, 'Inviter')?.message).toBe(
      'Inviter also gives inviting, and does not give writing, which this grant needs. Recommended: Editor.',
    );
  });

  it('warns of a role that gives the same, because the recommended one was approved', () => {
    const roles = [...model.roles, role('Author', ['read', 'write'])];

    expect(warnOfRole(model, organization, roles, 'Author')?.message).toBe(
      'Author is not the recommended role. Recommended: Editor.',
    );
  });

  it.each(['Editor', 'editor', 'Read/Write'])('is silent about %s', (chosen) => {
    expect(warn(chosen)).toBeNull();
  });
});

describe('list', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j', (items, text) => {
    expect(list(items)).toBe(text);
  });
});

describe('for any model', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const permissions = fc
    .tuple(...ids.map(() => fc.constantFrom<Permission['risk'][]>(1, 2, 3, 4, 5)))
    .map((risks) => ids.map((id, at): Permission => ({ id, label: `doing ${id}`, risk: risks[at] ?? 1 })));
  const models = fc
    .record({
      permissions,
      given: fc.array(fc.subarray(ids), { minLength: 1, maxLength: 6 }),
      need: fc.subarray(ids),
    })
    .map(({ permissions: known, given, need }): RoleModel & { need: string[] } => ({
      permissions: known,
      roles: given.map((gives, at) => role(`Role ${at}`, gives)),
      scopeWord: 'app',
      needs: { job: { organization: need } },
      need,
    }));

  const weight = (of: RoleModel, gives: readonly string[]) =>
    of.permissions.filter(({ id }) => gives.includes(id)).reduce((sum, { risk }) => sum + risk * risk, 0);
  const without = (gives: readonly string[], others: readonly string[]) => gives.filter((id) => !others.includes(id));

  it('the advised role covers the need, or the advice lists what it lacks', () => {
    fc.assert(
      fc.property(models, (of) => {
        const { organization, sentence } = advised(of, 'job');

        const lacking = without(of.need, organization.role.gives);
        expect(organization.lacking.map(({ id }) => id)).toEqual(lacking);
        expect(organization.needed.map(({ id }) => id)).toEqual(of.need);
        expect(organization.excess.map(({ id }) => id)).toEqual(without(organization.role.gives, of.need));
        for (const id of lacking) expect(sentence).toContain(`doing ${id}`);
      }),
    );
  });

  it('no role lacks less, and of those that lack as little none gives less beyond the need', () => {
    fc.assert(
      fc.property(models, (of) => {
        const { organization } = advised(of, 'job');

        const lacks = (one: Role) => without(of.need, one.gives).length;
        const excess = (one: Role) => weight(of, without(one.gives, of.need));
        for (const other of of.roles) {
          expect(lacks(other)).toBeGreaterThanOrEqual(lacks(organization.role));
          if (lacks(other) === lacks(organization.role))
            expect(excess(other)).toBeGreaterThanOrEqual(excess(organization.role));
        }
      }),
    );
  });

  it('a chosen role is warned of exactly when it is not the advised one', () => {
    fc.assert(
      fc.property(models, fc.nat(7), (of, at) => {
        const { organization } = advised(of, 'job');
        const chosen = `Role ${at}`;

        const warning = warnOfRole(of, organization, of.roles, chosen);

        expect(warning === null).toBe(chosen === organization.role.label);
        const held = of.roles.find(({ label }) => label === chosen)?.gives ?? [];
        if (warning) {
          expect(warning.message).toContain(organization.role.label);
          expect(warning.excess.map(({ id }) => id)).toEqual(without(held, organization.role.gives));
          expect(warning.lacking.map(({ id }) => id)).toEqual(
            of.roles[at] ? without(of.need, held).filter((id) => of.need.includes(id)) : [],
          );
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { type Advice, advise, noConditions, purposeNeed } from '@/lib/domain/advice';
import { generationFor, vendors } from '@/lib/vendors/registry';

/** What comes out for a purpose: the organization's role, and what to set in each entry of the scope. */
type Choice = readonly [organization: string, scope: string | null];
/** Per purpose the choice on every plan, or per plan: `else` for those that are not named. */
type Cases = Readonly<Record<string, Choice | Readonly<Record<string, Choice>>>>;

/** Plan ids; the empty one is a plan that nobody told. */
const plans: Readonly<Record<string, readonly string[]>> = {
  logrocket: ['', 'professional', 'other'],
  rudderstack: ['', 'free', 'starter', 'growth', 'enterprise'],
};

const custom = {
  implementation: 'Custom role with Session Playback, Dashboard Features and General Settings',
  support: 'Custom role with Session Playback, Developer Pane and Dashboard Features',
};
const policy = {
  connections: 'a member policy with Edit, Connect, Create & Delete on Event Stream Sources and Destinations',
  transformations: 'a member policy with Edit, Create & Delete on Transformations',
  plans: 'a member policy with Edit, Connect, Create & Delete on Tracking Plans; Edit on Data Catalog',
  events: 'a member policy with Event Stream Source Live Events and Destination Live Events',
  none: 'no more than the baseline policy',
};
const editAccess = 'Connections Viewer with Grant edit access';
const readWrite: Cases = {
  look: ['Read-Only', null],
  connections: ['Read-Write', null],
  transformations: ['Read-Write', null],
  'tracking-plans': ['Read-Write', null],
  'live-events': ['Read-Only', null],
  'audit-logs': ['Read-Write', null],
  administration: ['Admin', null],
};

const table: Readonly<Record<string, Cases>> = {
  'logrocket organization-team': {
    implementation: ['Member', 'Admin'],
    support: ['Member', 'Member'],
    visibility: ['Member', 'Viewer'],
    environment: ['Admin', 'Admin'],
  },
  'logrocket team-members': {
    implementation: { professional: [custom.implementation, null], else: ['Developer', null] },
    support: { professional: [custom.support, null], else: ['Developer', null] },
    visibility: ['Guest', null],
    environment: ['Admin', null],
  },
  'rudderstack teammates': readWrite,
  'rudderstack members': readWrite,
  'rudderstack organization': {
    look: ['Member', 'Connections Viewer'],
    // On Free a member can only view.
    connections: { free: ['Admin', null], else: ['Member', 'Connections Admin'] },
    transformations: { free: ['Admin', null], else: ['Member', editAccess] },
    'tracking-plans': { free: ['Admin', null], else: ['Member', 'Connections Admin'] },
    'live-events': ['Member', 'Connections Viewer'],
    'audit-logs': ['Admin', null],
    administration: ['Admin', null],
  },
  'rudderstack access-management': {
    look: ['Member', policy.none],
    connections: ['Member', policy.connections],
    transformations: ['Member', policy.transformations],
    'tracking-plans': ['Member', policy.plans],
    // Below Enterprise everybody sees all personal data: nothing has to be set, and nothing can be.
    'live-events': {
      free: ['Member', policy.none],
      starter: ['Member', policy.none],
      growth: ['Member', policy.none],
      else: ['Member', policy.events],
    },
    'audit-logs': ['Admin', null],
    administration: ['Admin', null],
  },
};

/** What the sentence says of each role or policy, after its name. */
const because: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'logrocket organization-team': {
    Member: 'Reaches only the apps they are invited to and cannot manage organization settings.',
    Admin: 'Can invite users, create apps and manage integrations, which a Member cannot.',
    'app Viewer': 'Read-only access to sessions and dashboards.',
    'app Member': 'Views sessions, creates filters and shares sessions; cannot change app settings.',
    'app Admin':
      'Full control over app settings, privacy, source maps and integrations, which implementation work takes and a Member does not have.',
  },
  'logrocket team-members': {
    Guest: 'Views a session only when given its direct link; no dashboard, no search, no invitations.',
    Developer:
      'Uses playback and dashboards and changes most settings, which a Guest cannot; does not invite people, delete apps or see billing.',
    Admin: 'The only built-in role that invites and removes users and assigns roles.',
    [custom.implementation]:
      'The least that allows viewing sessions by direct link, searching or filtering sessions and changing settings that are not for Admins alone.',
    [custom.support]:
      'The least that allows viewing sessions by direct link, reading performance data or logs in a replay and searching or filtering sessions.',
  },
  'rudderstack teammates': {
    'Read-Only': 'Views everything that is set up and changes nothing.',
    'Read-Write':
      'Adds, changes and deletes sources, destinations and transformations, and reads audit logs; Read-Only can do none of that.',
    Admin: 'The only role that invites and removes people and changes what they may do.',
  },
  'rudderstack members': {
    'Read-Only': 'Views everything that is set up and changes nothing.',
    'Read-Write':
      'Adds, changes and deletes sources, destinations, transformations and tracking plans, and reads audit logs; Read-Only can do none of that.',
    Admin: 'The only role that manages members, permissions, MFA and the workspace settings.',
  },
  'rudderstack organization': {
    Member: 'Reaches only the workspaces and resources that the resource roles open.',
    Admin: 'The only role that invites and removes people and reads audit logs; it reaches all workspaces.',
    'workspace Connections Viewer': 'Reads, and can create, change and delete nothing.',
    'workspace Connections Admin':
      'Creates, changes, connects and deletes sources and destinations, and manages all that has no role of its own, tracking plans included; an Editor cannot create or delete.',
    [`workspace ${editAccess}`]: 'The least that allows viewing resources and changing transformations or libraries.',
  },
  'rudderstack access-management': {
    Member: 'Gets in each workspace what its policies give: baseline, groups and their own.',
    Admin: 'The only role that manages members, policies and tokens and reads audit logs; no policy can give that.',
    [`workspace ${policy.none}`]: 'The baseline gives it to every member of a workspace; nothing has to be set.',
    [`workspace ${policy.connections}`]:
      'The least that allows changing event stream sources, connecting event stream sources, creating or deleting event stream sources, changing destinations, connecting destinations and creating or deleting destinations.',
    [`workspace ${policy.transformations}`]:
      'The least that allows changing transformations and creating or deleting transformations.',
    [`workspace ${policy.plans}`]:
      'The least that allows changing tracking plans, connecting tracking plans, creating or deleting tracking plans and changing the data catalog.',
    [`workspace ${policy.events}`]:
      'The least that allows viewing live events of sources and viewing live events of destinations.',
  },
};

const isChoice = (one: Cases[string]): one is Choice => Array.isArray(one);
const rows = Object.entries(table).flatMap(([name, cases]) =>
  Object.entries(cases).flatMap(([purpose, found]) =>
    (plans[name.split(' ')[0] ?? ''] ?? []).map((plan) => {
      const choice = isChoice(found) ? found : (found[plan] ?? found.else);
      return [name, purpose, plan, choice?.[0] ?? '', choice?.[1] ?? null] as const;
    }),
  ),
);

function adviceFor(name: string, purpose: string, conditions: Partial<typeof noConditions> = {}): Advice {
  const [vendor = '', id = ''] = name.split(' ');
  const generation = generationFor(vendor, id);
  const need = generation?.id === id ? purposeNeed(generation.model, purpose) : null;
  const advice = generation && need && advise(need, generation.model, { ...noConditions, ...conditions });
  if (!advice) throw new Error(`no advice for ${name}, ${purpose}`);
  return advice;
}

describe('every purpose, generation and plan', () => {
  it('is in the table', () => {
    const known = vendors.flatMap(({ id, generations, purposes }) =>
      generations.flatMap((generation) => purposes.map((purpose) => `${id} ${generation.id} ${purpose.id}`)),
    );

    expect([...new Set(rows.map(([name, purpose]) => `${name} ${purpose}`))].sort()).toEqual(known.sort());
  });

  it.each(rows)('%s, %s, on plan “%s”: %s and %s', (name, purpose, plan, role, scopeRole) => {
    const advice = adviceFor(name, purpose, { plan });

    expect(advice.organization.label).toBe(role);
    expect(advice.scope?.label ?? null).toBe(scopeRole);
    expect([...advice.organization.lacking, ...(advice.scope?.lacking ?? [])]).toEqual([]);
    const word = name.startsWith('logrocket') ? 'app' : 'workspace';
    const said = because[name] ?? {};
    const inEach = scopeRole ? ` In each ${word}, ${scopeRole}: ${said[`${word} ${scopeRole}`]}` : '';
    expect(advice.sentence).toBe(`${role}: ${said[role]}${inEach}`);
  });
});

describe('what an IAM admin must know', () => {
  const warned = (name: string, purpose: string, conditions: Partial<typeof noConditions> = {}) =>
    adviceFor(name, purpose, conditions).warnings.map(({ id }) => id);

  it.each([
    ['built-in roles reach all projects', 'logrocket team-members', 'support', {}, 'custom-role-is-less'],
    [
      'a custom role is to be limited',
      'logrocket team-members',
      'support',
      { plan: 'professional' },
      'custom-role-limits',
    ],
    ['leaving out Request Bodies', 'logrocket team-members', 'support', { plan: 'professional' }, 'leave-out-bodies'],
    ['Request Bodies come with Developer', 'logrocket team-members', 'support', {}, 'bodies-given'],
    ['Guest uses no seat', 'logrocket team-members', 'visibility', {}, 'guest-has-no-seat'],
    ['policies only add', 'rudderstack access-management', 'look', {}, 'policies-add'],
    [
      'personal data below Enterprise',
      'rudderstack access-management',
      'look',
      { plan: 'growth' },
      'personal-data-for-all',
    ],
    ['personal data, plan not told', 'rudderstack access-management', 'live-events', {}, 'personal-data-plan'],
    ['both ends of a connection', 'rudderstack access-management', 'tracking-plans', {}, 'both-ends-tracking-plans'],
    ['a transformation not connected', 'rudderstack access-management', 'transformations', {}, 'connect-not-given'],
    ['audit logs need Admin', 'rudderstack access-management', 'audit-logs', {}, 'audit-extract'],
    ['audit logs need Enterprise', 'rudderstack access-management', 'audit-logs', { plan: 'free' }, 'audit-plan'],
    ['view only on Free', 'rudderstack organization', 'look', { plan: 'free' }, 'view-only-on-free'],
    ['Admin on Free', 'rudderstack organization', 'connections', { plan: 'free' }, 'admin-on-free'],
    ['edit access does not connect', 'rudderstack organization', 'transformations', {}, 'connect-transformations'],
    ['secrets in code', 'rudderstack members', 'connections', {}, 'secrets-in-code'],
    ['what becomes of the role', 'rudderstack members', 'look', {}, 'becomes'],
    [
      'ten members',
      'rudderstack members',
      'look',
      { plan: 'free', members: { active: 9, pending: 1 } },
      'member-limit',
    ],
    ['SSO', 'rudderstack members', 'look', { sso: true }, 'sso-first'],
    ['a domain outside SSO', 'logrocket organization-team', 'support', { sso: true, outside: true }, 'outside-domain'],
    ['temporary access', 'logrocket organization-team', 'support', { temporary: true }, 'temporary'],
    [
      'an external collaborator',
      'rudderstack access-management',
      'look',
      { external: true, plan: 'enterprise' },
      'external',
    ],
  ])('%s', (_what, name, purpose, conditions, id) => {
    expect(warned(name, purpose, conditions)).toContain(id);
    const { source } = adviceFor(name, purpose, conditions).warnings.find((one) => one.id === id) ?? {};
    expect(source?.ref).toMatch(/^https:/);
  });

  it.each([
    ['connected on both ends', 'rudderstack access-management', 'connections', {}, 'both-ends-sources'],
    [
      'Enterprise limits personal data',
      'rudderstack access-management',
      'look',
      { plan: 'enterprise' },
      'personal-data-for-all',
    ],
    ['no Request Bodies for a Guest', 'logrocket team-members', 'visibility', {}, 'bodies-given'],
    ['room for more members', 'rudderstack members', 'look', { members: { active: 3, pending: 0 } }, 'member-limit'],
  ])('is silent: %s', (_what, name, purpose, conditions, id) => {
    expect(warned(name, purpose, conditions)).not.toContain(id);
  });

  it('Read-Only can read secrets in transformation code', () => {
    expect(adviceFor('rudderstack members', 'look').organization.caution).toMatch(
      /secrets written in transformation code/,
    );
  });

  it.each([
    ['logrocket organization-team', 'own-organization'],
    ['rudderstack organization', 'own-organization'],
  ])('%s: Owner is never advised, and said to be reserved', (name, need) => {
    const [vendor = '', id = ''] = name.split(' ');
    const advice = advise(
      [need],
      generationFor(vendor, id)?.model ?? { permissions: [], roles: [], needs: {}, scopeWord: '' },
    );

    expect(advice?.organization.label).not.toBe('Owner');
    expect(advice?.sentence).toMatch(/Only Owner gives .*, and it is reserved for owners/);
  });

  it('tells what would be less on another plan', () => {
    const [first] = adviceFor('logrocket team-members', 'support').alternatives;

    expect(first).toMatchObject({ label: custom.support, takesPlan: ['professional'], excess: [] });
    expect(first?.costs).toBeLessThan(0);
  });
});

describe('old roles in the newest generation', () => {
  const roleOf = (id: string, label: string) => {
    const { model } = generationFor('rudderstack', id) ?? {};
    return [...(model?.roles ?? []), ...(model?.scopeRoles ?? [])].find((one) => one.label === label)?.becomes;
  };
  const verbs = (toggles: readonly string[] = []) => [...new Set(toggles.map((id) => id.split('-')[0]))].sort();

  it.each([
    ['teammates', 'Read-Only', 'Member', []],
    ['teammates', 'Read-Write', 'Member', ['connect', 'create', 'edit']],
    ['teammates', 'Admin', 'Admin', []],
    ['members', 'Read-Only', 'Member', []],
    ['members', 'Read-Write', 'Member', ['connect', 'create', 'edit']],
    ['members', 'Admin', 'Admin', []],
    ['organization', 'Admin', 'Admin', []],
    ['organization', 'Connections Viewer', 'Member', []],
    ['organization', 'Connections Editor', 'Member', ['connect', 'edit']],
    ['organization', 'Connections Admin', 'Member', ['connect', 'create', 'edit']],
  ])('%s %s becomes %s with %j', (id, label, role, expected) => {
    const becomes = roleOf(id, label);

    expect(becomes?.role).toBe(role);
    expect(verbs(becomes?.toggles)).toEqual(expected);
  });
});

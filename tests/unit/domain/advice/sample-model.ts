import fc from 'fast-check';
import {
  type Advice,
  type AdviceConditions,
  advise,
  noConditions,
  type Permission,
  type Role,
  type RoleModel,
  type Toggle,
  ticked,
  withIncluded,
} from '@/lib/domain/advice';

export const source = { ref: 'a document', checkedOn: '2026-11-21', kind: 'vendor' } as const;

export const role = (label: string, gives: readonly string[], more: Partial<Role> = {}): Role => ({
  label,
  gives,
  because: `${label} does it.`,
  source,
  ...more,
});

export const toggle = (id: string, gives: readonly string[], more: Partial<Toggle> = {}): Toggle => ({
  id,
  label: id.toUpperCase(),
  gives,
  source,
  ...more,
});

/** A small model of one menu. */
export const small: RoleModel = {
  permissions: [
    { id: 'read', label: 'reading', risk: 1 },
    { id: 'write', label: 'writing', risk: 3 },
    { id: 'invite', label: 'inviting', risk: 4 },
    { id: 'export', label: 'exporting', risk: 2 },
  ],
  roles: [
    role('Owner', ['read', 'write', 'invite'], { reservedFor: 'the people who pay' }),
    role('Chief', ['read', 'write', 'invite']),
    role('Editor', ['read', 'write'], { alike: ['Read/Write'] }),
    role('Reader', ['read']),
  ],
  scopeWord: 'workspace',
  needs: {
    reading: { organization: ['read'] },
    writing: { organization: ['read', 'write'] },
  },
};

export const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const inScope = ['d', 'e', 'f', 'g'];

const subset = (of: readonly string[], minLength = 0) => fc.subarray([...of], { minLength });

/** Models with menus and boxes in the organization and in the scope, a baseline, and boxes that tick others along. */
export const anyModel: fc.Arbitrary<RoleModel> = fc
  .record({
    risks: fc.array(fc.constantFrom<Permission['risk']>(1, 2, 3, 4, 5), { minLength: 7, maxLength: 7 }),
    roles: fc.array(fc.record({ gives: subset(ids), composes: fc.boolean() }), { minLength: 1, maxLength: 3 }),
    toggles: fc.array(fc.record({ gives: subset(ids, 1), implies: fc.nat(3) }), { maxLength: 3 }),
    scopeRoles: fc.array(subset(inScope), { maxLength: 2 }),
    scopeToggles: fc.array(fc.record({ gives: subset(inScope, 1), implies: fc.nat(4) }), { maxLength: 4 }),
    baseline: subset(inScope),
    umbrella: fc.option(subset(inScope), { nil: undefined }),
  })
  .map(({ risks, roles, toggles, scopeRoles, scopeToggles, baseline, umbrella }): RoleModel => {
    const boxes = (prefix: string, from: readonly { gives: string[]; implies: number }[]) =>
      from.map(({ gives, implies }, at) =>
        toggle(`${prefix}${at}`, gives, implies < at ? { implies: [`${prefix}${implies}`] } : {}),
      );
    return {
      permissions: ids.map((id, at) => ({
        id,
        label: `doing ${id}`,
        risk: risks[at] ?? 1,
        ...(inScope.includes(id) ? { inScope: true as const } : {}),
        ...(id === 'a' && umbrella ? { includes: umbrella } : {}),
      })),
      roles: roles.map(({ gives, composes }, at) => role(`Role ${at}`, gives, composes ? { composes: true } : {})),
      toggles: boxes('o', toggles),
      scopeRoles: scopeRoles.map((gives, at) => role(`Scope ${at}`, gives)),
      scopeToggles: boxes('s', scopeToggles),
      scopeWith: 'a policy with',
      scopeNothing: { label: 'nothing', because: 'It is there.', source },
      scopeWord: 'app',
      baseline: [{ gives: baseline, because: 'Everybody has it.', source }],
      needs: {},
    };
  });

export const anyNeed = subset(ids);

export const riskOf = (model: RoleModel, held: Iterable<string>): number => {
  const all = new Set(held);
  return model.permissions.filter(({ id }) => all.has(id)).reduce((sum, { risk }) => sum + risk * risk, 0);
};

/** What an assignment gives by itself, baseline aside. */
export const givenBy = ({ organization, scope }: Advice): Set<string> =>
  new Set([...organization.gives, ...(scope?.gives ?? [])]);

export interface Choice {
  gives: Set<string>;
  parts: number;
}

/** Every assignment that a model allows, by brute force: a role, perhaps a role in the scope, any boxes. */
export function everyChoice(model: RoleModel): Choice[] {
  const subsets = (of: readonly Toggle[]): Toggle[][] =>
    Array.from({ length: 2 ** of.length }, (_, bits) => of.filter((_one, at) => (bits >> at) % 2 === 1));
  const scopes = [null, ...(model.scopeRoles ?? [])].flatMap((one) =>
    subsets(model.scopeToggles ?? []).map((boxes) => ({ one, boxes })),
  );
  return model.roles.flatMap((organization) =>
    subsets(organization.composes ? (model.toggles ?? []) : []).flatMap((own) =>
      scopes.map(({ one, boxes }) => {
        const gives = [
          organization,
          ...(one ? [one] : []),
          ...ticked(
            model.toggles ?? [],
            own.map(({ id }) => id),
          ),
          ...ticked(
            model.scopeToggles ?? [],
            boxes.map(({ id }) => id),
          ),
        ].flatMap((part) => part.gives);
        return { gives: withIncluded(model, gives), parts: own.length + boxes.length + (one ? 1 : 0) };
      }),
    ),
  );
}

/** The advice for a need, where there has to be one. */
export const advised = (
  need: readonly string[],
  model: RoleModel,
  conditions: Partial<AdviceConditions> = {},
): Advice => {
  const advice = advise(need, model, { ...noConditions, ...conditions });
  if (!advice) throw new Error('no advice');
  return advice;
};
export const idsOf = (permissions: readonly { id: string }[]) => permissions.map(({ id }) => id);

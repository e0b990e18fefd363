import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Advice, type RoleModel, withIncluded } from '@/lib/domain/advice';
import { advised, anyModel, anyNeed, everyChoice, givenBy, ids, idsOf, riskOf } from './sample-model';

describe('for any model', () => {
  // A mutation run makes do with fewer: it asks the same of hundreds of mutants.
  const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) };
  const beyond = (model: RoleModel, need: ReadonlySet<string>, base: ReadonlySet<string>, gives: Iterable<string>) =>
    riskOf(
      model,
      [...gives].filter((id) => !need.has(id) && !base.has(id)),
    );
  const baseOf = (model: RoleModel) => withIncluded(model, model.baseline?.flatMap(({ gives }) => gives) ?? []);

  it('covers the need, or says what it cannot', () => {
    fc.assert(
      fc.property(anyModel, anyNeed, (model, need) => {
        const advice = advised(need, model);
        const { organization, scope, sentence } = advice;
        const held = new Set([...givenBy(advice), ...baseOf(model)]);

        const lacking = [...withIncluded(model, need)].filter((id) => !held.has(id));
        expect(idsOf([...organization.lacking, ...(scope?.lacking ?? [])]).sort()).toEqual(lacking.sort());
        for (const id of lacking) expect(sentence).toContain(`doing ${id}`);
      }),
      runs,
    );
  });

  it('no cheaper assignment covers it', () => {
    fc.assert(
      fc.property(anyModel, anyNeed, (model, need) => {
        const wanted = withIncluded(model, need);
        const base = baseOf(model);
        const advice = advised(need, model);
        const lack = (gives: ReadonlySet<string>) =>
          riskOf(
            model,
            [...wanted].filter((id) => !gives.has(id) && !base.has(id)),
          );
        const cost = (gives: ReadonlySet<string>) => [lack(gives), beyond(model, wanted, base, gives)] as const;

        const [lacks, costs] = cost(givenBy(advice));
        const parts = [...advice.organization.parts.slice(1), ...(advice.scope?.parts ?? [])].length;
        for (const choice of everyChoice(model)) {
          const [otherLacks, otherCosts] = cost(choice.gives);
          expect(otherLacks).toBeGreaterThanOrEqual(lacks);
          if (otherLacks !== lacks) continue;
          expect(otherCosts).toBeGreaterThanOrEqual(costs);
          if (otherCosts === costs) expect(choice.parts).toBeGreaterThanOrEqual(parts);
        }
      }),
      runs,
    );
  });

  it('dropping any part leaves something needed without cover', () => {
    fc.assert(
      fc.property(anyModel, anyNeed, (model, need) => {
        const { organization, scope } = advised(need, model);

        // The organization's role stays: everybody has one.
        for (const part of [...organization.parts.slice(1), ...(scope?.parts ?? [])]) {
          expect(part.forcedBy.length, part.label).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  it('more need never yields less access', () => {
    fc.assert(
      fc.property(anyModel, anyNeed, fc.constantFrom(...ids), (model, need, more) => {
        const less = advised(need, model);
        const greater = advised([...need, more], model);

        const [before, after] = [givenBy(less), givenBy(greater)];
        const isSubset = [...after].every((id) => before.has(id));
        expect(isSubset && after.size < before.size).toBe(false);
        const lacks = [greater.organization, greater.scope].some((place) => place && place.lacking.length > 0);
        if (!lacks) {
          const held = (given: ReadonlySet<string>) => riskOf(model, [...given, ...baseOf(model)]);
          expect(held(after)).toBeGreaterThanOrEqual(held(before));
        }
      }),
      runs,
    );
  });

  it('a baseline never adds to what is assigned', () => {
    fc.assert(
      fc.property(anyModel, anyNeed, (model, need) => {
        const base = baseOf(model);
        const bare: RoleModel = { ...model, baseline: [] };
        const onTop = (advice: Advice) =>
          riskOf(
            model,
            [...givenBy(advice)].filter((id) => !base.has(id)),
          );

        const [without, with_] = [advised(need, bare), advised(need, model)];
        const covered = [without.organization, without.scope].every((place) => (place?.lacking.length ?? 0) === 0);
        if (covered) expect(onTop(with_)).toBeLessThanOrEqual(onTop(without));
      }),
      runs,
    );
  });
});

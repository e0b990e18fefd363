import { describe, expect, it } from 'vitest';
import { type AdviceConditions, type CautionWhen, noConditions, type RoleModel } from '@/lib/domain/advice';
import { warningsFor } from '@/lib/domain/advice/cautions';
import { small, source } from './sample-model';

const assigned = { need: new Set(['read']), held: new Set(['read', 'write']), chosen: new Set(['Editor', 'box']) };
const warn = (model: RoleModel, conditions: Partial<AdviceConditions> = {}) =>
  warningsFor(model, assigned, { ...noConditions, ...conditions });

describe('a caution', () => {
  it.each<[string, CautionWhen, Partial<AdviceConditions>, boolean]>([
    ['without conditions', {}, {}, true],
    ['of a role that is recommended', { chosen: ['Chief', 'Editor'] }, {}, true],
    ['of a box that is ticked', { chosen: ['box'] }, {}, true],
    ['of another role', { chosen: ['Chief'] }, {}, false],
    ['of something held', { gives: ['write'] }, {}, true],
    ['of something not held', { gives: ['invite'] }, {}, false],
    ['where something is not held', { without: ['invite'] }, {}, true],
    ['where something else would have to be absent', { without: ['invite', 'write'] }, {}, false],
    ['of a need', { needs: ['read'] }, {}, true],
    ['of something held but not needed', { needs: ['write'] }, {}, false],
    ['on a plan', { plans: ['free'] }, { plan: 'free' }, true],
    ['on another plan', { plans: ['free'] }, { plan: 'pro' }, false],
    ['on a plan that nobody told', { plans: ['free'] }, {}, false],
    ['not on a plan', { notPlans: ['pro'] }, { plan: 'pro' }, false],
    ['not on a plan, where nobody told', { notPlans: ['pro'] }, {}, true],
    ['with SSO', { sso: true }, { sso: true }, true],
    ['with SSO, where there is none', { sso: true }, {}, false],
    ['for outsiders', { external: true }, { external: true }, true],
    ['for outsiders, where nobody can tell', { external: true }, { external: null }, false],
    ['for colleagues, where nobody can tell', { external: false }, { external: null }, false],
    ['for addresses outside the domain', { outside: true }, {}, false],
    ['for temporary access', { temporary: true }, { temporary: true }, true],
    ['where no scope is named', { limited: false }, { limited: false }, true],
    ['where one condition of two fails', { sso: true, chosen: ['Editor'] }, {}, false],
  ])('%s', (_what, when, conditions, counts) => {
    const model = { ...small, cautions: [{ id: 'x', text: 'Mind it.', when, source }] };

    expect(warn(model, conditions)).toEqual(counts ? [{ id: 'x', text: 'Mind it.', source }] : []);
  });
});

describe('the member limit', () => {
  const model: RoleModel = {
    ...small,
    limit: { members: 10, plans: { free: 'Free', starter: 'Starter' }, source },
    cautions: [{ id: 'x', text: 'Mind it.', when: {}, source }],
  };
  const said = (plan: string, members: AdviceConditions['members']) =>
    warn(model, { plan, members }).find(({ id }) => id === 'member-limit')?.text ?? null;

  it.each([
    [
      'free',
      { active: 7, pending: 2 },
      'Free and Starter allow 10 members; the page shows 7 members and 2 open invitations: 1 place left.',
    ],
    [
      'starter',
      { active: 1, pending: 1 },
      'Free and Starter allow 10 members; the page shows 1 member and 1 open invitation: 8 places left.',
    ],
    [
      'free',
      { active: 9, pending: 1 },
      'Free and Starter allow 10 members; the page shows 9 members and 1 open invitation: no place left: this invitation may be refused.',
    ],
    [
      'free',
      { active: 12, pending: 0 },
      'Free and Starter allow 10 members; the page shows 12 members and 0 open invitations: no place left: this invitation may be refused.',
    ],
    [
      '',
      { active: 10, pending: 0 },
      'Free and Starter allow 10 members; the page shows 10 members and 0 open invitations: no place left: this invitation may be refused.',
    ],
    ['', { active: 9, pending: 0 }, null],
    ['growth', { active: 30, pending: 0 }, null],
    ['toString', { active: 30, pending: 0 }, null],
    ['free', null, null],
  ])('on plan “%s” with %j', (plan, members, expected) => {
    expect(said(plan, members)).toBe(expected);
  });

  it('comes first, with its source', () => {
    const [first, second] = warn(model, { plan: 'free', members: { active: 3, pending: 0 } });

    expect([first?.id, first?.source, second?.id]).toEqual(['member-limit', source, 'x']);
  });

  it('is nothing to a vendor that has none', () => {
    expect(warn(small, { plan: 'free', members: { active: 12, pending: 0 } })).toEqual([]);
  });
});

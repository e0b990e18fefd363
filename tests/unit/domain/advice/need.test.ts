import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needOf, purposeNeed, type RoleModel, refinementTo, toggleNeed } from '@/lib/domain/advice';
import { small } from './sample-model';

const model: RoleModel = {
  ...small,
  permissions: [
    { id: 'all', label: 'everything', risk: 5, includes: ['view', 'edit', 'connect'] },
    { id: 'view', label: 'viewing', risk: 1 },
    { id: 'edit', label: 'editing', risk: 3 },
    { id: 'connect', label: 'connecting', risk: 3, takes: ['edit'] },
    { id: 'audit', label: 'auditing', risk: 2 },
  ],
  needs: {
    look: { organization: ['view'] },
    connect: { organization: ['connect'], scope: ['view'] },
    manage: { organization: ['all'] },
  },
};
const every = model.permissions.map(({ id }) => id);

describe('purposeNeed', () => {
  it.each([
    ['look', ['view']],
    ['connect', ['view', 'edit', 'connect']],
    ['manage', ['all', 'view', 'edit', 'connect']],
    ['unheard of', null],
    ['constructor', null],
  ])('%s takes %j', (purpose, expected) => {
    expect(purposeNeed(model, purpose)).toEqual(expected);
  });
});

describe('needOf', () => {
  it.each([
    ['nothing refined', null, ['view'], []],
    ['one ticked', { add: ['audit'], drop: [] }, ['view', 'audit'], []],
    ['one that takes another', { add: ['connect'], drop: [] }, ['view', 'edit', 'connect'], []],
    ['one unticked', { add: [], drop: ['view'] }, [], []],
    ['both ticked and unticked', { add: ['view'], drop: ['view'] }, ['view'], []],
    ['one that another generation had', { add: ['audit', 'old'], drop: ['older'] }, ['view', 'audit'], ['old']],
  ])('%s', (_what, refinement, ids, unknown) => {
    expect(needOf(model, 'look', refinement)).toEqual({ ids, unknown });
  });

  it('knows no need for a purpose that the model does not have', () => {
    expect(needOf(model, 'unheard of', { add: ['view'], drop: [] })).toBeNull();
  });
});

describe('toggleNeed', () => {
  it.each([
    ['ticks one', ['view'], 'audit', true, ['view', 'audit']],
    ['ticks what it takes', [], 'connect', true, ['edit', 'connect']],
    ['ticks what it includes', [], 'all', true, ['all', 'view', 'edit', 'connect']],
    ['unticks one', ['view', 'audit'], 'view', false, ['audit']],
    ['unticks what takes it', ['view', 'edit', 'connect'], 'edit', false, ['view']],
    ['unticks what includes it', ['all', 'view', 'edit', 'connect'], 'view', false, ['edit', 'connect']],
  ])('%s', (_what, ids, id, on, expected) => {
    expect(toggleNeed(model, ids, id, on)).toEqual(expected);
  });
});

describe('refinementTo', () => {
  it.each([
    ['what the purpose takes is no refinement', ['view'], null],
    ['one more', ['view', 'audit'], { add: ['audit'], drop: [] }],
    ['one less', [], { add: [], drop: ['view'] }],
  ])('%s', (_what, ids, expected) => {
    expect(refinementTo(model, 'look', ids)).toEqual(expected);
  });

  it('leads back to what was ticked, whatever was ticked in whatever order', () => {
    const clicks = fc.array(fc.tuple(fc.constantFrom(...every), fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(clicks, fc.constantFrom('look', 'connect', 'manage'), (all, purpose) => {
        const ticked = all.reduce((ids, [id, on]) => toggleNeed(model, ids, id, on), purposeNeed(model, purpose) ?? []);

        expect(needOf(model, purpose, refinementTo(model, purpose, ticked))?.ids).toEqual(ticked);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { endsOn, reviewFrom } from '@/lib/domain/review/due-from';
import { aGrant, kept, mark } from '../../../support/grants';

const sent = '2026-11-18T12:00:00.000Z';
const invited = { invited: mark(3, sent) };
const active = { ...invited, active: mark(5, sent) };

describe('endsOn', () => {
  const accessEnds = '2026-12-01';
  test.each<[string, Partial<Grant>, string | null]>([
    ['a draft', {}, null],
    ['a draft with an end', { accessEnds }, null],
    ['an invitation', { milestones: invited }, null],
    ['an invitation with an end', { milestones: invited, accessEnds }, accessEnds],
    ['active access without an end', { milestones: active }, null],
    ['active access with an end', { milestones: active, accessEnds }, accessEnds],
    ['access that is being removed', { milestones: active, accessEnds, removal: mark(6, sent) }, accessEnds],
    ['removed access', { milestones: { ...active, removed: mark(6, sent) }, accessEnds }, null],
  ])('of %s', (_what, change, expected) => {
    expect(endsOn(aGrant(change))).toBe(expected);
  });
});

describe('reviewFrom', () => {
  const later = '2026-12-01T12:00:00.000Z';
  test.each<[string, Partial<Grant>, string | null]>([
    ['a draft', {}, null],
    ['an invitation', { milestones: invited }, null],
    ['active access', { milestones: active }, sent],
    ['access that was reviewed', { milestones: active, review: kept(9, later) }, later],
    ['access that was reviewed before it became active again', { milestones: active, review: kept(4, later) }, sent],
    ['temporary access', { milestones: active, accessEnds: '2026-12-01' }, null],
    ['access that is being removed', { milestones: active, removal: mark(6, sent) }, null],
    ['removed access', { milestones: { ...active, removed: mark(6, sent) } }, null],
  ])('of %s', (_what, change, expected) => {
    expect(reviewFrom(aGrant(change))).toBe(expected);
  });
});

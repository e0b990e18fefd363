import { describe, expect, it } from 'vitest';
import { hashOfPlace, type Place, placeOf } from '@/components/log/place';
import { storyGrant } from '../../unit/exports/sample-log';

describe('placeOf', () => {
  it.each<[string, Place]>([
    [`#grant=${storyGrant}`, { grant: storyGrant }],
    [`#grant=${storyGrant}@${storyGrant}`, { grant: storyGrant, log: storyGrant }],
    ['#entry=17', { entry: 17 }],
  ])('reads %s, and writes it the same', (hash, place) => {
    expect(placeOf(hash)).toEqual(place);
    expect(hashOfPlace(place)).toBe(hash);
  });

  it.each([
    '',
    '#',
    '#grant=',
    '#grant=<b>',
    '#entry=0',
    '#entry=-1',
    '#entry=1.5',
    '#entry=x',
    '#entry=1@1',
    '#grant=1@',
    '#other=1',
    '#entry=1&x',
  ])('takes “%s” for no place', (hash) => {
    expect(placeOf(hash)).toBeNull();
  });

  it('writes no place as nothing', () => {
    expect(hashOfPlace(null)).toBe('');
  });
});

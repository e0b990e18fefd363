import { describe, expect, it } from 'vitest';
import { type LogLink, logHash, parseLogLink } from '@/lib/domain/log/log-link';
import { storyGrant } from '../../exports/sample-log';

describe('parseLogLink', () => {
  it.each<[string, LogLink]>([
    [`#grant=${storyGrant}`, { grant: storyGrant }],
    [`#grant=${storyGrant}@${storyGrant}`, { grant: storyGrant, log: storyGrant }],
    ['#entry=17', { entry: 17 }],
  ])('reads %s, and writes it the same', (hash, place) => {
    expect(parseLogLink(hash)).toEqual(place);
    expect(logHash(place)).toBe(hash);
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
    expect(parseLogLink(hash)).toBeNull();
  });

  it('writes no place as nothing', () => {
    expect(logHash(null)).toBe('');
  });
});

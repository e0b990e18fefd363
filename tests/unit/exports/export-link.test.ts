import { describe, expect, test } from 'vitest';
import { exportLink, presetOf } from '@/lib/exports/export-link';
import { formats } from '@/lib/exports/formats';

const ids = formats.map(({ id }) => id);
const grant = '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01';
const parsed = (link: string) => {
  const { search, hash } = new URL(link, 'chrome-extension://grantbook/');
  return presetOf(search, hash, ids);
};

describe('exportLink', () => {
  test.each(ids)('leads to %s, of everything or of one grant', (format) => {
    expect(parsed(exportLink(format))).toEqual({ format, what: 'everything' });
    expect(parsed(exportLink(format, grant))).toEqual({ format, what: 'grant' });
  });
});

describe('presetOf', () => {
  test.each([
    ['', ''],
    ['?export=', ''],
    ['?export=xlsx', ''],
    ['?exports=icalendar', ''],
    ['', `#grant=${grant}`],
  ])('is none for “%s%s”', (search, hash) => {
    expect(presetOf(search, hash, ids)).toBeNull();
  });

  test('is everything beside an entry', () => {
    expect(presetOf('?export=icalendar', '#entry=4', ids)).toEqual({ format: 'icalendar', what: 'everything' });
  });
});

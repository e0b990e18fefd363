import { describe, expect, test } from 'vitest';
import { bytesText } from '@/lib/domain/values/bytes';

describe('bytesText', () => {
  test.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [61_000, '61 kB'],
    [1_234_567, '1.2 MB'],
    [999_000_000, '999 MB'],
    [10_740_000_000, '10.7 GB'],
    [2_500_000_000_000, '2,500 GB'],
  ])('%d is %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});

import { expect, it } from 'vitest';
import { quantity } from '@/lib/domain/values/quantity';

it.each([
  [quantity(0, 'grant'), '0 grants'],
  [quantity(1, 'grant'), '1 grant'],
  [quantity(2000, 'grant'), '2,000 grants'],
  [quantity(1, 'entry', 'entries'), '1 entry'],
  [quantity(2, 'entry', 'entries'), '2 entries'],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});

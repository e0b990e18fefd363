import { expect, it } from 'vitest';
import { counted } from '@/lib/domain/values/counted';

it.each([
  [counted(0, 'grant'), '0 grants'],
  [counted(1, 'grant'), '1 grant'],
  [counted(2000, 'grant'), '2,000 grants'],
  [counted(1, 'entry', 'entries'), '1 entry'],
  [counted(2, 'entry', 'entries'), '2 entries'],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});

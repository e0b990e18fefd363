import { describe, expect, test } from 'vitest';
import { NoAnswer, problemOf, wordsFor } from '@/lib/messaging/answers';

const ours = 'Grantbook could not do this. Nothing was lost: try again.';

describe('problemOf', () => {
  test('is null for what was carried out, and the refusal’s own words for what was not', async () => {
    expect(await problemOf(Promise.resolve({ ok: true }))).toBeNull();
    expect(await problemOf(Promise.resolve({ ok: false, message: 'Say why.' }))).toBe('Say why.');
  });

  test('never rejects', async () => {
    expect(await problemOf(Promise.reject(new NoAnswer('Reload this page.')))).toBe('Reload this page.');
    expect(await problemOf(Promise.reject(new Error('QuotaExceededError')))).toBe(ours);
  });
});

test('a fault of ours is not shown to the admin as it is', () => {
  expect([new TypeError('x is undefined'), 'text', undefined].map(wordsFor)).toEqual([ours, ours, ours]);
});

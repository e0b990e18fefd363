import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameRoles } from '@/lib/domain/grant/roles';

describe('sameRoles', () => {
  test.each([
    ['Admin', 'Admin', true],
    ['Admin', 'ADMIN', true],
    ['Guest, Analyst', 'analyst,guest', true],
    ['Admin', 'Admin, Guest', false],
    ['Admin', 'Owner', false],
    ['', 'Admin', false],
    ['', '', true],
  ])('“%s” and “%s”: %s', (a, b, same) => {
    expect(sameRoles(a, b)).toBe(same);
    expect(sameRoles(b, a)).toBe(same);
  });

  test('does not mind any order', () => {
    const roles = fc.array(fc.stringMatching(/^[A-Za-z]{1,5}$/), { maxLength: 4 });

    fc.assert(
      fc.property(
        roles.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => sameRoles(list.join(', '), shuffled.join(',')),
      ),
    );
  });
});

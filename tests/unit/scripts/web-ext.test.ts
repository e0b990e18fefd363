import { describe, expect, it } from 'vitest';
import { isExpected } from '../../../scripts/lib/web-ext.mjs';

describe('isExpected', () => {
  it.each([
    { code: 'UNSAFE_VAR_ASSIGNMENT', file: 'chunks/jsx-runtime-CYAHnXhu.js', expected: true },
    { code: 'UNSAFE_VAR_ASSIGNMENT', file: 'content-scripts/vendor-page.js', expected: false },
    { code: 'UNSAFE_VAR_ASSIGNMENT', file: 'background.js', expected: false },
    { code: 'INLINE_SCRIPT', file: 'verify.html', expected: true },
    { code: 'INLINE_SCRIPT', file: 'popup.html', expected: false },
    { code: 'DANGEROUS_EVAL', file: 'chunks/jsx-runtime-CYAHnXhu.js', expected: false },
  ])('is $expected for $code in $file', ({ code, file, expected }) => {
    expect(isExpected({ code, file })).toBe(expected);
  });

  it('tells the import of the second part from anything else that is assigned in the content script', () => {
    const finding = { code: 'UNSAFE_VAR_ASSIGNMENT', file: 'content-scripts/vendor-page.js' };

    expect(isExpected({ ...finding, message: 'Unsafe call to import for argument 0' })).toBe(true);
    expect(isExpected({ ...finding, message: 'Unsafe assignment to innerHTML' })).toBe(false);
  });
});

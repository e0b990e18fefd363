import { describe, expect, test } from 'vitest';
import { checkIdentity } from '@/lib/domain/values/identity';
import { secretMessage } from '@/lib/domain/values/secret';

describe('checkIdentity', () => {
  test.each([
    ['as typed', 'Robin Vale', 'robin@example.com', { name: 'Robin Vale', email: 'robin@example.com' }],
    ['with white space', '  Robin \n Vale ', ' Robin@Example.com ', { name: 'Robin Vale', email: 'robin@example.com' }],
    [
      'with bidi overrides',
      'Robin \u202eelaV',
      'robin@example.com',
      { name: 'Robin elaV', email: 'robin@example.com' },
    ],
    ['with markup, kept as text', '<b>Robin</b>', 'r@example.com', { name: '<b>Robin</b>', email: 'r@example.com' }],
  ])('takes a name and an address %s', (_what, name, email, value) => {
    expect(checkIdentity({ name, email })).toEqual({ ok: true, value });
  });

  const noName = 'Enter your name: it stands on every entry that you make.';

  test.each([
    ['nothing at all', '', '', { name: noName, email: 'Enter your own e-mail address.' }],
    ['a blank name', ' \t ', 'robin@example.com', { name: noName }],
    ['a name that cannot be seen', '\u202e\u200b', 'robin@example.com', { name: noName }],
    ['a blank address', 'Robin', '  ', { email: 'Enter your own e-mail address.' }],
    ['no address', 'Robin', 'robin', { email: '“robin” has no @.' }],
    ['a broken address', 'Robin', 'robin@', { email: '“robin@” is not an e-mail address.' }],
    ['a token for a name', `ghp_${'a1B2'.repeat(9)}`, 'robin@example.com', { name: secretMessage }],
    ['a slip', 'Robin', 'robin@gmial.com', { email: 'Did you mean robin@gmail.com?' }],
  ])('says what is wrong with %s', (_what, name, email, errors) => {
    expect(checkIdentity({ name, email })).toEqual({ ok: false, errors });
  });

  test('keeps at most 100 characters of a name', () => {
    const checked = checkIdentity({ name: 'R'.repeat(500), email: 'robin@example.com' });

    expect(checked.ok && checked.value.name).toHaveLength(100);
  });
});

import { describe, expect, test } from 'vitest';
import { defaultMessage, draftMessage, messagePlaceholders } from '@/lib/domain/grant/invitation-message';
import { aGrant } from '../../../support/grants';

describe('draftMessage', () => {
  test('fills every placeholder of the message that comes with Grantbook', () => {
    const message = draftMessage(defaultMessage, aGrant({ accessEnds: '2027-06-30' }), 'RudderStack', 3);

    for (const said of [
      'RudderStack',
      'IAM-1234',
      'kim.sato@northwind.example',
      'within 3 days',
      '2027-06-30',
      'Robin Vale',
    ])
      expect(message).toContain(said);
    expect(message).not.toMatch(/[{}]/);
  });

  test('says nothing of an end or a time that there is not', () => {
    const message = draftMessage(defaultMessage, aGrant(), 'LogRocket', null);

    expect(message).not.toMatch(/ends on|within|null|\{/);
  });

  test('leaves out who was forgotten', () => {
    const forgotten = aGrant({ email: null, reason: null, grantedBy: { name: null, email: null } });

    expect(draftMessage('{email}|{reason}|{admin}', forgotten, 'LogRocket', null)).toBe('||');
  });

  test.each([
    ['an unknown placeholder', '{password}', '{password}'],
    ['a name that every object has', '{constructor} {toString} {__proto__}', '{constructor} {toString} {__proto__}'],
    ['a broken one', '{vendor', '{vendor'],
    ['one used twice', '{vendor} {vendor}', 'LogRocket LogRocket'],
  ])('takes %s as it stands', (_what, template, expected) => {
    expect(draftMessage(template, aGrant(), 'LogRocket', null)).toBe(expected);
  });

  test('does not fill what a value brings along', () => {
    expect(draftMessage('{reason}', aGrant({ reason: '{email} $& {admin}' }), 'LogRocket', null)).toBe(
      '{email} $& {admin}',
    );
  });

  test('names the placeholders that it fills', () => {
    const template = messagePlaceholders.map((name) => `{${name}}`).join('');

    expect(draftMessage(template, aGrant({ accessEnds: '2027-06-30' }), 'LogRocket', 3)).not.toContain('{');
  });
});

import { describe, expect, test } from 'vitest';
import { checkKey, type KeyErrors, type KeyForm, keyName } from '@/lib/domain/grant/key-record';

const today = '2026-11-21';
const filled: KeyForm = {
  name: ' Grace - Source Maps - Production ',
  owner: 'Grace Hopper',
  purpose: 'Source maps',
  scope: 'Production',
  permissions: 'Upload',
  expires: '2027-06-30',
  rotateDays: '90',
};
const key = `northwind:checkout:${'a1B2c3D4e5'.repeat(2)}`;
const secret = expect.stringMatching(/looks like an API key/);

describe('keyName', () => {
  test.each([
    [['Grace', 'Source Maps', 'Production'], 'Grace - Source Maps - Production'],
    [['Grace', '', 'Production'], 'Grace - Production'],
    [['', ' ', ''], ''],
    [[' Gra\u202ece ', 'CI', ''], 'Grace - CI'],
  ])('of %j', ([who = '', purpose = '', scope = ''], name) => {
    expect(keyName(who, purpose, scope)).toBe(name);
  });
});

describe('checkKey', () => {
  test('reads a form that is filled in', () => {
    expect(checkKey(filled, today)).toEqual({
      ok: true,
      value: {
        name: 'Grace - Source Maps - Production',
        owner: 'Grace Hopper',
        purpose: 'Source maps',
        scope: 'Production',
        permissions: 'Upload',
        expires: '2027-06-30',
        rotateDays: 90,
      },
    });
  });

  test.each<[string, Partial<KeyForm>, object]>([
    ['no expiry', { expires: '' }, { expires: null }],
    ['no rotation', { rotateDays: ' ' }, { rotateDays: null }],
    ['no scope', { scope: '' }, { scope: '' }],
    ['an expiry today', { expires: today }, { expires: today }],
    ['a rotation every day', { rotateDays: '1' }, { rotateDays: 1 }],
    ['bidi text without its overrides', { owner: 'Gra\u202ece' }, { owner: 'Grace' }],
  ])('takes %s', (_what, change, value) => {
    expect(checkKey({ ...filled, ...change }, today)).toMatchObject({ ok: true, value });
  });

  const days = 'Enter a number of days from 1 to 3650, or nothing.';

  test.each<[string, Partial<KeyForm>, KeyErrors]>([
    ['no name', { name: ' ' }, { name: 'Enter the name of the key.' }],
    ['nobody who answers for it', { owner: '\u200b' }, { owner: 'Enter the person who answers for it.' }],
    ['no purpose', { purpose: '' }, { purpose: 'Enter the purpose.' }],
    ['no permissions', { permissions: ' ' }, { permissions: 'Choose what the key may do.' }],
    [
      'an expiry in the past',
      { expires: '2026-11-20' },
      { expires: '2026-11-20 is in the past: enter today or a later day.' },
    ],
    ['an expiry that is no date', { expires: '2027-02-30' }, { expires: expect.stringMatching(/a date that exists/) }],
    ['no days', { rotateDays: '0' }, { rotateDays: days }],
    ['half days', { rotateDays: '1.5' }, { rotateDays: days }],
    ['too many days', { rotateDays: '3651' }, { rotateDays: days }],
    ['days in words', { rotateDays: 'monthly' }, { rotateDays: days }],
    ['the key as its name', { name: key }, { name: secret }],
    ['the key as owner', { owner: key }, { owner: secret }],
    ['the key in the purpose', { purpose: `For CI: ${key}` }, { purpose: secret }],
    ['the key as scope', { scope: key }, { scope: secret }],
    ['the key as permissions', { permissions: key }, { permissions: secret }],
  ])('refuses %s', (_what, change, errors) => {
    expect(checkKey({ ...filled, ...change }, today)).toEqual({ ok: false, errors });
  });
});

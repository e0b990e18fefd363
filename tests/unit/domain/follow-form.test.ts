import { describe, expect, test } from 'vitest';
import { followWizard } from '@/lib/domain/follow-wizard';
import { email, facts } from '../messaging/samples';

const form = { emails: [email], roles: ['Member'] };
const next = { 'next-button': true, 'send-button': false };
const send = { 'next-button': false, 'send-button': true };
const elsewhere = { ...facts().recognition, page: 'users' };

describe('followWizard', () => {
  test('keeps what the first step held through all that follow', () => {
    const first = followWizard(facts({ form, landmarks: next }), null);
    const second = followWizard(facts({ landmarks: next }), first);
    const third = followWizard(facts({ landmarks: send }), second);

    expect([first, second, third].map(({ wizard }) => wizard)).toEqual([undefined, form, form]);
  });

  test.each([
    ['its buttons are gone', facts({ landmarks: {} }), facts({ form })],
    [
      'the first step shows again',
      facts({ form: { emails: [], roles: [] }, landmarks: next }),
      facts({ wizard: form }),
    ],
    ['another page shows', facts({ recognition: elsewhere, landmarks: next }), facts({ form })],
    ['no form was open', facts({ landmarks: next }), facts()],
    ['nothing was told before', facts({ landmarks: next }), null],
    ['a page claims one', facts({ wizard: form, landmarks: next }), facts()],
  ])('forgets it where %s', (_what, now, before) => {
    expect(followWizard(now, before).wizard).toBeUndefined();
  });
});

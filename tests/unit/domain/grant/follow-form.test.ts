import { describe, expect, test } from 'vitest';
import { followForm } from '@/lib/domain/grant/follow-form';
import { email, facts } from '../../messaging/samples';

const form = { emails: [email], roles: ['Member'] };
const next = { 'next-button': true, 'send-button': false };
const send = { 'next-button': false, 'send-button': true };
const elsewhere = { ...facts().recognition, page: 'users' };

describe('followForm through a wizard', () => {
  test('keeps what the first step held through all that follow', () => {
    const first = followForm(facts({ form, landmarks: next }), null);
    const second = followForm(facts({ landmarks: next }), first);
    const third = followForm(facts({ landmarks: send }), second);

    expect([first, second, third].map(({ wizard }) => wizard)).toEqual([undefined, form, form]);
  });

  test('keeps the address at a step that asks for the role alone', () => {
    const step = { form: { emails: [], roles: ['Admin'] }, landmarks: { 'email-field': false, 'role-field': true } };

    expect(followForm(facts(step), facts({ form })).form).toEqual({ emails: [email], roles: ['Admin'] });
  });

  test('takes a step that asks for neither for no form', () => {
    const step = { form: { emails: [], roles: [] }, landmarks: { ...send, 'email-field': false } };

    expect(followForm(facts(step), facts({ form }))).toMatchObject({ form: null, wizard: form });
  });

  test('takes a dialog that no form came before for none', () => {
    const tour = { form: { emails: [], roles: [] }, landmarks: { ...next, 'email-field': false } };

    expect(followForm(facts(tour), facts())).toMatchObject({ form: null });
    expect(followForm(facts(tour), null).wizard).toBeUndefined();
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
    expect(followForm(now, before).wizard).toBeUndefined();
  });
});

describe('followForm while addresses are added one by one', () => {
  const add = { 'add-email': true };
  const empty = { emails: [], roles: ['Member'] };

  test.each([
    ['stands once the field was emptied', form, empty, add, [email]],
    ['stands while the role changes', form, { ...empty, roles: ['Admin'] }, add, [email]],
    [
      'gives way to the next one',
      form,
      { ...empty, emails: ['ana@northwind.example'] },
      add,
      ['ana@northwind.example'],
    ],
    ['is gone with the field of a form that adds none', form, empty, {}, []],
    ['was none while it was only begun', { ...form, emails: ['kim.sato'] }, empty, add, []],
  ])('an address %s', (_what, before, now, landmarks, emails) => {
    const followed = followForm(facts({ form: now, landmarks }), facts({ form: before, landmarks: add }));

    expect(followed.form).toEqual({ ...now, emails });
  });

  test('is found again when the wizard goes back to its first step', () => {
    const back = followForm(facts({ form: empty, landmarks: { ...add, ...next } }), facts({ wizard: form }));

    expect(back.form?.emails).toEqual([email]);
    expect(back.wizard).toBeUndefined();
  });
});

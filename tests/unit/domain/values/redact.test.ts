import { expect, test } from 'vitest';
import { redact } from '@/lib/domain/values/redact';

const people = ['Kim', 'Kim Lee', 'kim@partner.example', 'Al'];

test.each([
  ['the name of a control', 'button Invite member', 'button Invite member'],
  ['a person, the longer name first', 'button Remove Kim Lee', 'button Remove ‹name›'],
  ['an address on the list', 'a kim@partner.example', 'a ‹name›'],
  ['an address from elsewhere', 'label Signed in as dana@acme.example', 'label Signed in as ‹e-mail›'],
  ['numbers', 'heading 37 members of plan 20261', 'heading # members of plan #'],
  ['a name too short to tell from a word', 'button Allow Al', 'button Allow Al'],
  ['text that would hide others', 'button \u202eetavirp', 'button etavirp'],
  ['a line too long', `a ${'word '.repeat(50)}`, /^a word.{80,93}…$/],
])('redacts %s', (_, line, expected) => {
  expect(redact([line], people)).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
});

test('keeps every line', () => {
  expect(redact(['one', 'two'], [])).toBe('one\ntwo');
});

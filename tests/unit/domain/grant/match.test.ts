import { expect, test } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { matchPeople } from '@/lib/domain/grant/match';
import type { RosterRow } from '@/lib/domain/grant/page-facts';

const row = (email: string): RosterRow => ({ email, name: '', roles: [], status: 'active', words: '', access: null });
const grant = (email: string) => ({ id: email, email, last: { seq: 1, at: '' } }) as Grant;

test.each([
  ['in punycode', 'nina@xn--mller-kva.example', 'nina@müller.example'],
  ['in capitals', 'NINA@Studio.Example', 'nina@studio.example'],
  ['with a typographic apostrophe', 'sean.o’brien@studio.example', "sean.o'brien@studio.example"],
])('an address %s is the same mailbox', (_, shown, logged) => {
  const { pairs, unknown, absent } = matchPeople([row(shown)], [grant(logged)]);

  expect(pairs).toMatchObject([{ grant: { email: logged }, exact: true }]);
  expect([unknown, absent]).toEqual([[], []]);
});

test('a guest by the principal name of Entra is perhaps somebody, and the grant not absent', () => {
  const { pairs, unknown, absent } = matchPeople(
    [row('nina_studio.example#ext#@acme.onmicrosoft.example')],
    [grant('nina@studio.example')],
  );

  expect(pairs).toEqual([]);
  expect(unknown).toMatchObject([{ perhaps: [{ email: 'nina@studio.example' }] }]);
  expect(absent).toEqual([]);
});

import fc from 'fast-check';
import { HOSTILE_NAMES } from '@/practice/shared/people';

/** Somebody on a list, as the list is to be read. */
export interface Listed {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** The vendor's own word, or none. */
  readonly word: string;
  readonly status: 'active' | 'pending' | 'expired' | 'unknown';
}

const hostile = [
  ...HOSTILE_NAMES,
  '1-10 of 37',
  '5,000 members',
  'Next',
  'Search',
  '\u202eevil\u202c',
  'Robin <robin@other.example>',
  '</td></tr></table>',
  "kim'); drop",
  'a · b | c, d; e: (f) [g]',
];

const word = fc.stringMatching(/^[A-Z][a-zéßñ佐]{2,9}$/);
const usual = fc.tuple(word, word).map((both) => both.join(' '));
const name = (without: readonly string[]) =>
  fc.oneof(usual, fc.constantFrom(...hostile.filter((one) => !without.includes(one))));

const local = fc.stringMatching(/^[a-z][a-z0-9]{0,8}([._+-][a-z0-9]{1,6})?$/);
const email = fc
  .tuple(local, fc.constantFrom('people.example', 'PARTNER.example', 'a.b.example', 'müller.example'))
  .map((both) => both.join('@'));

/** Names that are read as nothing: what has neither letter nor digit, and the word of a status. */
const wordless = /^[^\p{L}\p{N}]*$/u;

/**
 * Any people, each address once.
 *
 * @param roles what the vendor's roles are called
 * @param words what the vendor says of a member, of an invitation, and of one that lapsed; `''` where it says nothing
 */
export const anyPeople = (
  roles: readonly string[],
  words: Readonly<Record<'active' | 'pending' | 'expired', readonly string[]>>,
  { least = 1, without = [] as readonly string[] } = {},
): fc.Arbitrary<readonly Listed[]> => {
  const state = fc.constantFrom('active', 'pending', 'expired').chain((status) =>
    fc.constantFrom(...words[status as keyof typeof words]).map((said) => ({
      word: said,
      status: said === '' ? ('unknown' as const) : (status as Listed['status']),
    })),
  );
  return fc.uniqueArray(
    fc
      .record({ name: name(without), email, roles: fc.subarray([...roles], { minLength: 1 }), state })
      .map(({ state: said, ...person }) => ({ ...person, ...said })),
    { minLength: least, maxLength: 6, selector: (person) => person.email.toLowerCase() },
  );
};

export const isWordless = (text: string): boolean => wordless.test(text);

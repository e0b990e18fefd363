import { describe, expect, test } from 'vitest';
import { isExpired, namesPerson } from '@/lib/domain/values/person';

const ann = { email: 'ann@x.example', name: 'Ann Müller' };

describe('namesPerson', () => {
  test.each([
    ['the address', 'ann@x.example'],
    ['the address in capitals', 'ANN@X.EXAMPLE'],
    ['the address in a sentence', 'Invite ann@x.example, please.'],
    ['the address in brackets', 'Ann <ann@x.example>'],
    ['the address at the end of a sentence', 'Invite ann@x.example. Then wait.'],
    ['the address among others', '[{"email":"ann@x.example"},{"email":"bo@x.example"}]'],
    ['the name', 'Approved for Ann Müller'],
    ['the name that somebody mentions', 'cc @Ann Müller'],
    ['the name in another case', 'ann MÜLLER'],
    ['the name, decomposed', 'Ann Mu\u0308ller'],
    ['the name with a genitive', 'Ann Müller’s project'],
  ])('finds %s', (_what, text) => {
    expect(namesPerson(text, ann)).toBe(true);
  });

  test.each([
    ['a longer local part', 'joann@x.example'],
    ['a local part with a dot', 'mary.ann@x.example'],
    ['a plus-address of somebody', 'bo+ann@x.example'],
    ['a longer domain', 'ann@x.examples'],
    ['a domain that goes on', 'ann@x.example.au'],
    ['half of the name', 'Ann'],
    ['a name that goes on', 'Ann Müllerová'],
    ['a double name', 'Ann Müller-Lee'],
    ['an address that only matches a dot by a letter', 'ann@xyexample'],
    ['nothing', ''],
  ])('does not find %s', (_what, text) => {
    expect(namesPerson(text, ann)).toBe(false);
  });

  test.each([
    ['before the @', 'ann@elsewhere.example'],
    ['after it', 'bo@ann.example'],
    ['after a dot of it', 'bo@mail.ann.example'],
  ])('does not take a part of another person’s address for the name: %s', (_what, text) => {
    expect(namesPerson(text, { email: 'ann@x.example', name: 'Ann' })).toBe(false);
  });

  test.each([
    { email: '', name: '' },
    { email: ' ', name: 'A' },
  ])('finds nobody by %j, which is in every text', (person) => {
    expect(namesPerson('A grant for ann@x.example', person)).toBe(false);
  });

  test('takes a name as text, not as a pattern', () => {
    expect(namesPerson('anything', { email: 'a@b.example', name: '.*' })).toBe(false);
    expect(namesPerson('the (ext) person', { email: 'a@b.example', name: '(ext) person' })).toBe(true);
  });
});

describe('isExpired', () => {
  test.each([
    ['2026-10-21T12:00:00.000Z', 1, '2026-11-21T12:00:00.000Z', true],
    ['2026-10-21T12:00:00.001Z', 1, '2026-11-21T12:00:00.000Z', false],
    ['2025-11-21T12:00:00.000Z', 12, '2026-11-21T12:00:00.000Z', true],
    ['2026-11-21T12:00:00.000Z', 0, '2026-11-21T12:00:00.000Z', true],
    ['2026-02-28T09:00:00.000Z', 1, '2026-03-31T09:00:00.000Z', true],
    ['2026-03-01T09:00:00.000Z', 1, '2026-03-31T09:00:00.000Z', false],
    ['2026-08-31T09:00:00.000Z', 6, '2027-02-28T09:00:00.000Z', false],
  ])('of access removed at %s, after %i months, at %s: %s', (removedAt, months, now, expired) => {
    expect(isExpired(removedAt, months, new Date(now))).toBe(expired);
  });
});

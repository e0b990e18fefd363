import { expect, test } from 'vitest';
import { givenAccess, givenText, outside, readAccess, sameAccess, withReading } from '@/lib/domain/grant/access';

const place = (name: string, role = '') => ({ name, role });

test.each([
  ['Production (Admin), Staging (Member)', [place('Production', 'Admin'), place('Staging', 'Member')], null, true],
  ['Production: Viewer; Staging: Viewer', [place('Production', 'Viewer'), place('Staging', 'Viewer')], null, true],
  ['Production App – Admin', [place('Production', 'Admin')], null, true],
  ['Mobile - iOS (Member)', [place('Mobile - iOS', 'Member')], null, true],
  ['Production (Admin, Viewer)', [place('Production', 'Admin, Viewer')], null, true],
  ['Production, Staging', [place('Production'), place('Staging')], null, false],
  ['3 apps', [], 3, false],
  ['1 workspace', [], 1, false],
  ['Production (Admin), +2 more', [place('Production', 'Admin')], 3, false],
  ['No apps', [], null, true],
  ['0 apps', [], 0, true],
  ['–', [], null, true],
  ['', [], null, true],
  ['All apps', [place('All apps')], null, false],
  ['Production (Admin), Edit', [place('Production', 'Admin')], null, true],
])('“%s” is read as it stands', (text, places, counted, isWhole) => {
  expect(readAccess(text)).toEqual({ places, counted, isWhole });
});

test('nothing is known where the page has no such cell', () => {
  expect(readAccess(null)).toEqual({ places: [], counted: null, isWhole: false });
});

test('what the ticket does not name is outside its scope, whatever it is called besides', () => {
  const { places } = readAccess('Production App (Member), Development (Admin)');

  expect(outside(places, ['production'])).toEqual([place('Development', 'Admin')]);
});

test('a whole reading takes back what is no longer there, another one only adds', () => {
  const known = [place('Production', 'Admin'), place('Development', 'Admin')];

  expect(withReading(known, readAccess('Production (Member)'))).toEqual([place('Production', 'Member')]);
  expect(withReading(known, readAccess('Production (Member), +1 more'))).toEqual([
    place('Development', 'Admin'),
    place('Production', 'Member'),
  ]);
  expect(withReading(known, readAccess(null))).toEqual(known);
});

test('order and case make no other access', () => {
  expect(sameAccess([place('A', 'x'), place('B', 'y')], [place('b', 'Y'), place('a', 'X')])).toBe(true);
  expect(sameAccess([place('A', 'x')], [place('A', 'y')])).toBe(false);
});

test('what was said of a place counts once, and only where the page showed nothing of it', () => {
  const mark = { seq: 1, at: '2026-12-01T09:00:00.000Z', basis: 'confirmed' } as const;
  const said = { access: [place('Production', 'Admin'), place('Staging', 'Admin')], mark };

  const given = givenAccess({ access: [place('Production', 'Member')], accessSaid: { roles: said, save: said } });

  expect(given.map(givenText)).toEqual(['Production: Member', 'Staging: Admin (confirmed)']);
});

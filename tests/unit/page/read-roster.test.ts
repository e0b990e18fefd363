// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Roster } from '@/lib/domain/grant/page-facts';
import { plainText } from '@/lib/domain/values/text';
import { finderOf } from '@/lib/page/finder';
import { readRoster } from '@/lib/page/read-roster';
import { findTables } from '@/lib/page/table';
import { registeredPages } from '@/lib/vendors/registry';
import { anyPeople, isWordless, type Listed } from './any-roster';

// Nothing is hidden in what is made here, and jsdom has no `checkVisibility`.
beforeAll(() => {
  Element.prototype.checkVisibility = () => true;
});

/** Always the same cases: one that nobody met before is for whoever looks for it, not for whoever changes something else. */
const cases = { numRuns: 100, seed: 3 };
const roles = ['Read-Only', 'Read-Write', 'Admin'];
const known = registeredPages.find(({ generation }) => generation === 'members')?.roster;

type Child = Node | string;
const make = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElement => {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

function read(...content: readonly Child[]): Roster {
  if (!known) throw new Error('There is no such pack.');
  document.body.replaceChildren(make('main', {}, make('h1', {}, 'Members'), ...content));
  return readRoster(findTables(known, finderOf().outline), known);
}

/** How a list is built: the box, a row and a cell; headings where it has some. */
interface Markup {
  table(headings: readonly string[], rows: readonly (readonly HTMLElement[])[]): HTMLElement;
}
const rowsOf = (tag: string, attributes: Readonly<Record<string, string>>, rows: readonly (readonly Child[])[]) =>
  rows.map((cells) => make(tag, attributes, ...cells));

const withHeadings: Readonly<Record<string, Markup>> = {
  'native table': {
    table: (headings, rows) =>
      make(
        'table',
        {},
        make('thead', {}, ...rowsOf('tr', {}, [headings.map((text) => make('th', {}, text))])),
        make(
          'tbody',
          {},
          ...rowsOf(
            'tr',
            {},
            rows.map((cells) => cells.map((cell) => make('td', {}, cell))),
          ),
        ),
      ),
  },
  'ARIA grid': {
    table: (headings, rows) =>
      make(
        'div',
        { role: 'grid' },
        ...rowsOf('div', { role: 'row' }, [headings.map((text) => make('div', { role: 'columnheader' }, text))]),
        ...rowsOf(
          'div',
          { role: 'row' },
          rows.map((cells) => cells.map((cell) => make('div', { role: 'gridcell' }, cell))),
        ),
      ),
  },
  'table whose head stands apart': {
    table: (headings, rows) =>
      make(
        'div',
        {},
        make('table', {}, make('thead', {}, ...rowsOf('tr', {}, [headings.map((text) => make('th', {}, text))]))),
        make(
          'table',
          {},
          make(
            'tbody',
            {},
            ...rowsOf(
              'tr',
              {},
              rows.map((cells) => cells.map((cell) => make('td', {}, cell))),
            ),
          ),
        ),
      ),
  },
};

const withoutHeadings: Readonly<Record<string, Markup>> = {
  'rows of boxes': {
    table: (_, rows) =>
      make(
        'div',
        {},
        ...rowsOf(
          'div',
          { class: 'x1' },
          rows.map((cells) => cells.map((cell) => make('div', {}, cell))),
        ),
      ),
  },
  list: {
    table: (_, rows) =>
      make(
        'ul',
        {},
        ...rowsOf(
          'li',
          {},
          rows.map((cells) => cells.map((cell) => make('span', {}, cell))),
        ),
      ),
  },
};

/** How several roles of one person stand in a cell. */
const roleCells: Readonly<Record<string, (own: readonly string[]) => HTMLElement>> = {
  'with commas': (own) => make('span', {}, own.join(', ')),
  'as chips': (own) => make('span', {}, ...own.map((role) => make('b', {}, role))),
  'on a button': (own) => make('button', { type: 'button' }, `${own.join(', ')} ▾`),
};

const text = (said: string) => make('span', {}, said);

const words = {
  active: ['Active', 'Accepted', 'Joined'],
  pending: ['Pending', 'Invited', 'Invite sent', 'Invitation pending'],
  expired: ['Expired', 'Invite expired'],
};
/** Lists that mark invitations only, and so leave open what the others are. */
const marks = { ...words, active: [''] };
/** Names that nobody could tell from a status, or from the address, where neither has a column of its own. */
const unclear = [...Object.values(words).flat(), 'Robin <robin@other.example>', 'dana.whitfield@acme.example'];

/** What is to be read of somebody. Who is called as a status is: an invitation has no name yet, and some lists write its status there. */
const expected = ({ name, email, roles: own, word, status }: Listed) => ({
  email: email.toLowerCase(),
  name: isWordless(name) ? '' : unclear.includes(name) ? expect.toBeOneOf(['', name]) : plainText(name),
  roles: own,
  status,
  words: word,
  access: null,
});
const inOrder = (roster: Roster) =>
  roster.rows.map((row) => ({ ...row, roles: roles.filter((role) => row.roles.includes(role)) }));

const order = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });

describe.each(Object.entries(withHeadings))('a %s', (_what, markup) => {
  test('with a column for each thing is read as it is, whatever people call themselves', () => {
    fc.assert(
      fc.property(
        anyPeople(roles, words),
        order(['Name', 'Email', 'Role', 'Status', '']),
        fc.constantFrom(...Object.values(roleCells)),
        (people, columns, roleCell) => {
          const cell: Readonly<Record<string, (one: Listed) => HTMLElement>> = {
            Name: ({ name }) => text(name),
            Email: ({ email }) => text(email),
            Role: (one) => roleCell(one.roles),
            Status: ({ word }) => text(word),
          };
          const rows = people.map((one) => columns.map((column) => cell[column]?.(one) ?? make('button', {}, '…')));

          const roster = read(markup.table(columns, rows));

          expect(inOrder(roster)).toEqual(people.map(expected));
          expect(roster).toMatchObject({ seen: people.length, claimed: null, complete: false });
        },
      ),
      cases,
    );
  });

  test('with name and address in one cell, and a chip or brackets for an invitation, is read as well', () => {
    fc.assert(
      fc.property(
        anyPeople(roles, marks, { without: unclear }),
        order(['Name', 'Role']),
        fc.constantFrom(...Object.values(roleCells)),
        fc.constantFrom('chip after the name', 'chip after the address', 'brackets'),
        (people, columns, roleCell, mark) => {
          const chip = ({ word }: Listed, place: string) => (word && mark === place ? [make('i', {}, word)] : []);
          const cell: Readonly<Record<string, (one: Listed) => HTMLElement>> = {
            Name: (one) =>
              make(
                'div',
                {},
                make('div', {}, make('b', {}, one.name), ...chip(one, 'chip after the name')),
                make('div', {}, one.word && mark === 'brackets' ? `${one.email} (${one.word})` : one.email),
                ...chip(one, 'chip after the address'),
              ),
            Role: (one) => roleCell(one.roles),
          };
          const rows = people.map((one) => columns.map((column) => cell[column]?.(one) ?? text('')));

          expect(inOrder(read(markup.table(columns, rows)))).toEqual(people.map(expected));
        },
      ),
      cases,
    );
  });

  test('is complete when the page names as many as there are, and not when it names more', () => {
    fc.assert(
      fc.property(anyPeople(roles, words), fc.integer({ min: 0, max: 3000 }), (people, more) => {
        const rows = people.map(({ name, email }) => [text(name), text(email), text('Admin')]);
        const total = people.length + more;
        const said = `${total.toLocaleString('en-US')} members`;

        const roster = read(markup.table(['Name', 'Email', 'Role'], rows), make('p', {}, said));

        expect(roster).toMatchObject({ seen: people.length, claimed: total, complete: more === 0 });
        expect(roster.hidden).toHaveLength(more === 0 ? 0 : 1);
      }),
      cases,
    );
  });
});

describe.each(Object.entries(withoutHeadings))('a %s', (_what, markup) => {
  test('is read by what its rows say', () => {
    fc.assert(
      fc.property(
        anyPeople(roles, marks, { least: 2, without: unclear }),
        order(['Role', 'Status']),
        fc.constantFrom(...Object.values(roleCells)),
        (people, after, roleCell) => {
          const rows = people.map((one) => [
            text(one.name),
            text(one.email),
            ...after.map((column) => (column === 'Role' ? roleCell(one.roles) : text(one.word))),
          ]);

          expect(inOrder(read(markup.table([], rows)))).toEqual(people.map(expected));
        },
      ),
      cases,
    );
  });
});

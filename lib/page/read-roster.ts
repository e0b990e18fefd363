import type { Roster, RosterRow } from '@/lib/domain/grant/page-facts';
import { normalEmail } from '@/lib/domain/values/email';
import { plainText } from '@/lib/domain/values/text';
import type { RosterWords } from '@/lib/vendors/vendor';
import { completenessOf } from './completeness';
import { all, first, once, wordsIn } from './dom';
import { knownIn, readRow } from './read-row';
import { is, isWhen, statusIn } from './read-status';
import { placesOf } from './row-places';
import { headerCell, type Table } from './table';
import { isSealed, namesOf, normal, pieces } from './text';
import { isVisible } from './visible';

/** A row of the person in question, where it stands, and what it says. */
export interface FoundRow {
  row: RosterRow;
  element: Element;
  table: Table;
}

/** Reads the rows of one person; the other rows are only looked through. */
export function readRowsOf(email: string, tables: readonly Table[], known: RosterWords): FoundRow[] {
  const wanted = normalEmail(plainText(email, 254));
  // A domain may be written in punycode, and a text be cut short.
  const bits = wanted.slice(0, wanted.lastIndexOf('@')).split(/[^\p{L}\p{N}]+/u);
  const mayHold = (element: Element) => {
    const text = wordsIn(element).toLowerCase();
    return bits.every((bit) => text.includes(bit)) || /…|\.{3}/.test(text);
  };
  return tables
    .filter(({ element }) => mayHold(element))
    .flatMap((table) => {
      const places = once(() => placesOf(table, isWordOf(known)));
      return table.rows.filter(mayHold).flatMap((element) => {
        const { row } = readRow(table, element, known, places());
        return row?.email === wanted ? [{ row, element, table }] : [];
      });
    });
}

/** Tells the words of lists from names: roles, statuses, dates and numbers. */
const isWordOf = (known: RosterWords) => (text: string) =>
  knownIn([text], known.roles, known.rolesApart).length > 0 ||
  statusIn([text], known) !== null ||
  isWhen(text, known.signs) ||
  is(text, namesOf(known.columns.role ?? []));

const unreadable = 'a part built in a way that Grantbook cannot read';
/** Returns whether a person may see something in an element of which its page tells nothing. */
const isMute = (element: Element) => isSealed(element) && !element.matches('[label],[value]') && isVisible(element);

/** Reads the whole member list, with the proof of how complete it is. */
export function readRoster(tables: readonly Table[], known: RosterWords): Roster {
  const unread = new Set<string>();
  const rows = tables.flatMap((table) => {
    const places = placesOf(table, isWordOf(known));
    return table.rows.flatMap((element) => {
      const read = readRow(table, element, known, places);
      if (!read.row?.roles.length && all(element, ':empty').some(isMute)) unread.add(unreadable);
      if (read.row) return read.row;
      if (read.why) unread.add(read.why);
      return [];
    });
  });
  const { claimed, hidden } = completenessOf(tables, known.signs);
  hidden.push(...unread);
  if (claimed !== null && claimed > rows.length && hidden.length === 0) hidden.push(...whatIsMissing(tables));
  return { rows, seen: rows.length, claimed, complete: claimed === rows.length && hidden.length === 0, hidden };
}

/**
 * Says why fewer rows were read than the page claims: rows that show no address, by their names; else rows that are not
 * drawn.
 */
function whatIsMissing(tables: readonly Table[]): string[] {
  const nameless = tables.flatMap(({ rows }) => {
    const [one] = rows;
    return [...(one?.parentNode?.children ?? [])].filter(
      (each) =>
        !rows.includes(each) &&
        each.tagName === one?.tagName &&
        isVisible(each) &&
        !first(each, headerCell) &&
        normal(wordsIn(each)),
    );
  });
  const names = nameless.map((each) => plainText(pieces(each)[0] ?? '', 60));
  if (names.length === 0) return ['a list that is only drawn in part'];
  return names.slice(0, 3).map((name) => `a row that shows no address (${name})`);
}

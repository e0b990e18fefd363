import type { Roster, RosterRow } from '@/lib/domain/grant/page-facts';
import { plainText } from '@/lib/domain/values/text';
import type { RosterWords } from '@/lib/vendors/vendor';
import { completenessOf } from './completeness';
import { textsIn } from './dom';
import { cellOf, emailIn, parts, type Table } from './table';
import { namesOf, normal, pieces, textOf } from './text';
import { isVisible } from './visible';

/** A row of the person in question, where it stands, and what it says. */
export interface FoundRow {
  row: RosterRow;
  element: Element;
  table: Table;
}

/** The known words that stand in texts, as the vendor writes them. */
export function knownIn(texts: readonly string[], known: readonly string[], apart?: string | RegExp): string[] {
  return [...new Set(parts(texts, apart).flatMap((text) => known.find((word) => normal(word) === normal(text)) ?? []))];
}

/**
 * The roles that texts name, as the vendor writes them where known. Of others only one that stands alone counts, unless a person can
 * have several at this vendor.
 */
export function rolesIn(texts: readonly string[], { roles: known, rolesApart }: RosterWords): string[] {
  const found = knownIn(texts, known, rolesApart);
  const others = parts(texts, rolesApart ?? '\n').filter(
    (text) => normal(text) && knownIn([text], known, rolesApart).length === 0,
  );
  return [
    ...found,
    ...others.slice(0, rolesApart ? 9 : Number(found.length === 0)).map((text) => plainText(text, 100)),
  ];
}

/** Whether a text is one of these, or its first words are: `Invited 2 days ago`. */
const is = (text: string, names: ReadonlySet<string>) => names.has(normal(text));
const begins = (text: string, names: ReadonlySet<string>) =>
  text.split(/\s+/).some((_, at, all) => is(all.slice(0, at + 1).join(''), names));

/** The status that texts name: by a word that stands alone, else by the words that one begins with. */
function statusIn(texts: readonly string[], known: RosterWords): Pick<RosterRow, 'status' | 'words'> | null {
  const said = parts(texts);
  for (const [fits, status] of [
    [is, 'expired'],
    [is, 'pending'],
    [is, 'active'],
    [begins, 'expired'],
    // Whoever has joined was invited, some time by somebody.
    [begins, 'active'],
    [begins, 'pending'],
  ] as const) {
    const words = said.find((text) => fits(text, namesOf(known[status])));
    if (words) return { status, words: plainText(words, 100) };
  }
  return null;
}

/** Reads one row; null where it shows no e-mail address. */
export function readRow(table: Table, row: Element, known: RosterWords): RosterRow | null {
  const at = (column: Parameters<typeof cellOf>[2]) => cellOf(table, row, column);
  const emailCell = at('email');
  const email = (emailCell && emailIn(emailCell)) ?? emailIn(row);
  if (!email || !isVisible(row)) return null;

  const texts = pieces(row);
  const isName = (text: string) => /[\p{L}\p{N}]/u.test(text) && !text.toLowerCase().includes(email);
  const nameCell = at('name');
  const before = texts.findIndex((text) => text.toLowerCase().includes(email));
  const named = (nameCell ? pieces(nameCell) : texts.slice(0, before)).filter(isName);
  // Initials stand before the name that they are of.
  const drawn = pieces(nameCell ?? row, true);
  const name = named.find((text) => !/^\p{Lu}{1,3}$/u.test(text) && drawn.includes(text)) ?? '';
  const rest = texts.filter((_, index) => index !== texts.indexOf(name));

  const roleCell = at('role');
  // Without columns the row itself may say what is the role.
  const labelled = rest.findIndex((text) => is(text, namesOf(known.columns.role ?? []))) + 1;
  const said = roleCell ? pieces(roleCell) : labelled && rest.slice(labelled, labelled + 1);
  const roles = said ? rolesIn(said, known) : knownIn(rest, known.roles, known.rolesApart);

  const statusCell = at('status');
  const unsaid = statusCell && ({ status: 'unknown', words: plainText(textOf(statusCell), 100) } as const);
  const status =
    (statusCell && statusIn(pieces(statusCell), known)) ??
    // A date says nothing that a mark beside the name could contradict.
    (known.datedWhilePending || !unsaid ? (statusIn(rest, known) ?? statusIn(named, known)) : null) ??
    unsaid ??
    statusIn([table.heading], known);
  const access = at('access');
  return {
    email: plainText(email, 254),
    name: plainText(status && statusIn([name], known)?.status === status.status ? '' : name, 200),
    roles: roles.length > 0 ? roles : knownIn(named, known.roles),
    ...(status ?? { status: 'unknown', words: '' }),
    access: access && plainText(entriesIn(access).join(', '), 1000),
  };
}

/** What an access cell lists: `Production (Admin)`, `Staging (Member)`; what has words of its own, such as a chip, is one entry. */
function entriesIn(cell: Element): string[] {
  const hasWords = textsIn(cell, () => true).some(({ data }) => data.trim());
  const only = cell.childElementCount === 1 && cell.firstElementChild;
  return hasWords ? [textOf(cell)] : only ? entriesIn(only) : [...cell.children].map(textOf).filter(Boolean);
}

/** The rows of one person, read; the other rows are only looked through. */
export function readRowsOf(email: string, tables: readonly Table[], known: RosterWords): FoundRow[] {
  const wanted = plainText(email, 254).toLowerCase();
  const bits = wanted.split(/[^\p{L}\p{N}]+/u);
  const mayHold = (element: Element) => {
    const text = element.textContent.toLowerCase();
    return bits.every((bit) => text.includes(bit));
  };
  return tables
    .filter(({ element }) => mayHold(element))
    .flatMap((table) =>
      table.rows.filter(mayHold).flatMap((element) => {
        const row = readRow(table, element, known);
        return row?.email === wanted ? [{ row, element, table }] : [];
      }),
    );
}

/** Reads the whole member list, with the proof of how complete it is. */
export function readRoster(tables: readonly Table[], known: RosterWords): Roster {
  const rows = tables.flatMap((table) => table.rows.flatMap((element) => readRow(table, element, known) ?? []));
  const { claimed, hidden } = completenessOf(tables, known.signs);
  if (claimed !== null && claimed > rows.length && hidden.length === 0)
    hidden.push('a list that is only drawn in part');
  return { rows, seen: rows.length, claimed, complete: claimed === rows.length && hidden.length === 0, hidden };
}

import type { RosterRow } from '@/lib/domain/grant/page-facts';
import { emailsIn } from '@/lib/domain/values/email';
import { plainText } from '@/lib/domain/values/text';
import type { RosterWords } from '@/lib/vendors/vendor';
import { childrenOf, holds, textsIn } from './dom';
import { is, isWhen, statusIn, statusUnder } from './read-status';
import { initials, type RowPlaces, you } from './row-places';
import { addressesIn, cellOf, cellsOf, parts, type Table } from './table';
import { isForReaders, namesOf, normal, type Piece, pieces, piecesOf, textOf } from './text';
import { isVisible } from './visible';

/** The known words that stand in texts, as the vendor writes them. */
export function knownIn(texts: readonly string[], known: readonly string[], apart?: string | RegExp): string[] {
  return [...new Set(parts(texts, apart).flatMap((text) => known.find((word) => normal(word) === normal(text)) ?? []))];
}

/**
 * The roles that texts name, as the vendor writes them where known. Of others only one that stands alone counts, unless
 * a person can have several at this vendor.
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

/** The reading of a row: the person in it, or the reason why nobody can be said to be. */
export type ReadRow = { row: RosterRow } | { row: null; why: string | null };

/** Controls of a row, whose words are neither name nor status. */
const control = /\/(?:BUTTON|A|SELECT|INPUT|LABEL)\d/;

/** Reads one row of a list. `places`: what its other rows tell. */
export function readRow(table: Table, row: Element, known: RosterWords, places: RowPlaces): ReadRow {
  if (!isVisible(row)) return { row: null, why: null };
  const at = (column: Parameters<typeof cellOf>[2]) => cellOf(table, row, column);
  const all = piecesOf(row);
  const emailCell = at('email');
  const within = (cell: Element | null) => all.filter(({ element }) => holds(cell, element));
  const others = table.doers.size > 0 ? cellsOf(row).filter((_, index) => table.doers.has(index)) : [];
  const { found, isCut } = addressesIn(
    emailCell ?? row,
    emailCell ? within(emailCell) : all.filter(({ element }) => !others.some((cell) => holds(cell, element))),
  );
  const emails = new Set(found.map(({ email }) => email));
  const isSure = emails.size < 2;
  const email = isSure ? found[0]?.email : emailCell ? null : places.sure(found);
  const own = found.find((each) => each.email === email);
  if (!email || !own) {
    const why = isCut ? 'an address that is cut short' : isSure ? null : 'a row that shows several addresses';
    return { row: null, why };
  }
  if (!emailCell && isSure && places.isElsewhere(own, all))
    return { row: null, why: 'a row whose address stands where others have a name' };

  const name = nameIn(at('name'));
  const rest = all.filter((piece) => piece !== name);
  const texts = rest.map(({ text }) => text);
  const roleCell = at('role');
  const roleNames = namesOf(known.columns.role ?? []);
  // Without columns the row itself may say what is the role.
  const labelled = texts.findIndex((text) => is(text, roleNames)) + 1;
  const said = roleCell ? pieces(roleCell) : labelled && texts.slice(labelled, labelled + 1);
  const roles = said ? rolesIn(said, known) : knownIn(texts, known.roles, known.rolesApart);

  const access = at('access');
  const statusCell = at('status');
  const unsaid = statusCell && ({ status: 'unknown', words: plainText(textOf(statusCell), 100) } as const);
  const status =
    (statusCell && statusIn(pieces(statusCell), known)) ??
    // A date says nothing that a mark beside the name could contradict.
    (known.datedWhilePending || !unsaid ? statusIn(texts, known) : null) ??
    unsaid ??
    unknownWords() ??
    statusUnder(table.heading, known);
  return {
    row: {
      email: plainText(email, 254),
      name: plainText(name?.text ?? '', 200),
      roles,
      ...(status ?? { status: 'unknown', words: '' }),
      access: access && plainText(entriesIn(access).join(', '), 1000),
    },
  };

  /**
   * Finds the piece that is the person's name: in its column, else before the address, else where most rows have words
   * of their own. A word of the list there, such as a status, is a mark only where other rows have their names beside
   * it.
   */
  function nameIn(cell: Element | null): Piece | null {
    const before = all.indexOf(own?.piece ?? ({} as Piece));
    const candidates = (cell ? within(cell) : all).filter(
      (piece) =>
        /[\p{L}\p{N}]/u.test(piece.text) &&
        !emailsIn(piece.text).includes(email ?? '') &&
        !(cell === null && control.test(piece.place) && all.indexOf(piece) > before) &&
        !isForReaders(piece, row),
    );
    const holdsAddress = cell === null || holds(cell, own?.piece.element ?? null);
    const first = candidates.filter((piece) => !holdsAddress || all.indexOf(piece) < before);
    const isWhereNamesAre = ({ place }: Piece) => {
      const { free, known: words } = places.count(place);
      return free > 0 && free >= words;
    };
    const isAName = ({ text, place }: Piece) =>
      !initials.test(text) && (!places.isKnown(text) || !places.hasNames(place, cell !== null));
    const afterwards = ({ place }: Piece) => {
      const { free, known: words } = places.count(place);
      return free > 1 && free > words;
    };
    // Whatever it says, a name stands where others have theirs, were there a handle beside it.
    const [lead] = first.filter(({ text }) => !initials.test(text));
    const { all: others, known: words } = places.count(lead?.place ?? '');
    if (lead && others > words) return lead;
    return first.find(isWhereNamesAre) ?? first.find(isAName) ?? (cell ? null : (candidates.find(afterwards) ?? null));
  }

  /**
   * Reads what stands in the row beside name, address, roles, buttons and dates: in a list without a column for it, the
   * status.
   */
  function unknownWords(): Pick<RosterRow, 'status' | 'words'> | null {
    const others = cellsOf(row).filter((_, index) => table.otherColumns.has(index));
    const cells = [roleCell, access, ...others].flatMap((cell) => within(cell ?? null));
    const left = rest.filter(
      (piece, at) =>
        !/\bby[\s:]*$/i.test(texts[at - 1] ?? '') &&
        !control.test(piece.place) &&
        !cells.includes(piece) &&
        !piece.text.includes('@') &&
        !isForReaders(piece, row),
    );
    const words = parts(left.map(({ text }) => text)).filter(
      (text) =>
        normal(text) &&
        !initials.test(text) &&
        !isWhen(text, known.signs) &&
        !you.test(text) &&
        !roleNames.has(normal(text)) &&
        !roles.some((role) => normal(role) === normal(text)),
    );
    return words.length > 0 ? { status: 'unknown', words: plainText(words.join(' · '), 100) } : null;
  }
}

/**
 * Lists the entries of an access cell: `Production (Admin)`, `Staging (Member)`; what has words of its own, such as a
 * chip, is one entry.
 */
function entriesIn(cell: Element): string[] {
  const hasWords = textsIn(cell, () => true).some(({ data }) => data.trim());
  const [only, ...others] = [...childrenOf(cell)].filter((each) => each instanceof Element);
  if (hasWords || !only) return [textOf(cell)];
  return others.length === 0 ? entriesIn(only) : [only, ...others].map(textOf).filter(Boolean);
}

import { emailsIn } from '@/lib/domain/values/email';
import { once } from './dom';
import { addressesIn, type Found, type Table } from './table';
import { type Piece, piecesOf } from './text';

/** Knows from the rows of a list which places of each hold addresses, and which hold words of their own. */
export interface RowPlaces {
  /**
   * Picks of several addresses in one row the one that stands where other rows have theirs; null where the others do
   * not tell.
   */
  sure(found: readonly Found[]): string | null;
  /**
   * Returns whether other rows have their address at another place, which this row fills with something that is no word
   * of the list.
   */
  isElsewhere(own: Found, texts: readonly Piece[]): boolean;
  /**
   * Tells how many rows have words of their own at a place, such as people's names, and how many have words of the list
   * there, such as a status; no rows have words of their own where more have them beside it, in the same cell. `all`:
   * those too.
   */
  count(place: string): { free: number; known: number; all: number };
  /** Returns whether any row has words of its own, in the same cell or anywhere. */
  hasNames(place: string, inCell: boolean): boolean;
  /** Returns whether a text is a word of the list: a role, a status, a date. */
  isKnown(text: string): boolean;
}

/** Rows that are looked at: enough to learn from, few enough for a list of thousands. */
const sample = 40;

/** Matches the initials that stand in a circle before a name. */
export const initials = /^\p{Lu}{1,3}$/u;
/** Matches the mark of the admin's own row. */
export const you = /^\W*(?:this is |it.?s )?you\W*$/i;

/** Learns the places of a list from its rows. `isKnown`: whether a text is a word of the list. */
export function placesOf({ rows }: Pick<Table, 'rows'>, isKnown: (text: string) => boolean): RowPlaces {
  const seen = rows.slice(0, sample).map((row) => {
    const texts = piecesOf(row);
    const emails = new Set(addressesIn(row, texts).found.map(({ piece }) => piece.place));
    return { texts: new Map(texts.map(({ text, place }) => [place, text])), emails };
  });
  /**
   * Returns whether rows that fill both places have their address at the first beside words of their own, and none the
   * other way round.
   */
  const wins = (place: string, over: string) => {
    const has = (at: string, not: string) =>
      seen.some(({ texts, emails }) => {
        const other = texts.get(not);
        return emails.has(at) && other !== undefined && !emails.has(not) && isOwn(other);
      });
    return has(place, over) && !has(over, place);
  };
  const isOwn = (text: string) =>
    /[\p{L}\p{N}]/u.test(text) && !initials.test(text) && !you.test(text) && !isKnown(text);
  const counts = once(() => {
    const made = new Map<string, { free: Set<string>; of: number; known: number }>();
    for (const { texts, emails } of seen)
      for (const [place, text] of texts) {
        if (emails.has(place)) continue;
        const count = made.get(place) ?? { free: new Set(), of: 0, known: 0 };
        made.set(place, count);
        if (isOwn(text)) {
          count.of += 1;
          count.free.add(text);
        } else if (isKnown(text)) count.known += 1;
      }
    // What every row says alike is a label.
    return new Map(
      Array.from(made, ([place, { free, of, known }]) => [place, { free: of > 1 && free.size === 1 ? 0 : of, known }]),
    );
  });
  return {
    isKnown,
    sure(found) {
      const own = found.filter(({ piece: { place } }) =>
        found.every((other) => other.piece.place === place || wins(place, other.piece.place)),
      );
      const emails = new Set(own.map(({ email }) => email));
      return emails.size === 1 ? ([...emails][0] ?? null) : null;
    },
    isElsewhere: ({ email, piece: own }, texts) =>
      texts.some(
        ({ text, place }) =>
          place !== own.place && !isKnown(text) && !emailsIn(text).includes(email) && wins(place, own.place),
      ),
    count(place) {
      const { free = 0, known = 0 } = counts().get(place) ?? {};
      const cell = cellOfPlace(place);
      const isMain = [...counts()].every(([other, count]) => cellOfPlace(other) !== cell || count.free <= free);
      return { free: isMain ? free : 0, known, all: free };
    },
    hasNames: (place, inCell) =>
      [...counts()].some(([other, { free }]) => free > 0 && (!inCell || cellOfPlace(other) === cellOfPlace(place))),
  };
}

/** The first step of a place: the cell of a row that has cells. */
const cellOfPlace = (place: string) => place.split('/', 2)[1];

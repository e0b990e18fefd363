import { emailsIn } from '@/lib/domain/values/email';
import type { ListSigns, RosterColumn, RosterWords } from '@/lib/vendors/vendor';
import {
  all,
  childrenOf,
  closest,
  dialogs,
  first,
  headings,
  holds,
  menus,
  type Outline,
  parentOf,
  wordsIn,
} from './dom';
import { callings, namesOf, normal, type Piece, pattern, pieces, piecesOf, textOf } from './text';
import { isVisible } from './visible';

/** A member list on the page: its rows, and at which place in a row each column stands. */
export interface Table {
  element: Element;
  rows: Element[];
  columns: Columns;
  /** Columns that are headed as something else than a person's state, such as `Last active`. */
  otherColumns: ReadonlySet<number>;
  /** Columns that name who did something, such as `Invited by`: nobody is listed there. */
  doers: ReadonlySet<number>;
  /** The heading that it stands under, which may say that all of it are invitations. */
  heading: string;
}
type Columns = Partial<Record<RosterColumn, number>>;

export const headerCell = 'th:not([scope=row]),[role=columnheader]';
const tableRow = 'tr,[role=row],.ant-table-row';
const cell = 'td,th,[role=cell],[role=gridcell],[role=rowheader],[role=columnheader],.ant-table-cell';
const box = 'table,[role=table],[role=grid],[role=treegrid]';

/** Reads the one address that a short text shows; undefined where there is none. */
const addressIn = (text: string | null | undefined) => (text?.includes('@') ? emailsIn(text)[0] : undefined);

/** Attributes in which libraries leave the whole of what they cut short. */
const whole = '[title],[aria-label],[href^="mailto:" i],[data-email]';

/** An address in a row, and where it stands. */
export interface Found {
  email: string;
  piece: Piece;
}

/**
 * Finds every address that texts show, as the log writes it. Who invited somebody is not meant. An address that is cut
 * short counts by the attribute that holds the whole of it, else it is `cut`.
 */
export function addressesIn(
  element: Element,
  texts: readonly Piece[] = piecesOf(element),
): { found: Found[]; isCut: boolean } {
  const found: Found[] = [];
  let isCut = false;
  for (const [at, piece] of texts.entries()) {
    const { text } = piece;
    const isShort = /\S*(?:…|\.{3})\S*/.exec(text)?.[0];
    if (!text.includes('@') && !isShort) continue;
    if (/\bby[\s:]*$/i.test(texts[at - 1]?.text ?? '')) continue;
    const named = emailsIn(text.replace(/\bby[\s:]+\S+@\S+/i, ''));
    found.push(...named.map((email) => ({ email, piece })));
    if (named.length > 0 || !isShort) continue;
    const [begins = '', ends = ''] = isShort.toLowerCase().split(/…|\.{3}/);
    const held = all<Element>(element, whole)
      .concat(element)
      .flatMap((each) => ['title', 'aria-label', 'href', 'data-email'].map((name) => each.getAttribute(name) ?? ''))
      .flatMap(emailsIn)
      .filter(
        (email) => email.startsWith(begins) && email.endsWith(ends) && email.length > begins.length + ends.length,
      );
    if (new Set(held).size === 1 && held[0]) found.push({ email: held[0], piece });
    else isCut ||= isShort.includes('@');
  }
  return { found, isCut };
}

/**
 * The cells of a row, in the order of the columns where the row says which is which; the parts of a row without cells.
 */
export function cellsOf(row: Element): Element[] {
  const parts = [...childrenOf(row)].filter((each) => each instanceof Element);
  const cells = parts.filter((each) => each.matches(cell));
  const [only, another] = parts;
  if (cells.length === 0) return only && !another ? cellsOf(only) : parts;
  const placed: Element[] = [];
  let next = 0;
  for (const each of cells) {
    next = (Number(each.getAttribute('aria-colindex')) || next + 1) - 1;
    placed[next] = each;
    next += (each as HTMLTableCellElement).colSpan || 1;
  }
  return placed;
}

/** The cell of a row in one column, or null where the table has no such column. */
export function cellOf(table: Table, row: Element, column: RosterColumn): Element | null {
  return cellsOf(row)[table.columns[column] ?? -1] ?? null;
}

/** Reads which columns of a member list the cells of a row name; null where it is one at most, which is chance. */
function columnsOf(headerRow: Element | null | undefined, known: RosterWords['columns']): Columns | null {
  const columns: Columns = {};
  // A list that stands before is no head: it shows addresses.
  if (headerRow && !wordsIn(headerRow).includes('@') && !first(headerRow, 'textarea,select'))
    cellsOf(headerRow).forEach((header, index) => {
      const said = callings(header);
      for (const column of Object.keys(known) as RosterColumn[]) {
        const names = namesOf(known[column] ?? []);
        if (said.some((text) => names.has(text))) columns[column] ??= index;
      }
    });
  return new Set(Object.values(columns)).size > 1 ? columns : null;
}

/** Finds the columns of a head that name who did something. */
const doersIn = (head: Element | null): ReadonlySet<number> =>
  new Set((head ? cellsOf(head) : []).flatMap((cell, at) => (/\bby$/i.test(textOf(cell)) ? at : [])));

/** Finds the columns of a head that are called something, and neither one of ours nor what a state may be called. */
function othersIn(head: Element | null, columns: Columns | null, { stateLike }: ListSigns): ReadonlySet<number> {
  const ours = new Set(Object.values(columns ?? {}));
  const isOther = (cell: Element) => {
    const said = textOf(cell);
    return normal(said) !== '' && !pattern(stateLike).test(said);
  };
  return new Set((head ? cellsOf(head) : []).flatMap((cell, at) => (!ours.has(at) && isOther(cell) ? at : [])));
}

/**
 * The lists of members and of invitations on a page, largest first: wherever addresses stand row by row, whatever the
 * markup.
 */
export function findTables(
  { columns: known, signs, ...words }: RosterWords,
  { elements, texts, lists }: Outline,
): Table[] {
  const groups = new Map<Element, Set<Element>>();
  const rowsOfHeaders = elements.flatMap((each) =>
    each.matches(headerCell) ? (closest(each, tableRow) ?? parentOf(each) ?? []) : [],
  );
  const headers = [...new Set(rowsOfHeaders)].flatMap((row) => {
    const columns = columnsOf(row, known);
    if (!columns || !isVisible(row)) return [];
    const element = closest(row, box) ?? row;
    if (columns.email !== undefined) groups.set(element, new Set());
    return [{ row, element, columns }];
  });

  const put = (row: Element) => {
    const element = closest(row, box) ?? parentOf(row);
    if (element) groups.set(element, (groups.get(element) ?? new Set()).add(row));
  };
  for (const list of lists.filter((each) => !closest(each, `select,datalist,${menus}`)))
    for (const row of childrenOf(list)) if (row instanceof Element && wordsIn(row).includes('@')) put(row);
  for (const text of texts) {
    const at = parentOf(text);
    if (!at || !text.data.includes('@') || lists.some((list) => holds(list, at))) continue;
    const isElsewhere = closest(at, `${signs.elsewhere},${dialogs}`);
    const row = closest(at, tableRow) ?? (isElsewhere ? null : rowAround(at, known, signs));
    if (row) put(row);
  }

  const member = namesOf([...words.roles, ...words.pending, ...words.active, ...words.expired]);
  const tables = [...groups].flatMap(([element, group]) => {
    const found = [...group];
    // What shows an address above the head is no row.
    const top = found.findIndex((row) => columnsOf(row.previousElementSibling, known));
    const rows = found.slice(Math.max(top, 0));
    const start = rows.find((row) => addressesIn(row).found.length > 0);
    const own = headers.find((header) => header.element === element);
    // Some libraries draw the head of a table apart from its body.
    const isHeaded = first(element, headerCell);
    const apart = !isHeaded && start?.matches(tableRow) ? headers.findLast(({ row }) => isAfter(start, row)) : null;
    const columns =
      (own ?? apart)?.columns ??
      columnsOf(start?.previousElementSibling, known) ??
      columnsOf(start && parentOf(start)?.previousElementSibling, known);
    const isMembers = columns ?? rows.some((row) => parts(pieces(row)).some((text) => member.has(normal(text))));
    // Headings that are counted otherwise than the cells are no help.
    const where = start && cellsOf(start)[columns?.email ?? -1];
    const fits = !start || columns?.email === undefined || (where && addressesIn(where).found.length > 0);
    let around: Element = element;
    while (!own && apart && !holds(around, apart.row)) around = parentOf(around) ?? document.body;
    const title = elements.findLast(
      (each) =>
        each.matches(headings) && isAfter(element, each) && closest(each, dialogs) === closest(element, dialogs),
    );
    const heading = title ? wordsIn(title) : '';
    return isMembers && (!start || rows.some(isVisible))
      ? [
          {
            element: around,
            rows,
            columns: (fits && columns) || {},
            doers: doersIn((fits && (own ?? apart)?.row) || null),
            otherColumns: othersIn((fits && (own ?? apart)?.row) || null, columns, signs),
            heading,
            isStrange: isHeaded && !columns,
          },
        ]
      : [];
  });
  // Beside a list of members, a list of other columns is about something else.
  const ours = tables.filter(({ isStrange }) => !isStrange);
  const full = (ours.length > 0 ? ours : tables).filter(({ rows }) => rows.length > 0);
  return full.length > 0 ? full.sort((a, b) => b.rows.length - a.rows.length) : tables;
}

/** Returns whether an element stands after another: browsers do not say it of those in different shadow roots. */
function isAfter(element: Element, other: Element): boolean {
  const at = other.compareDocumentPosition(element);
  if (!(at & 1)) return (at & 4) > 0;
  const hosts = (node: Element | null): Element[] => (node ? [...hosts(parentOf(node)), node] : []);
  const [mine, theirs] = [hosts(element), hosts(other)];
  const split = mine.findIndex((each, level) => each !== theirs[level]);
  const [a, b] = [mine[split], theirs[split]];
  return a !== undefined && b !== undefined && (b.compareDocumentPosition(a) & 4) > 0;
}

/**
 * Finds what stands under a head with columns, or repeats around an address: the box beside which, or beside whose
 * divider, another of its kind holds one too. An address that stands alone is in an item, or in the largest box that is
 * not a part of the page.
 */
function rowAround(at: Element, known: RosterWords['columns'], { typed, under, count }: ListSigns): Element | null {
  const isTitle = (heading: Element) =>
    [...Object.values(under), count].some((source) => pattern(source).test(wordsIn(heading).trim()));
  const repeats = (row: Element, side: 'previousElementSibling' | 'nextElementSibling') => {
    const beside = row[side];
    const other = beside && wordsIn(beside).trim() === '' ? beside[side] : beside;
    return (
      other?.tagName === row.tagName &&
      addressIn(wordsIn(other)) !== undefined &&
      // A dialog stands beside all the rest of the page.
      !first(other, dialogs)
    );
  };
  let found: Element | null = null;
  let alone: Element | null = null;
  // A box of more parts is no row; reading its text for each address in it would take forever.
  for (let row: Element | null = at; row && row.childElementCount < 30; row = parentOf(row)) {
    if (row.matches('main,[role=main],body') || first(row, typed)) break;
    // The title of a list is no part of a row.
    if (all(row, headings).some(isTitle)) break;
    if (!found && columnsOf(row.previousElementSibling, known)) return row;
    const text = wordsIn(row);
    // Two addresses in one row repeat as well, and so does the row.
    if (
      (repeats(row, 'previousElementSibling') || repeats(row, 'nextElementSibling')) &&
      (!found || (text.split('@').length < 4 && !found.matches('li,article') && !first(row, headings)))
    )
      found = row;
    if (!found && text.length < 400 && !first(row, 'h1,h2,table,form') && !alone?.matches('li,article')) alone = row;
  }
  return found ?? alone;
}

/**
 * Splits a piece of text into what it says one after the other: `Role: Admin · Pending` is a label, a role and a
 * status.
 */
export const parts = (texts: readonly string[], apart: string | RegExp = /[,;|·•()[\]▾▼⌄:]|\s[–—-]\s/) =>
  texts.flatMap((text) => text.split(RegExp(apart))).flatMap((text) => text.trim() || []);

import type { RosterColumn, RosterWords } from '@/lib/vendors/vendor';
import { normal, pieces } from './text';
import { isVisible } from './visible';

/** A member list on the page: its rows, and at which place in a row each column stands. */
export interface Table {
  element: Element;
  rows: Element[];
  columns: Partial<Record<RosterColumn, number>>;
}

const headerCell = 'th,[role="columnheader"]';
const row = 'tr,[role="row"],.ant-table-row,[role="listitem"],li';
const cell =
  ':scope > td,:scope > th,:scope > [role="cell"],:scope > [role="gridcell"],:scope > [role="rowheader"],:scope > .ant-table-cell';
const box = 'table,[role="table"],[role="grid"],[role="treegrid"],[role="list"],ul,ol';
const address = /[^\s@<>()[\]"',;:]+@[^\s@<>()[\]"',;:]+\.[^\s@<>()[\]"',;:]+/;

/** The e-mail address that an element shows or links to; lower-cased, or null. */
export function emailIn(element: Element): string | null {
  const link = element.querySelector('a[href^="mailto:" i]')?.getAttribute('href');
  if (link) return link.slice(7).split('?')[0]?.toLowerCase() ?? null;
  const texts = pieces(element);
  const whole = texts.find((text) => address.test(text)) ?? texts.join('');
  return address.exec(whole)?.[0].replace(/[.]+$/, '').toLowerCase() ?? null;
}

/** The cells of a row, in the order of the columns where the row says which is which. */
export function cellsOf(tableRow: Element): Element[] {
  let holder = tableRow;
  let cells = [...holder.querySelectorAll(cell)];
  while (cells.length === 0 && holder.childElementCount === 1 && holder.firstElementChild) {
    holder = holder.firstElementChild;
    cells = [...holder.querySelectorAll(cell)];
  }
  const placed: Element[] = [];
  let next = 0;
  for (const each of cells) {
    const index = Number(each.getAttribute('aria-colindex')) || 0;
    if (index > 0) next = index - 1;
    placed[next] = each;
    next += (each as HTMLTableCellElement).colSpan || 1;
  }
  return placed;
}

function headerRowOf(header: Element): Element {
  return header.closest('tr,[role="row"]') ?? header.parentElement ?? header;
}

function columnsOf(headerRow: Element, known: RosterWords['columns']): Table['columns'] {
  const columns: Table['columns'] = {};
  const headers: Element[] = [];
  let next = 0;
  for (const header of headerRow.querySelectorAll(headerCell)) {
    const index = Number(header.getAttribute('aria-colindex')) || 0;
    if (index > 0) next = index - 1;
    headers[next] = header;
    next += (header as HTMLTableCellElement).colSpan || 1;
  }
  headers.forEach((header, index) => {
    const text = normal(pieces(header).join(' ')) || normal(header.getAttribute('aria-label') ?? '');
    for (const [column, synonyms] of Object.entries(known) as [RosterColumn, readonly string[]][]) {
      if (columns[column] === undefined && synonyms.some((synonym) => normal(synonym) === text))
        columns[column] = index;
    }
  });
  return columns;
}

const dataRows = 'tr,[role="row"],.ant-table-row';
const isDataRow = (element: Element) =>
  element.getAttribute('aria-hidden') !== 'true' &&
  !element.querySelector(headerCell) &&
  !element.matches('.ant-table-placeholder');
const isNested = (element: Element, kind: string, within: Element) => {
  const outer = element.parentElement?.closest(kind);
  return Boolean(outer && within.contains(outer) && outer !== within);
};

/** Rows below a header: in its own table or, where the library draws header and body apart, in the nearest surrounding that has some. */
function rowsFor(headerRow: Element): { element: Element; rows: Element[] } | null {
  let around: Element | null = headerRow.parentElement;
  for (let level = 0; around && level < 8; level += 1, around = around.parentElement) {
    const within = around;
    const rows = [...within.querySelectorAll(dataRows)].filter(
      (each) => each !== headerRow && isDataRow(each) && !isNested(each, dataRows, within),
    );
    if (rows.some((each) => cellsOf(each).length > 1)) return { element: within, rows };
    if (within.matches('main,[role="main"],body')) return null;
  }
  return null;
}

/**
 * The member list: the first visible header row that names an e-mail column or two others of the vendor's columns, with its
 * rows; or, on pages without column headings, the list in which most rows hold an address.
 */
export function findTable(known: RosterWords, root: ParentNode = document): Table | null {
  const headerRows = new Set([...root.querySelectorAll(headerCell)].map(headerRowOf));
  let empty: Table | null = null;
  for (const headerRow of headerRows) {
    const columns = columnsOf(headerRow, known.columns);
    if (Object.keys(columns).length < 2 || !isVisible(headerRow)) continue;
    const body = rowsFor(headerRow);
    if (body && (columns.email !== undefined || body.rows.some((each) => emailIn(each)))) return { ...body, columns };
    if (columns.email !== undefined) empty ??= { element: headerRow.closest(box) ?? headerRow, rows: [], columns };
  }
  return empty ?? withoutHeader(root);
}

function withoutHeader(root: ParentNode): Table | null {
  for (const element of root.querySelectorAll(box)) {
    const rows = [...element.querySelectorAll(row)].filter((each) => isDataRow(each) && !isNested(each, row, element));
    const filled = rows.filter((each) => emailIn(each));
    if (filled.length > 0 && filled.length * 2 > rows.length && isVisible(element))
      return { element, rows: filled, columns: {} };
  }
  return null;
}

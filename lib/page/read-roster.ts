import type { MemberStatus, Roster, RosterRow } from '@/lib/domain/facts';
import { plainText } from '@/lib/domain/text';
import type { RosterColumn, RosterWords } from '@/lib/vendors/vendor';
import { cellsOf, emailIn, type Table } from './table';
import { nameOf, normal, pieces, textOf } from './text';
import { isVisible } from './visible';

/** The cell of a row in one column, or null where the table has no such column. */
export function cellOf(table: Table, row: Element, column: RosterColumn): Element | null {
  const index = table.columns[column];
  return index === undefined ? null : (cellsOf(row)[index] ?? null);
}

const parts = (texts: readonly string[]) =>
  texts.flatMap((text) => text.split(/[,;|·()[\]]/)).map((text) => text.trim());

function rolesOf(table: Table, row: Element, known: RosterWords): string[] {
  const cell = cellOf(table, row, 'role');
  const texts = parts(pieces(cell ?? row));
  const roles = texts.filter((text) => known.roles.some((role) => normal(role) === normal(text)));
  if (roles.length > 0) return [...new Set(roles)];
  const first = cell ? pieces(cell)[0] : undefined;
  return first ? [plainText(first, 100)] : [];
}

/** `Pending`, `(Pending)`, `Invitation sent 3 days ago`: the status word, alone or at the start of a piece of text. */
function statusOf(table: Table, row: Element, known: RosterWords): { status: MemberStatus; words: string } {
  const cell = cellOf(table, row, 'status');
  const texts = parts(pieces(cell ?? row));
  const byStatus = [
    ['expired', known.expired],
    ['pending', known.pending],
    ['active', known.active],
  ] as const;
  for (const [status, synonyms] of byStatus) {
    const hit = texts.find((text) => {
      const said = normal(text);
      return synonyms.some(
        (synonym) => said === normal(synonym) || (status !== 'active' && said.startsWith(`${normal(synonym)} `)),
      );
    });
    if (hit) return { status, words: plainText(hit, 100) };
  }
  return { status: 'unknown', words: cell ? plainText(textOf(cell), 100) : '' };
}

function nameIn(table: Table, row: Element, email: string): string {
  const cell = cellOf(table, row, 'name');
  const texts = pieces(cell ?? row).filter((text) => !text.toLowerCase().includes(email) && /\p{L}{2}/u.test(text));
  return plainText(cell ? texts.join(' ') : (texts[0] ?? ''), 200);
}

/** Reads one row; null where it shows no e-mail address. */
export function readRow(table: Table, row: Element, known: RosterWords): RosterRow | null {
  const emailCell = cellOf(table, row, 'email');
  const email = (emailCell && emailIn(emailCell)) ?? emailIn(row);
  if (!email) return null;
  const access = cellOf(table, row, 'access');
  return {
    email: plainText(email, 254),
    name: nameIn(table, row, email),
    roles: rolesOf(table, row, known),
    ...statusOf(table, row, known),
    access: access ? plainText(textOf(access), 1000) : null,
  };
}

/** The rows of one person, read; the other rows are only looked through. */
export function readRowsOf(email: string, table: Table, known: RosterWords): { row: RosterRow; element: Element }[] {
  const wanted = email.toLowerCase();
  const linked = table.element.querySelector('a[href^="mailto:" i]') !== null;
  const mayHold = (element: Element) => linked || (element.textContent ?? '').toLowerCase().includes(wanted);
  if (!mayHold(table.element)) return [];
  return table.rows.filter(mayHold).flatMap((element) => {
    const row = readRow(table, element, known);
    return row?.email === wanted ? [{ row, element }] : [];
  });
}

/** Reads the whole member list, with the proof of how complete it is. */
export function readRoster(table: Table, known: RosterWords, root: ParentNode = document): Roster {
  const rows = table.rows.flatMap((element) => readRow(table, element, known) ?? []);
  const claimed = claimedTotal(table, root);
  const hidden = hiddenBy(table, root);
  const complete = claimed !== null && claimed === rows.length && hidden.length === 0;
  return { rows, seen: rows.length, claimed, complete, hidden };
}

const surroundings = (table: Table) =>
  table.element.closest('main,[role="main"],section,article') ?? table.element.parentElement ?? table.element;

const claims = [
  /\b(?:of|out of)\s+([\d,.]+)\b/i,
  /\b([\d,.]+)\s+(?:team )?(?:members|users|people|teammates|results|rows|items|total)\b/i,
  /\b(?:members|users|people|teammates|total)\s*[:(]\s*([\d,.]+)/i,
];

/** What the page itself says the total is: `1–10 of 37`, `37 members`, `Members (37)`, or the grid's own row count. */
function claimedTotal(table: Table, root: ParentNode): number | null {
  const grid = table.element.closest('[aria-rowcount]') ?? table.element.querySelector('[aria-rowcount]');
  const count = Number(grid?.getAttribute('aria-rowcount'));
  if (count > 0) return count - (grid?.querySelector('[role="columnheader"],th') ? 1 : 0);
  const inTable = new Set(table.rows);
  const area = surroundings(table);
  for (const element of [area, ...(root instanceof Document ? [root.body] : [])]) {
    const walker = document.createTreeWalker(element, 4);
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue ?? '';
      if (!/\d/.test(text) || text.length > 80) continue;
      if ([...inTable].some((each) => each.contains(walker.currentNode))) continue;
      for (const claim of claims) {
        const total = claim.exec(walker.currentNode.parentElement?.textContent?.slice(0, 120) ?? text)?.[1];
        if (total) return Number(total.replace(/[,.]/g, ''));
      }
    }
  }
  return null;
}

const searchField =
  'input[type="search"],[role="searchbox"],input[placeholder*="search" i],input[aria-label*="search" i],input[placeholder*="filter" i]';
const pager = '[aria-label*="pagination" i],[class*="pagination" i],nav[aria-label*="page" i]';

/** What keeps rows from being seen: further pages, a search or filter in use, a window of a longer list. */
function hiddenBy(table: Table, root: ParentNode): string[] {
  const hidden: string[] = [];
  const area = surroundings(table);
  for (const field of area.querySelectorAll<HTMLInputElement>(searchField)) {
    if (field.value?.trim() && isVisible(field)) hidden.push(`the search “${plainText(field.value, 60)}”`);
  }
  const bars = [...(root instanceof Document ? root : area).querySelectorAll(pager)].filter(isVisible);
  const pages = bars
    .flatMap((bar) => [...bar.querySelectorAll('li,button,a')])
    .map((each) => Number(normal(textOf(each) || nameOf(each)).replace(/^page /, '')));
  const more = bars.some((bar) =>
    [...bar.querySelectorAll('button,a,li')].some(
      (each) => /next/i.test(`${nameOf(each)} ${each.getAttribute('title') ?? ''}`) && !isDisabled(each),
    ),
  );
  if (more || pages.some((page) => page > 1)) hidden.push('further pages');
  const scroller = table.rows[0]?.parentElement;
  if (
    table.element.querySelector('[class*="virtual" i],[data-index]') ||
    (scroller && /translate|position:\s*absolute/.test(scroller.getAttribute('style') ?? ''))
  ) {
    hidden.push('a list that is only drawn in part');
  }
  return hidden;
}

const isDisabled = (element: Element) =>
  element.matches(':disabled,[aria-disabled="true"],[class*="disabled" i]') ||
  Boolean(element.querySelector(':disabled,[aria-disabled="true"]'));

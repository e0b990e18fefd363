import { plainText } from '@/lib/domain/values/text';
import type { ListSigns } from '@/lib/vendors/vendor';
import { all, asides, buttons, closest, dialogs, first, holds, parentOf, textsIn, wordsIn } from './dom';
import type { Table } from './table';
import { callings, pattern, piecesOf, textOf } from './text';
import { isVisible } from './visible';

/** Says how complete the reading of some lists is. */
export interface Completeness {
  /** The number of rows that the page itself claims; null where it claims none. */
  claimed: number | null;
  /** The reasons that keep rows from being seen: further pages, a search or filter in use. */
  hidden: string[];
}

const controls = `input,select,textarea,${buttons},a,[role=combobox],[role=tab]`;
/** Looks at everything around the rows of lists. */
export function completenessOf(tables: readonly Table[], signs: ListSigns): Completeness {
  const area = (tables[0] && closest(tables[0].element, 'main,[role=main]')) ?? document.body;
  const rows = new Set(tables.flatMap((table) => table.rows));
  const isOutside = (element: Element) => rows.has(element) || element.matches(`${asides},${dialogs}`);
  const hidden = hiddenIn(area, signs, rows);
  const isOver = pattern(signs.over);
  const messages = all(document.body, `${dialogs},${signs.notices.message}`);
  if (messages.some((each) => isOver.test(wordsIn(each).slice(0, 300)) && isVisible(each)))
    hidden.push('a session or service that ended');
  return { claimed: claimedIn(area, tables, signs, isOutside), hidden };
}

/** Reads how many rows there are, by whole texts that say nothing else; null where none does. */
function claimedIn(
  area: Element,
  tables: readonly Table[],
  signs: ListSigns,
  isOutside: (element: Element) => boolean,
): number | null {
  const range = pattern(signs.range);
  const count = pattern(signs.count);
  const invitations = pattern(signs.invitations);
  const otherwise = pattern(signs.otherwise);
  const number = (text: string | undefined) => Number((text ?? '').replace(/\D/g, ''));

  const totals: number[] = tables.flatMap(({ element, rows }) => {
    const grid = closest(element, '[aria-rowcount]') ?? first(element, '[aria-rowcount]');
    const head = grid && first(grid, '[role=columnheader],th') ? 1 : 0;
    const sets = rows.slice(0, 1).map((row) => Number(row.getAttribute('aria-setsize')));
    return [Number(grid?.getAttribute('aria-rowcount')) - head, ...sets];
  });
  /** The most that any text says of members, and of invitations: they may be counted apart. */
  const counted = { people: 0, invitations: 0 };
  const looked = new Set<Element>();
  const texts = textsIn(area, (element) => isOutside(element) || element.matches('select,option'));
  for (const text of texts) {
    if (!/\d/.test(text.data)) continue;
    // A number may be set apart from its words.
    for (let at = parentOf(text); at && holds(area, at) && wordsIn(at).length < 120; at = parentOf(at)) {
      if (isOutside(at)) break;
      if (looked.has(at)) continue;
      looked.add(at);
      if (closest(at, signs.closedTab)) continue;
      const said = piecesOf(at).flatMap(({ text, element }) => (closest(element, controls) ? [] : text));
      // Some libraries draw each digit by itself.
      for (const each of [said.join(' '), said.join('')]) {
        const text = each.replace(/\s+/g, ' ').trim();
        if (otherwise.test(text)) continue;
        const total = range.exec(text)?.slice(1).find(Boolean);
        if (total) totals.push(number(total));
        const parts = count.test(text) ? [text] : text.split(pattern(signs.apart));
        const counts = parts.map((part) => count.exec(part.trim()));
        if (counts.includes(null)) continue;
        const sums = { people: 0, invitations: 0 };
        for (const one of counts)
          sums[invitations.test(one?.[0] ?? '') ? 'invitations' : 'people'] += number(one?.slice(1).find(Boolean));
        counted.people = Math.max(counted.people, sums.people);
        counted.invitations = Math.max(counted.invitations, sums.invitations);
      }
    }
  }
  const known = totals.filter((total) => total > 0);
  const listed =
    known.length === 0 ? 0 : tables.length > 1 ? known.reduce((sum, one) => sum + one) : Math.max(...known);
  return Math.max(listed, counted.people + counted.invitations) || null;
}

/** Finds what keeps rows from being seen. `rows`: of the lists, whose own controls are no matter here. */
function hiddenIn(area: Element, signs: ListSigns, rows: ReadonlySet<Element>): string[] {
  const turns = pattern(signs.turns);
  const clears = pattern(signs.clears);
  const hidden = new Set<string>();
  const numbers: HTMLElement[] = [];
  const isOff = (element: Element) => closest(element, ':disabled,[aria-disabled=true],[class*=disabled i]') !== null;
  const isIn = (element: Element, stop: (each: Element) => boolean) => {
    for (let each: Element | null = element; each; each = parentOf(each)) if (stop(each)) return true;
    return false;
  };
  for (const element of all(area, `input,select,${buttons},a,li,[role=progressbar],[aria-busy=true]`)) {
    if (isIn(element, (each) => rows.has(each) || each.matches(dialogs)) || !isVisible(element)) continue;
    const text = textOf(element);
    const says = (pattern: RegExp) => callings(element).some((name) => pattern.test(name));
    const isAside = isIn(element, (each) => each.matches(asides));
    // A navigation beside the list may hold its page controls, and nothing else that matters.
    if (isAside && !closest(element, signs.pager)) continue;
    if (element instanceof HTMLInputElement) {
      if (!isAside && element.value.trim() && (element.type === 'search' || says(/search|filter|find/)))
        hidden.add(`the search “${plainText(element.value, 60)}”`);
    } else if (element instanceof HTMLSelectElement) {
      const [first, chosen] = [element.options[0], element.selectedOptions[0]];
      if (!isAside && first !== chosen && /^(all|any|every)\b/i.test(first?.text ?? ''))
        hidden.add(`the filter “${plainText(chosen?.text ?? '', 60)}”`);
    } else if (element.matches('[role=progressbar],[aria-busy=true]')) {
      if (element.matches('[aria-busy=true]') || /load/i.test(`${text} ${callings(element)}`))
        hidden.add('rows that are still loading');
    } else if (!isAside && (says(clears) || /filters?\W*[1-9]/i.test(text))) hidden.add('a filter');
    else if (isOff(element)) continue;
    else if (says(turns) || /^[›»>→]+$/.test(text) || (/\bmore\b/i.test(text) && /\d/.test(text)))
      hidden.add('further pages');
    else if (/^\d{1,4}$/.test(text)) numbers.push(element);
    // Arrows without a name beside the size of a page.
    else if (element.matches(buttons) && text === '' && callings(element).length === 0 && saysPages(element, signs))
      hidden.add('further pages');
  }
  // Pages by their numbers alone: of one there is nothing to turn.
  const pages = new Set(numbers.map(textOf));
  if (pages.has('1') && pages.has('2')) hidden.add('further pages');
  return [...hidden];
}

/** Returns whether the box around a control speaks of pages, or of rows per page. */
function saysPages(element: Element, signs: ListSigns): boolean {
  for (let at = parentOf(element), level = 0; at && level < 3; at = parentOf(at), level += 1) {
    const said = wordsIn(at);
    if (said.length > 120) return false;
    if (pattern(signs.pages).test(said) || at.matches(signs.pager)) return true;
  }
  return false;
}

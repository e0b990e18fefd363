import { plainText } from '@/lib/domain/values/text';
import type { ListSigns } from '@/lib/vendors/vendor';
import { all, asides, buttons, dialogs, textsIn } from './dom';
import type { Table } from './table';
import { callings, textOf } from './text';
import { isVisible } from './visible';

/** How complete what was read of some lists is. */
export interface Completeness {
  /** How many rows the page itself says there are; null where it does not say. */
  claimed: number | null;
  /** What keeps rows from being seen: further pages, a search or filter in use. */
  hidden: string[];
}

/** Looks at everything around the rows of lists. */
export function completenessOf(tables: readonly Table[], signs: ListSigns): Completeness {
  const claims = new RegExp(signs.claims, 'i');
  const otherwise = new RegExp(signs.otherwise, 'i');
  const turns = new RegExp(signs.turns);
  const clears = new RegExp(signs.clears);
  const area = tables[0]?.element.closest('main,[role=main]') ?? document.body;
  const rows = new Set(tables.flatMap((table) => table.rows));
  const outside = (element: Element) => rows.has(element) || element.matches(`${asides},${dialogs}`);
  const totals = tables.map(({ element }) => {
    const grid = element.closest('[aria-rowcount]') ?? element.querySelector('[aria-rowcount]');
    return Number(grid?.getAttribute('aria-rowcount')) - (grid?.querySelector('[role=columnheader],th') ? 1 : 0);
  });
  for (const { data, parentElement } of textsIn(area, outside)) {
    const around = parentElement?.textContent ?? '';
    const text = (around.length < 100 ? around : data).trim();
    const claim = otherwise.test(text) ? null : claims.exec(text)?.slice(1).find(Boolean);
    if (claim) totals.push(Number(claim.replace(/\D/g, '')));
  }
  const known = totals.filter((total) => total > 0);

  const hidden = new Set<string>();
  for (const element of all(area, `input,select,${buttons},a,li`)) {
    let inside: Element | null = element;
    while (inside && !outside(inside)) inside = inside.parentElement;
    if (inside || !isVisible(element)) continue;
    const text = textOf(element);
    const says = (pattern: RegExp) => callings(element).some((name) => pattern.test(name));
    if (element instanceof HTMLInputElement) {
      if (element.value.trim() && (element.type === 'search' || says(/search|filter|find/)))
        hidden.add(`the search “${plainText(element.value, 60)}”`);
    } else if (element instanceof HTMLSelectElement) {
      const [first, chosen] = [element.options[0], element.selectedOptions[0]];
      if (first !== chosen && /^(all|any|every)\b/i.test(first?.text ?? '')) hidden.add(`the filter “${chosen?.text}”`);
    } else if (says(clears) || /filters?\W*[1-9]/i.test(text)) hidden.add('a filter');
    else if (
      (says(turns) || /^[›»>]+$/.test(text)) &&
      !element.closest(':disabled,[aria-disabled=true],[class*=disabled i]')
    )
      hidden.add('further pages');
  }
  return {
    claimed:
      known.length === 0 ? null : tables.length > 1 ? known.reduce((sum, total) => sum + total) : Math.max(...known),
    hidden: [...hidden],
  };
}

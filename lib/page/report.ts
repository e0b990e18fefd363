import { all, buttons, closest, headings } from './dom';
import { callingsOf } from './text';
import { isVisible } from './visible';

const lists = 'table,dialog,[role=table],[role=grid],[role=dialog]';
const controls = `${headings},${buttons},${lists},[role=tab],a,th,[role=columnheader],label,select,[role=combobox],input`;

/**
 * Outlines the controls of a page by kind and name, at most 150, rows of lists left out. Not fit to leave the browser:
 * see `redact`.
 */
export const outline = (): string[] =>
  all(document, controls)
    .filter((element) => !closest(element, 'td,[role=cell],[role=gridcell]') && isVisible(element))
    .slice(0, 150)
    .map((element) => {
      const kind = element.getAttribute('role') ?? element.tagName.toLowerCase();
      const rows = all(element, 'tr,[role=row]').length;
      return `${kind} ${element.matches(lists) ? `(${rows} rows)` : callingsOf(element)[0]}`;
    });

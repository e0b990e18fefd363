import { plainText } from '@/lib/domain/text';
import { all, buttons, headings } from './dom';
import { callingsOf } from './text';
import { isVisible } from './visible';

const lists = 'table,dialog,[role=table],[role=grid],[role=dialog]';
const controls = `${headings},${buttons},${lists},[role=tab],a,th,[role=columnheader],label,select,[role=combobox],input`;

/** Digits and addresses say who; the people on the list are named in `people`. */
function redact(text: string, people: readonly string[]): string {
  const known = people.filter((name) => name.length > 2).reduce((rest, name) => rest.replaceAll(name, '‹name›'), text);
  return plainText(known.replace(/\S+@\S+/g, '‹e-mail›').replace(/\d{2,}/g, '#'), 80);
}

/**
 * An outline of the page for a bug report: what its controls are and are called, at most 150 of them. Rows of lists are left out,
 * addresses, numbers and the names in `people` are replaced.
 */
export function report(people: readonly string[], root: ParentNode = document): string {
  return all(root, controls)
    .filter((element) => !element.closest('td,[role=cell],[role=gridcell]') && isVisible(element))
    .slice(0, 150)
    .map((element) => {
      const kind = element.getAttribute('role') ?? element.tagName.toLowerCase();
      const rows = all(element, 'tr,[role=row]').length;
      return `${kind} ${element.matches(lists) ? `(${rows} rows)` : redact(callingsOf(element)[0] ?? '', people)}`;
    })
    .join('\n');
}

import { plainText } from '@/lib/domain/text';
import { describe } from './pick';
import { isVisible } from './visible';

const controls =
  'h1,h2,h3,h4,h5,h6,[role="heading"],[role="tab"],button,[role="button"],a,th,[role="columnheader"],label,dialog,[role="dialog"],table,[role="table"],[role="grid"],select,[role="combobox"],input';

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
  const lines = [...root.querySelectorAll(controls)]
    .filter((element) => !element.closest('td,[role="cell"],[role="gridcell"]') && isVisible(element))
    .slice(0, 150)
    .map((element) => {
      const kind = element.getAttribute('role') ?? element.tagName.toLowerCase();
      const isList = element.matches('table,dialog,[role="table"],[role="grid"],[role="dialog"]');
      return `${kind} ${isList ? `(${element.querySelectorAll('tr,[role="row"]').length} rows)` : redact(describe(element)?.name ?? '', people)}`;
    });
  return lines.join('\n');
}

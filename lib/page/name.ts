/** Elements that do not set their text apart from the text around them. */
const inline = new Set(
  'A ABBR B BDI BDO CODE EM FONT I KBD LABEL MARK S SMALL SPAN STRONG SUB SUP TIME U WBR'.split(' '),
);

/** What a name is made of inside an element: its texts, and what its images and labelled parts are called. */
function content(node: Node, asked: ReadonlySet<Node>): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!(node instanceof Element) || asked.has(node)) return '';
  if (node.ariaHidden === 'true' || (node as HTMLElement).hidden || node.matches('script,style,template')) return '';
  const label = node.ariaLabel?.trim() || (node instanceof HTMLImageElement ? node.alt : '');
  const text =
    label ||
    (node.localName === 'svg'
      ? (node.querySelector(':scope > title')?.textContent ?? '')
      : [...node.childNodes].map((child) => content(child, asked)).join(''));
  return inline.has(node.tagName) ? text : ` ${text} `;
}

/** The content of an element that is named or referred to, whether or not it is hidden itself. */
function inside(element: Element): string {
  return [...element.childNodes].map((child) => content(child, new Set())).join('');
}

const fromContent =
  'button,a,summary,h1,h2,h3,h4,h5,h6,th,td,option,label,legend,[role="button"],[role="link"],[role="tab"],[role="heading"],[role="menuitem"],[role="option"],[role="radio"],[role="checkbox"],[role="switch"],[role="columnheader"],[role="rowheader"],[role="cell"],[role="gridcell"]';

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * The accessible name of a control or heading, by the steps of "Accessible Name and Description Computation" 1.2 that settings
 * pages use: `aria-labelledby`, `aria-label`, the native label, the content, `title`, `placeholder`. The tests hold it against
 * `dom-accessibility-api`, which computes the whole standard and would be 40 % of the content script.
 */
export function accessibleName(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const references = ids.flatMap((id) => (element.getRootNode() as Document).getElementById?.(id) ?? []);
  const referred = fold(references.map((one) => one.ariaLabel?.trim() || inside(one)).join(' '));
  if (referred) return referred;
  const label = fold(element.ariaLabel ?? '');
  if (label) return label;
  return fold(native(element)) || fold(element.matches(fromContent) ? inside(element) : '') || hint(element);
}

function native(element: Element): string {
  if (element instanceof HTMLInputElement && ['submit', 'button', 'reset'].includes(element.type)) return element.value;
  if (element instanceof HTMLImageElement) return element.alt;
  const labels = (element as Partial<HTMLInputElement>).labels;
  if (labels?.length) return [...labels].map((label) => content(label, new Set([element]))).join(' ');
  const caption = { FIELDSET: 'legend', TABLE: 'caption' }[element.tagName];
  const titled = caption && element.querySelector(`:scope > ${caption}`);
  return titled ? inside(titled) : '';
}

function hint(element: Element): string {
  return fold(element.getAttribute('title') ?? '') || fold(element.getAttribute('placeholder') ?? '');
}

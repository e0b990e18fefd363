import { words } from '@/lib/domain/text';
import { accessibleName } from './name';

const unread = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'svg', 'SVG']);

/**
 * The visible texts inside an element, piece by piece as the page wrote them: a native select gives the chosen option, a text
 * field its value, icons nothing. Cells are read by their text: 20 times cheaper than accessible names.
 */
export function pieces(element: Element): string[] {
  const found: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === 3) {
      const text = node.nodeValue?.trim();
      if (text) found.push(text);
      return;
    }
    if (node.nodeType !== 1) return;
    const child = node as HTMLElement;
    if (unread.has(child.tagName) || child.hidden || child.getAttribute('role') === 'tooltip') return;
    if (child instanceof HTMLSelectElement) {
      found.push(...[...child.selectedOptions].map((option) => option.label || option.text));
    } else if (child instanceof HTMLInputElement) {
      if (isTextField(child) && child.value.trim()) found.push(child.value.trim());
    } else {
      for (let next = child.firstChild; next; next = next.nextSibling) walk(next);
    }
  };
  walk(element);
  return found;
}

/** Whether an input holds text that a person typed and may be read: never a password. */
export function isTextField(input: HTMLInputElement): boolean {
  return ['text', 'email', 'search', ''].includes(input.type);
}

/** The text of an element in one line. */
export function textOf(element: Element): string {
  return pieces(element).join(' ').replace(/\s+/g, ' ').trim();
}

/** The accessible name of a control or heading. */
export function nameOf(element: Element): string {
  return accessibleName(element);
}

const known = new Map<string, string>();

/** Visible words as they are compared. Pages repeat themselves, so the answer is kept; for 4,000 texts, then begun anew. */
export function normal(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size > 4000) known.clear();
  const made = words(text);
  known.set(text, made);
  return made;
}

/** Visible words as they are compared, of a whole list. */
export function namesOf(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map(normal));
}

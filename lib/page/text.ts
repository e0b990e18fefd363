import { all, menus } from './dom';

/** In the page, but not read as its words: code, pictures, ornaments such as initials and icons, tips, the choices of an open menu. */
const unread = `script,style,template,noscript,textarea,svg,[aria-hidden=true],[role=tooltip],${menus},.material-icons`;

/**
 * The visible texts inside an element, piece by piece as a person sees them apart: a native select gives the chosen option, a text
 * field its value, icons nothing. Marks inside a word, such as what a search found, do not end it. `drawn`: without what is only for
 * screen readers, which every library makes one pixel wide.
 */
export function pieces(element: Element, drawn = false): string[] {
  const found = [''];
  const walk = (parent: Node) => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) found.push(found.pop() + node.data);
      else if (
        node instanceof Element &&
        !node.matches(unread) &&
        node.checkVisibility() &&
        !(drawn && getComputedStyle(node).width === '1px')
      ) {
        const apart = !node.matches('mark,wbr,em');
        if (apart) found.push('');
        if (node instanceof HTMLSelectElement) found.push(...[...node.selectedOptions].map(({ text }) => text));
        else if (node instanceof HTMLInputElement) found.push(isReadable(node) ? node.value : '');
        else walk(node);
        if (apart) found.push('');
      }
    }
  };
  walk(element);
  return found.flatMap((text) => text.trim() || []);
}

/** Whether an input holds text that may be read: never a password, nor one that is shown at the moment. */
export const isReadable = ({ type, name, id, autocomplete, placeholder, ariaLabel }: HTMLInputElement): boolean =>
  /^(text|email|search)$/.test(type) &&
  !/passw|secret|token|one-time/i.test(name + id + autocomplete + placeholder + ariaLabel);

/** The text of an element in one line. */
export const textOf = (element: Element): string => pieces(element).join(' ').replace(/\s+/g, ' ');

const known = new Map<string, string>();

/**
 * Visible words as they are compared: letters and inner digits only, so that neither case, spaces, punctuation, icons nor counts
 * matter. Pages repeat themselves, so the answer is kept; for 9,000 texts, then begun anew.
 */
export function normal(text: string): string {
  let made = known.get(text);
  if (made === undefined) {
    made = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
      .replace(/^\d+|\d+$/g, '');
    if (known.size > 9000) known.clear();
    known.set(text, made);
  }
  return made;
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Visible words as they are compared, of a whole list. */
export function namesOf(list: readonly string[]): ReadonlySet<string> {
  const names = sets.get(list) ?? new Set(list.map(normal));
  sets.set(list, names);
  return names;
}

/** What is said of an element by its attributes, or by the elements that label it. */
export function saidBy(element: Element): string[] {
  const { labels, type, value } = element as HTMLInputElement;
  const said = ['aria-label', 'title', 'alt', 'placeholder'].flatMap((name) => element.getAttribute(name) || []);
  if (/^(submit|button)$/.test(type) && value) said.push(value);
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const sources = [...ids.map((id) => document.getElementById(id)), ...(labels ?? [])];
  return [...said, ...sources.flatMap((source) => (source ? [textOf(source), ...pieces(source)] : []))];
}

/**
 * Everything that a control or heading is called: its words, whole and piece by piece, its labels, and what is said of it or of
 * its icon by an attribute. More than its accessible name, which is one of these: a person may go by any of them.
 */
export function callingsOf(element: Element): string[] {
  const isShort = !element.matches('input,select,textarea') && element.textContent.length < 120;
  const own = isShort ? [textOf(element), ...pieces(element)] : [];
  const icons = isShort ? all(element, '[aria-label],[title],[alt]').flatMap(saidBy) : [];
  return [...own, ...saidBy(element), ...icons].filter(Boolean);
}

/** The same as it is compared. */
export const callings = (element: Element): string[] => [...new Set(callingsOf(element).map(normal))].filter(Boolean);

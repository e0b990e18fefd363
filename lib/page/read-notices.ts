import { plainText } from '@/lib/domain/values/text';
import type { NoticeSigns } from '@/lib/vendors/vendor';
import { closest, first, headings, parentOf, wordsIn } from './dom';
import { textOf } from './text';
import { isVisible } from './visible';

/**
 * Returns whether an element floats over the page and only says something: a toast of the vendor's own making has no
 * role.
 */
const floats = (element: Element) =>
  element.matches('body>*,body>*>*') &&
  getComputedStyle(element).position === 'fixed' &&
  !first(element, `a,${headings}`);

/**
 * Reads what the page tells its user right now: toasts and inline errors, in the order of the page, at most 10 of 300
 * characters. What might be a key or token is left out, and so are live regions around lists and forms. What floats
 * over the page without a role may be a chat or a cookie notice as well: it counts only with one of the words by which
 * the vendor refuses.
 */
export function readNotices(
  elements: readonly Element[],
  { message, maybe }: NoticeSigns,
  refusals: readonly string[],
): string[] {
  const refuses = (element: Element) => refusals.some((word) => wordsIn(element).toLowerCase().includes(word));
  const found = elements.filter(
    (element) =>
      (element.matches(`${message},${maybe}`) || (floats(element) && refuses(element))) &&
      !first(element, 'table,[role=row],[role=grid],input,select,textarea') &&
      wordsIn(element).length <= 300 &&
      (element.matches(message) || !first(element, message)) &&
      !(parentOf(element) && closest(parentOf(element) as Element, message)) &&
      isVisible(element),
  );
  const texts = found.map((element) =>
    textOf(element).replace(/\S{20,}/g, (word) => (word.includes('@') ? word : '…')),
  );
  return [...new Set(texts.flatMap((text) => plainText(text, 300) || []))].slice(-10);
}

import { plainText } from '@/lib/domain/text';
import type { NoticeSigns } from '@/lib/vendors/vendor';
import { textOf } from './text';
import { isVisible } from './visible';

/**
 * What the page tells its user right now: toasts and inline errors, in the order of the page, at most 10 of 300 characters. What
 * might be a key or token is left out, and so are live regions around lists and forms.
 */
export function readNotices(elements: readonly Element[], { message, maybe }: NoticeSigns): string[] {
  const found = elements.filter(
    (element) =>
      element.matches(`${message},${maybe}`) &&
      !element.querySelector('table,[role=row],[role=grid],input,select,textarea') &&
      element.textContent.length <= 300 &&
      (element.matches(message) || !element.querySelector(message)) &&
      !element.parentElement?.closest(message) &&
      isVisible(element),
  );
  const texts = found.map((element) =>
    textOf(element).replace(/\S{20,}/g, (word) => (word.includes('@') ? word : '…')),
  );
  return [...new Set(texts.flatMap((text) => plainText(text, 300) || []))].slice(-10);
}

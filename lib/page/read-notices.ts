import { plainText } from '@/lib/domain/text';
import { textOf } from './text';
import { isVisible } from './visible';

/** Messages of their own, by role or by the classes of well-known libraries. */
const message = '[role=alert],[role=status],.ant-message-notice,.ant-notification-notice,[data-sonner-toast]';
const maybe =
  '[aria-live]:not([aria-live=off]),.alert,.notification,[class*=toast i],[class*=snackbar i],:is(form,[role=dialog]) :is([class*=error i],[id*=error i],.invalid-feedback):not(button)';

/**
 * What the page tells its user right now: toasts and inline errors, in the order of the page, at most 10 of 300 characters. What
 * might be a key or token is left out, and so are live regions around lists and forms.
 */
export function readNotices(elements: readonly Element[]): string[] {
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

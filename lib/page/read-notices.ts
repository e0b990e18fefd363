import { plainText } from '@/lib/domain/text';
import { textOf } from './text';
import { isVisible } from './visible';

const notices =
  '[role="alert"],[role="status"],[aria-live="assertive"],[aria-live="polite"],.ant-message-notice,.ant-notification-notice,.ant-form-item-explain-error';

/** Live regions around lists and forms are no messages. */
const content = 'table,tr,li,[role="row"],[role="grid"],input,select,textarea,h1,h2,h3';

/** What the page tells its user right now: toasts and inline errors, in the order of the page, at most 10 of 300 characters. */
export function readNotices(root: ParentNode = document): string[] {
  const found = [...root.querySelectorAll(notices)]
    .filter(
      (element) => (element.textContent ?? '').length <= 300 && !element.querySelector(content) && isVisible(element),
    )
    .map((element) => plainText(textOf(element), 300));
  return [...new Set(found.filter((text) => text !== ''))].slice(-10);
}

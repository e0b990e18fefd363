import { plainText } from '@/lib/domain/text';
import { textOf } from './text';
import { isVisible } from './visible';

const notices =
  '[role="alert"],[role="status"],[aria-live="assertive"],[aria-live="polite"],.ant-message-notice,.ant-notification-notice,.ant-form-item-explain-error';

/** What the page tells its user right now: toasts and inline errors, in the order of the page, bounded. */
export function readNotices(root: ParentNode = document): string[] {
  const found = [...root.querySelectorAll(notices)]
    .filter((element) => element.childElementCount < 40 && isVisible(element))
    .map((element) => plainText(textOf(element), 300));
  return [...new Set(found.filter((text) => text !== ''))].slice(-10);
}

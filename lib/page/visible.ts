import { parentOf } from './dom';

/**
 * Returns whether an element is drawn, were it only by what is in it: a box with `display: contents` has no shape of
 * its own, and browsers call it not visible.
 */
export const isDrawn = (element: Element): boolean =>
  element.checkVisibility() || (isContents(element) && isDrawn(parentOf(element) ?? document.body));

const isContents = (element: Element) => getComputedStyle(element).display === 'contents';

/**
 * Returns whether a person can see an element: drawn, not hidden, not fully transparent. `aria-hidden` does not count:
 * modal libraries set it on the whole page behind a dialog, which stays as visible as it was. Asks for no layout, which
 * would cost a busy page most.
 */
export const isVisible = (element: Element): boolean =>
  // Chromium before 121 knows only these older names; every browser still knows them.
  element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) ||
  (isContents(element) && isVisible(parentOf(element) ?? document.body));

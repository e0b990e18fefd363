/**
 * Whether a person can see an element: drawn, not hidden, not fully transparent. `aria-hidden` does not count: modal libraries set
 * it on the whole page behind a dialog, which stays as visible as it was. Asks for no layout, which would cost a busy page most.
 */
export const isVisible = (element: Element): boolean =>
  // Chromium before 121 knows only these older names; every browser still knows them.
  element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });

/**
 * Whether a person can see an element: rendered, not hidden, not fully transparent. `aria-hidden` does not count: modal libraries
 * set it on the whole page behind a dialog, which stays as visible as it was.
 */
export function isVisible(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') {
    return (
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.getClientRects().length > 0
    );
  }
  for (let node: Element | null = element; node; node = node.parentElement) {
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden') return false;
  }
  return element.isConnected;
}

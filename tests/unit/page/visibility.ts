/** `checkVisibility`, which jsdom has not: by the computed styles, since there is no layout. */
export function fillInVisibility(): void {
  Element.prototype.checkVisibility ??= function checkVisibility(this: Element, options?: CheckVisibilityOptions) {
    if (!this.isConnected) return false;
    if (options?.checkVisibilityCSS && getComputedStyle(this).visibility === 'hidden') return false;
    for (let node: Element | null = this; node; node = node.parentElement) {
      const { display, opacity } = getComputedStyle(node);
      if (display === 'none' || (options?.checkOpacity && opacity === '0')) return false;
    }
    return true;
  };
}

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

/** Attaches the shadow roots that a saved page declares, which jsdom leaves as templates. */
export function attachShadowRoots(root: ParentNode = document): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = template.parentElement?.attachShadow({ mode: 'open' });
    shadow?.append(template.content);
    template.remove();
    if (shadow) attachShadowRoots(shadow);
  }
}

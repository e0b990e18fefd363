/** The open shadow roots that the last look entered; each part of the content script has its own copy. */
let roots: readonly ShadowRoot[] = [];

/** Takes note of the shadow roots of a page. Where there are none, the browser's own ways are right, and quicker. */
export function enterRoots(entered: readonly ShadowRoot[]): void {
  roots = entered;
}

/** Observes all that is drawn in the page: an observer sees nothing of shadow roots by itself. */
export function observe(observer: MutationObserver): void {
  const every: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributes: true };
  for (const root of [document.documentElement, ...roots]) observer.observe(root, every);
}

/**
 * The nodes that are drawn in an element: those of its open shadow root, where it has one, with what is slotted into
 * them.
 */
export function childrenOf(node: Node): Iterable<Node> {
  if (node instanceof HTMLSlotElement) {
    const slotted = node.assignedNodes();
    if (slotted.length > 0) return slotted;
  }
  return ((node as Element).shadowRoot ?? node).childNodes;
}

/** Returns the element in which a node is drawn: its slot, its parent, or the host of its shadow root. */
export const parentOf = (node: Node): Element | null =>
  (node as Element).assignedSlot ?? node.parentElement ?? (node.parentNode as ShadowRoot | null)?.host ?? null;

/** Finds the nearest element that a selector matches, from an element outwards. */
export function closest(element: Element, selector: string): HTMLElement | null {
  if (roots.length === 0) return element.closest<HTMLElement>(selector);
  let at: Element | null = element;
  while (at && !at.matches(selector)) at = parentOf(at);
  return at as HTMLElement | null;
}

/** Lists the elements under `root` that a selector matches, in the order of the page. */
export function all<E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] {
  if (roots.length === 0) return [...root.querySelectorAll<E>(selector)];
  return [...childrenOf(root)].flatMap((node) =>
    node instanceof Element ? [...(node.matches(selector) ? [node as E] : []), ...all<E>(node, selector)] : [],
  );
}

/** Finds the first element under `root` that a selector matches. */
export const first = (root: ParentNode, selector: string): HTMLElement | null => all(root, selector)[0] ?? null;

/** Returns whether an element is another, or is drawn in it. */
export function holds(element: Element | null | undefined, other: Node | null): boolean {
  if (roots.length === 0) return element?.contains(other) ?? false;
  for (let at = other; at; at = parentOf(at)) if (at === element) return true;
  return false;
}

/** Lists the texts under `root`, in the order of the page, but for those in elements that `skip` names. */
export function textsIn(root: Node, skip?: (element: Element) => boolean, found: Text[] = []): Text[] {
  for (const node of childrenOf(root))
    if (node instanceof Text) found.push(node);
    else if (node instanceof Element && !(node instanceof HTMLStyleElement) && !skip?.(node))
      textsIn(node, skip, found);
  return found;
}

/** Returns all the text that stands in an element. */
export const wordsIn = (element: Element): string =>
  roots.length === 0
    ? element.textContent
    : textsIn(element)
        .map(({ data }) => data)
        .join('');

/**
 * A page without the insides of its long lists, so that a look goes through no more than this, however many rows there
 * are.
 */
export interface Outline {
  elements: HTMLElement[];
  texts: Text[];
  /** Boxes of more than 40 parts; only the first two, headings mostly, belong to the outline. */
  lists: Element[];
  /** The open shadow roots of the page. */
  roots: ShadowRoot[];
}

export function outlineOf(root: Node, outline: Outline = { elements: [], texts: [], lists: [], roots: [] }): Outline {
  const { shadowRoot } = root as Element;
  if (shadowRoot) outline.roots.push(shadowRoot);
  const isLong = ((shadowRoot ?? root) as ParentNode).childElementCount > 40;
  if (isLong) outline.lists.push(root as Element);
  let at = 0;
  for (const node of childrenOf(root)) {
    if (isLong && at > 1) break;
    if (node instanceof Text) outline.texts.push(node);
    else if (node instanceof HTMLElement && !(node instanceof HTMLStyleElement)) {
      at += 1;
      outline.elements.push(node);
      outlineOf(node, outline);
    }
  }
  return outline;
}

/** Returns the answer of `make`, which is called once, at the first call. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export const dialogs = 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]';
export const menus = '[role=listbox],[role=menu]';
/** Selector of the parts that stand beside the subject of a page. */
export const asides = 'nav,aside,footer,[role=navigation],[role=complementary]';
export const buttons = 'button,[role=button],input[type=submit],input[type=button]';
export const headings = 'h1,h2,h3,h4,h5,h6,[role=heading]';
/** Selector of the elements into which text is typed. */
export const fields = 'input,textarea,[role=textbox],[contenteditable=true]';

/** Lists the elements under `root` that a selector matches, in the order of the page. */
export const all = <E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] => [
  ...root.querySelectorAll<E>(selector),
];

/**
 * The nodes that are drawn in an element: those of its open shadow root, where it has one, with what is slotted into
 * them.
 */
export function childrenOf(node: Node): Iterable<Node> {
  if (node instanceof HTMLSlotElement) {
    const slotted = node.assignedNodes();
    return slotted.length > 0 ? slotted : node.childNodes;
  }
  return ((node as Element).shadowRoot ?? node).childNodes;
}

/** Lists the texts under `root`, in the order of the page, but for those in elements that `skip` names. */
export function textsIn(root: Node, skip?: (element: Element) => boolean, found: Text[] = []): Text[] {
  for (const node of childrenOf(root))
    if (node instanceof Text) found.push(node);
    else if (node instanceof Element && !skip?.(node)) textsIn(node, skip, found);
  return found;
}

/**
 * A page without the insides of its long lists, so that a look goes through no more than this, however many rows there
 * are.
 */
export interface Outline {
  elements: HTMLElement[];
  texts: Text[];
  /** Boxes of more than 40 parts; only the first two, headings mostly, belong to the outline. */
  lists: Element[];
}

export function outlineOf(root: Node, outline: Outline = { elements: [], texts: [], lists: [] }): Outline {
  const isLong = root instanceof Element && root.childElementCount > 40;
  if (isLong) outline.lists.push(root);
  for (let node = root.firstChild, at = 0; node && !(isLong && at > 1); node = node.nextSibling)
    if (node instanceof Text) outline.texts.push(node);
    else if (node instanceof HTMLElement) {
      at += 1;
      outline.elements.push(node);
      outlineOf(node, outline);
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

import type { Query, QueryRole } from '@/lib/vendors/vendor';
import { nameOf, normal } from './text';
import { isVisible } from './visible';

const current =
  '[role="tab"][aria-selected="true"],[aria-current]:not([aria-current="false"]),[role="menuitem"][class*="selected" i],[role="tab"][data-state="active"],.ant-menu-item-selected,.ant-tabs-tab-active';
const heading = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

/** Where an element of each kind may stand, most telling first. Roles and stable library classes only; never a generated class. */
const candidates: Readonly<Record<QueryRole, readonly string[]>> = {
  button: ['button,[role="button"],input[type="submit"],input[type="button"]', 'a,[role="link"],[role="menuitem"]'],
  link: ['a,[role="link"],[role="menuitem"],[role="tab"],button,[role="button"]'],
  heading: [heading],
  tab: ['[role="tab"],.ant-tabs-tab', 'a,[role="link"],[role="menuitem"],button,nav li'],
  title: [heading, current],
  columnheader: ['th,[role="columnheader"]'],
  text: ['label,legend,span,p,div,td,th,li,strong,b'],
};

/** Attributes that can give an element another accessible name than its text. */
const naming = ['aria-label', 'title', 'alt'] as const;
const named = '[aria-label],[aria-labelledby],[title],[alt]';

/** Answers queries about a page as it is during one look. Nodes are replaced: make a new one for the next look. */
export interface Finder {
  root: ParentNode;
  /** Every visible element that answers a query, best kind of match first. */
  all(query: Query): Element[];
  first(query: Query): Element | null;
  /** Whether an element is called one of these (normalised) names: by its text or its accessible name. */
  isCalled(element: Element, names: ReadonlySet<string>): boolean;
}

/** Reads each kind of element once, however many queries there are. */
export function finderOf(root: ParentNode = document): Finder {
  const indexes = new Map<string, { byText: Map<string, Element[]>; labelled: Element[] }>();

  function indexOf(selector: string) {
    const known = indexes.get(selector);
    if (known) return known;
    const index = { byText: new Map<string, Element[]>(), labelled: [] as Element[] };
    for (const element of root.querySelectorAll(selector)) {
      const text = ownWords(element);
      const same = text === '' ? undefined : index.byText.get(text);
      if (same) same.push(element);
      else if (text !== '') index.byText.set(text, [element]);
      if (element.matches(named) || element.querySelector(named)) index.labelled.push(element);
    }
    indexes.set(selector, index);
    return index;
  }

  function all({ role, words }: Query): Element[] {
    const names = new Set(words.map(normal));
    for (const selector of candidates[role]) {
      const { byText, labelled } = indexOf(selector);
      const hits = new Set([...names].flatMap((name) => byText.get(name) ?? []));
      for (const element of labelled) if (!hits.has(element) && isLabelled(element, names)) hits.add(element);
      const found = [...hits].filter(isVisible);
      if (found.length > 0)
        return found.filter((element) => !found.some((other) => other !== element && element.contains(other)));
    }
    return [];
  }

  return {
    root,
    all,
    first: (query) => all(query)[0] ?? null,
    isCalled: (element, names) => names.has(ownWords(element)) || isLabelled(element, names),
  };
}

/** The visible words of a control or heading; empty where it holds so much text that it cannot be one. */
function ownWords(element: Element): string {
  if (element instanceof HTMLInputElement) return normal(element.value);
  const text = element.textContent ?? '';
  return text.length > 120 ? '' : normal(text);
}

/** Computing accessible names is dear, so it is done only where an attribute speaks of the name that is wanted. */
function isLabelled(element: Element, names: ReadonlySet<string>): boolean {
  const said = [element, ...element.querySelectorAll(named)].flatMap((each) =>
    naming.map((attribute) => each.getAttribute(attribute) ?? ''),
  );
  const may =
    element.hasAttribute('aria-labelledby') || said.some((text) => text !== '' && mentions(normal(text), names));
  return may && names.has(normal(nameOf(element)));
}

function mentions(text: string, names: ReadonlySet<string>): boolean {
  for (const name of names) if (text.includes(name) || name.includes(text)) return true;
  return false;
}

const interactive =
  'button,a,th,td,label,option,[role="button"],[role="option"],[role="columnheader"],[role="menuitem"],[role="tab"]';

/** For pages that mark no heading: whether some text with just these words is set larger than a page's text, or in bold. */
export function looksLikeTitle(query: Query, root: ParentNode = document): boolean {
  const names = new Set(query.words.map(normal));
  const walker = document.createTreeWalker(
    root instanceof Document ? root.body : (root as Element),
    NodeFilter.SHOW_TEXT,
  );
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue ?? '';
    const element = walker.currentNode.parentElement;
    if (text.length > 60 || text.trim() === '' || !element || !names.has(normal(text)) || element.closest(interactive))
      continue;
    const { fontSize, fontWeight } = getComputedStyle(element);
    if ((Number.parseFloat(fontSize) >= 16 || Number(fontWeight) >= 600) && isVisible(element)) return true;
  }
  return false;
}

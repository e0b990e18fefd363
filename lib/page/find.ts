import { words } from '@/lib/domain/text';
import type { Query, QueryRole } from '@/lib/vendors/vendor';
import { isCalled, namesOf } from './text';
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

/** Every visible element that answers a query, best kind of match first. Ask again at each use: nodes are replaced. */
export function findAll(query: Query, root: ParentNode = document): Element[] {
  const names = namesOf(query.words);
  for (const selector of candidates[query.role]) {
    const found = [...root.querySelectorAll(selector)].filter(
      (element) => isCalled(element, names) && isVisible(element),
    );
    if (found.length > 0) return innermost(found);
  }
  return query.role === 'title' ? lookLikeTitles(names, root) : [];
}

/** The first visible element that answers a query, or null. */
export function find(query: Query, root: ParentNode = document): Element | null {
  return findAll(query, root)[0] ?? null;
}

function innermost(elements: readonly Element[]): Element[] {
  return elements.filter((element) => !elements.some((other) => other !== element && element.contains(other)));
}

/** Pages that mark no heading: an element with just these words, set larger than the text of the page or in bold. */
function lookLikeTitles(names: ReadonlySet<string>, root: ParentNode): Element[] {
  const start = root instanceof Document ? root.body : (root as Element);
  const walker = document.createTreeWalker(start, 4, (node) => (isCalledNode(node, names) ? 1 : 2));
  const found: Element[] = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (
      !element ||
      element.closest('button,a,th,td,label,option,[role="button"],[role="option"],[role="columnheader"]')
    )
      continue;
    const { fontSize, fontWeight } = getComputedStyle(element);
    if ((Number.parseFloat(fontSize) >= 16 || Number(fontWeight) >= 600) && isVisible(element)) found.push(element);
  }
  return found;
}

function isCalledNode(node: Node, names: ReadonlySet<string>): boolean {
  const text = node.nodeValue ?? '';
  if (text.length > 60 || text.trim() === '') return false;
  return names.has(words(text));
}

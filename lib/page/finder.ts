import type { Query } from '@/lib/vendors/vendor';
import {
  asides,
  buttons,
  closest,
  dialogs,
  enterRoots,
  headings,
  type Outline,
  once,
  outlineOf,
  parentOf,
} from './dom';
import { namesOf, normal, saidBy } from './text';
import { isVisible } from './visible';
import { isCurrent, isSetLarge, pressable, standsOut } from './visual-state';

/** An element that answers a query, and how surely: 2 it is meant for that, 1 it may be, 0 it only looks so. */
export interface Hit {
  element: Element;
  level: Level;
  /** All that answer it as surely. */
  hits: readonly Element[];
}
type Level = 0 | 1 | 2;

/** Answers queries about a page as it is during one look. Nodes are replaced: make a new one for the next look. */
export interface Finder {
  outline: Outline;
  /**
   * Finds the surest of the visible elements that answer a query; of equals the first, one in a dialog before those
   * behind it.
   */
  find(query: Query): Hit | null;
}

const links = 'a,[role=link],[role=menuitem],[role=tab]';
const items = `${links},${buttons},.ant-tabs-tab,li`;
const speaking = '[aria-label],[aria-labelledby],[title],[alt],[placeholder],[label],button,input,select,textarea';
const columns = 'th,[role=columnheader]';
const taken = `${items},${columns},td,label,option,[role=row],[role=option]`;

/** Goes through the page once, however many queries there are. */
export function finderOf(root: Node = document.body): Finder {
  const outline = outlineOf(root);
  enterRoots(outline.roots);

  /** Maps words to the elements that say them, by a text or by an attribute. */
  const index = once(() => {
    const made = new Map<string, Element[]>();
    const add = (text: string, element: Element) => {
      const name = text.length < 60 && normal(text);
      const same = name && made.get(name);
      if (same) same.push(element);
      else if (name) made.set(name, [element]);
    };
    for (const text of outline.texts) {
      const element = parentOf(text);
      if (!element) continue;
      add(text.data, element);
      // Words in bold stand in elements of their own.
      if (element.firstElementChild && !element.querySelector(':scope>*>*')) add(element.textContent, element);
    }
    // To ask each attribute of each element would cost a page most.
    for (const element of outline.elements)
      if (element.matches(speaking)) for (const text of saidBy(element)) add(text, element);
    return made;
  });

  /**
   * Lists the places that may hold an answer, surest first; each is looked at only when those before it had nothing.
   */
  function places({ role, words }: Query): [Level, () => Element[]][] {
    const said = once(() => [...namesOf(words)].flatMap((name) => index().get(name) ?? []).filter(isVisible));
    const on = (selector: string) =>
      said().flatMap((each) => {
        const element = closest(each, selector);
        return element && element.textContent.length < 120 ? [element] : [];
      });
    const bare = (not: string) => said().filter((each) => !closest(each, not));
    const titles = () => on(headings).filter((each) => !closest(each, asides));
    switch (role) {
      case 'button':
        return [
          [2, () => on(buttons)],
          [1, () => on(links).flatMap(pressable)],
          [0, () => bare(taken).flatMap(pressable)],
        ];
      case 'tab':
      case 'link':
        return [
          [2, () => on(role === 'tab' ? '[role=tab]' : links)],
          [2, () => on(items)],
          [0, () => bare(headings)],
        ];
      case 'title':
        return [
          [2, () => titles().filter((each) => each.matches('h1,[aria-level="1"]'))],
          [2, () => on(items).filter(isCurrent)],
          [1, () => [...titles(), ...bare(taken).filter(isCurrent)]],
          [0, () => bare(`${taken},${asides}`).filter((each) => isSetLarge(each) || standsOut(each))],
        ];
      case 'heading':
        return [[1, titles]];
      case 'columnheader':
        return [[2, () => on(columns)]];
      case 'text':
        return [[1, () => bare('option')]];
    }
  }

  return {
    outline,
    find(query) {
      for (const [level, list] of places(query)) {
        const hits = list();
        const element =
          query.nth === undefined ? (hits.find((each) => closest(each, dialogs)) ?? hits[0]) : hits[query.nth];
        if (element) return { element, level, hits };
      }
      return null;
    },
  };
}

import { asides, closest, first, parentOf, wordsIn } from './dom';
import { normal } from './text';

/** Selector of the one tab, item or choice that a page marks as the person's place or choice. */
const marked =
  '[aria-selected=true],[aria-checked=true],[aria-pressed=true],[aria-current]:not([aria-current=false]),[data-state=active],[data-state=checked],[data-state=on],[data-active]:not([data-active=false]),[data-selected]:not([data-selected=false]),:checked';
/** `active`, `is-selected`, `Mui-selected`, `tab_active__1x2`, `tabActive`; not `inactive`, `active:bold`. */
const classed = /(^|[\s_-])(active|selected|current)(?=$|[\s_])|[a-z](Active|Selected)(?=$|[\s_])/;

const wordsOf = (element: Element) => {
  const said = wordsIn(element);
  return said.length > 120 ? '' : normal(said);
};

/** Returns whether an element, or one around it that says no more, is marked as the current or chosen one. */
export function isCurrent(element: Element): boolean {
  const said = wordsOf(element);
  for (let node: Element | null = element; said && node && wordsOf(node) === said; node = parentOf(node))
    if (node.matches(marked) || classed.test(node.getAttribute('class') ?? '')) return true;
  return first(element, marked) !== null || (element as HTMLLabelElement).control?.matches(marked) === true;
}

/** Returns whether a text is set larger than the page's text, or in bold. */
export function isSetLarge(element: Element): boolean {
  const { fontSize, fontWeight } = getComputedStyle(element);
  const usual = Number.parseFloat(getComputedStyle(document.body).fontSize);
  return Number.parseFloat(fontSize) > usual * 1.1 || Number(fontWeight) >= 600;
}

/**
 * Returns whether a text's colour alone sets it apart from two or more things beside it that look alike, as the current
 * tab's does.
 */
export function standsOut(element: Element): boolean {
  let item = element;
  for (let at = parentOf(item); at && wordsOf(at) === wordsOf(element); at = parentOf(at)) item = at;
  const beside = [...(item.parentNode?.children ?? [])].filter(
    (each) => each !== item && each.tagName === item.tagName,
  );
  const colors = new Set(beside.map((each) => getComputedStyle(each).color));
  return beside.length > 1 && colors.size === 1 && !colors.has(getComputedStyle(item).color);
}

/**
 * Returns the element that a person would press for a button, though it is a link or a mere box; none where it does not
 * look like one.
 */
export function pressable(element: Element): Element[] {
  let box: Element | null = null;
  let drawn: Element | null = null;
  for (let at: Element | null = element; at && wordsOf(at) === wordsOf(element); at = parentOf(at)) {
    const { cursor, paddingLeft } = getComputedStyle(at);
    if (at.matches('[tabindex],[class*=btn i],[class*=button i]') || /-button/.test(at.localName)) box ??= at;
    // A link in words has no room around them.
    else if (at.matches('a') ? Number.parseFloat(paddingLeft) > 0 : cursor === 'pointer') drawn = at;
  }
  box ??= drawn;
  return box && !closest(box, `${asides},p,td,li`) ? [box] : [];
}

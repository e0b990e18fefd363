import { all, childrenOf, menus, parentOf, textsIn, wordsIn } from './dom';
import { isDrawn } from './visible';

/**
 * In the page, but not read as its words: code, pictures, ornaments such as initials and icons, tips, the choices of an
 * open menu.
 */
const unread = `script,style,template,noscript,textarea,svg,[aria-hidden=true],[role=tooltip],${menus},.material-icons`;

/** Marks inside a word or sentence: what a search found, where a line may break. */
const marks = 'mark,wbr,em';
/** Marks where nothing separates them from the bare text beside them: `<b>ni</b>na`. */
const gluedMarks = 'b,strong,i,u,ins,font,bdi';

/** A whole address: what follows it without a space begins something else, unless it goes on as a word does. */
const wholeAddress = /\S@[^\s@]+\.\p{L}{2,}$/u;
const statusWord =
  /^(?:\p{Lu}|pending|invit|active|accept|expire|joined|confirmed|declined|owner|admin|member|guest|viewer)/u;

/** A text as a person sees it apart from those beside it. */
export interface Piece {
  text: string;
  /** Its way from the row down: equal for the same part of rows that are built alike. */
  place: string;
  /** The element in which it stands. */
  element: Element;
}

/**
 * Reads the visible texts inside an element, piece by piece as a person sees them apart: a native select gives the
 * chosen option, a text field its value, icons nothing. Marks inside a word do not end it, but nothing is joined to an
 * address that is whole.
 */
export function piecesOf(element: Element): Piece[] {
  const found: Piece[] = [];
  const add = (text: string, place: string, at: Element) => found.push({ text, place, element: at });
  /**
   * Says how the last text may go on: `glued` beside the edge of a mark where no space is, null where something ends
   * it.
   */
  let goesOn: 'always' | 'glued' | null = 'always';
  /** True where a mark ended just now: another that begins here is a word of its own, such as the next chip. */
  let ended = false;
  const append = (text: string, place: string, at: Element) => {
    const last = found.at(-1);
    const isGlued = last !== undefined && /\S$/.test(last.text) && /^\S/.test(text);
    const begins = isGlued && wholeAddress.test(last.text) && statusWord.test(text);
    if (!last || goesOn === null || (goesOn === 'glued' && !isGlued) || begins) add(text, place, at);
    else last.text += text;
    goesOn = 'always';
    ended = false;
  };
  const walk = (parent: Element, place: string) => {
    const counts: Record<string, number> = {};
    for (const node of childrenOf(parent)) {
      if (node instanceof Text) {
        if (node.data) append(node.data, place, parent);
      } else if (node instanceof Element && !node.matches(unread) && isDrawn(node)) {
        counts[node.tagName] = (counts[node.tagName] ?? 0) + 1;
        const at = `${place}/${node.tagName}${counts[node.tagName]}`;
        const isMark = node.matches(marks);
        const edge = (ends: boolean) => {
          if (isMark) return;
          goesOn = goesOn && node.matches(gluedMarks) && (ends || !ended) ? 'glued' : null;
          ended = ends;
        };
        edge(false);
        if (node instanceof HTMLSelectElement) for (const { text } of node.selectedOptions) add(text, at, node);
        else if (node instanceof HTMLInputElement) add(isReadable(node) ? node.value : '', at, node);
        else if (isSealed(node)) for (const name of ['label', 'value']) add(node.getAttribute(name) ?? '', at, node);
        else walk(node, isMark ? place : at);
        edge(true);
      }
    }
  };
  walk(element, '');
  return found.flatMap((piece) => (piece.text.trim() ? { ...piece, text: piece.text.trim() } : []));
}

/** Reads the visible texts inside an element, as `piecesOf` does. */
export const pieces = (element: Element): string[] => piecesOf(element).map(({ text }) => text);

/** Returns whether an element is one of the page's own making that lets nobody see what is in it. */
export const isSealed = (element: Element): boolean =>
  element.localName.includes('-') && !element.shadowRoot && !element.hasChildNodes();

/** Returns whether a text is only for screen readers, which every library makes one pixel wide. */
export function isForReaders({ element }: Piece, within: Element): boolean {
  for (let node: Element | null = element; node && node !== within; node = parentOf(node))
    if (getComputedStyle(node).width === '1px') return true;
  return false;
}

/** Returns whether an input holds text that may be read: never a password, nor one that is shown at the moment. */
export const isReadable = ({ type, name, id, autocomplete, placeholder, ariaLabel }: HTMLInputElement): boolean =>
  /^(text|email|search)$/.test(type) &&
  !/passw|secret|token|one-time/i.test(name + id + autocomplete + placeholder + ariaLabel);

/** Reads the text of an element in one line. */
export const textOf = (element: Element): string => pieces(element).join(' ').replace(/\s+/g, ' ');

const known = new Map<string, string>();

/**
 * Reduces visible words to what is compared: letters and inner digits only, so that neither case, spaces, punctuation,
 * icons nor counts matter. Pages repeat themselves, so the answer is kept; for 9,000 texts, then begun anew.
 */
export function normal(text: string): string {
  let made = known.get(text);
  if (made === undefined) {
    made = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
      .replace(/^\d+|\d+$/g, '');
    if (known.size > 9000) known.clear();
    known.set(text, made);
  }
  return made;
}

const patterns = new Map<string, RegExp>();

/** Compiles a pattern of the packs, once. */
export function pattern(source: string): RegExp {
  const made = patterns.get(source) ?? new RegExp(source, 'i');
  patterns.set(source, made);
  return made;
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Reduces a whole list of visible words to what is compared. */
export function namesOf(list: readonly string[]): ReadonlySet<string> {
  const names = sets.get(list) ?? new Set(list.map(normal));
  sets.set(list, names);
  return names;
}

/** Lists the words that attributes say of an element, or the elements that label it. */
export function saidBy(element: Element): string[] {
  const { labels, type, value } = element as HTMLInputElement;
  const said = ['aria-label', 'title', 'alt', 'placeholder', 'label'].flatMap(
    (name) => element.getAttribute(name) || [],
  );
  if (/^(submit|button)$/.test(type) && value) said.push(value);
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const sources = [...ids.map((id) => (element.getRootNode() as Document).getElementById(id)), ...(labels ?? [])];
  return [
    ...said,
    // Their texts as they stand: reading them piece by piece is more than recognising a page needs.
    ...sources.flatMap((source) => (source ? [source.textContent, ...textsIn(source).map(({ data }) => data)] : [])),
  ];
}

/**
 * Lists everything that a control or heading is called: its words, whole and piece by piece, its labels, and what is
 * said of it or of its icon by an attribute. More than its accessible name, which is one of these: a person may go by
 * any of them.
 */
export function callingsOf(element: Element): string[] {
  const isShort = !element.matches('input,select,textarea') && wordsIn(element).length < 120;
  const own = isShort ? [textOf(element), ...pieces(element)] : [];
  const icons = isShort ? all(element, '[aria-label],[title],[alt]').flatMap(saidBy) : [];
  return [...own, ...saidBy(element), ...icons].filter(Boolean);
}

/** Lists the same as it is compared. */
export const callings = (element: Element): string[] => [...new Set(callingsOf(element).map(normal))].filter(Boolean);

import type { RegisteredPages } from '@/lib/vendors/vendor';
import { all } from './dom';

/** Attributes that may say a title, and the inputs whose value does. */
const attributes = ['aria-label', 'title', 'alt', 'placeholder', 'value'];
const speaking = '[aria-label],[title],[alt],[placeholder],input[type=submit],input[type=button]';

/** Marks inside a word that nobody sees. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** With shadow roots, and with more elements than this, the text of the whole page costs more than a look, which leaves out long lists. */
const many = 4000;

/**
 * Makes the cheapest check of a page: whether the words of any title in the packs stand somewhere on it. Every page of
 * ours passes, and so do many others.
 */
export function titleCheck(packs: readonly RegisteredPages[]): () => boolean {
  const queries = packs.flatMap(({ pages }) => pages.flatMap(({ every }) => every[0] ?? []));
  const titles = queries.flatMap(({ words }) =>
    words.map((title) => title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu)),
  );
  return () => {
    const elements = document.getElementsByTagName('*');
    if (elements.length > many || [...elements].some(({ shadowRoot }) => shadowRoot)) return true;
    const said = all(document, speaking).flatMap((element) => attributes.map((name) => element.getAttribute(name)));
    const text = [document.body.textContent, ...said].join(' ').replace(unseen, '').toLowerCase();
    return titles.some((words) => words?.every((word) => text.includes(word)));
  };
}

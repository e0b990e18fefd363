import type { Trouble } from './checklist';

/** Holds what the vendor's page says when it refuses, and what the procedure advises then. */
export interface Refusal {
  notice: string;
  troubles: readonly Trouble[];
}

const tokens = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const says = (text: string, word: string) => ` ${tokens(text).join(' ')} `.includes(` ${tokens(word).join(' ')}`);

/**
 * The notices of a page by which the vendor refuses something, each with the troubles that speak of the same thing.
 * `words`: the generation's words of refusal, such as `limit` or `sso`.
 */
export function refusalsIn(
  notices: readonly string[],
  words: readonly string[],
  troubles: readonly Trouble[],
): Refusal[] {
  return notices.flatMap((notice) => {
    const met = words.filter((word) => says(notice, word));
    if (met.length === 0) return [];
    const about = ({ id, title, advice }: Trouble) => met.some((word) => says(`${id} ${title} ${advice}`, word));
    return [{ notice, troubles: troubles.filter(about) }];
  });
}

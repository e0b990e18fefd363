// Controls and format characters, which turn, hide or join text unseen; the joiners that scripts and emoji need stay.
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/**
 * Returns a stored value as it may be shown: what would not be seen, such as an override of direction, stands as
 * `[U+202E]`.
 */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replace(unseen, (char) => `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

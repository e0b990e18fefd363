/** Controls, and the bidirectional overrides with which a page can make text read other than it is (Unicode TR9 §2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text that came from a page or a clipboard, made safe to keep and show: well-formed, without controls or bidi overrides,
 * white space folded, at most `max` characters (longer text ends in "…").
 */
export function plainText(text: string, max = 200): string {
  const folded = text.toWellFormed().replace(unprintable, '').replace(/\s+/g, ' ').trim();
  return folded.length <= max ? folded : `${folded.slice(0, max - 1).toWellFormed()}…`;
}

/** Visible words compared as a person would: case, white space, typographic quotes and trailing punctuation do not count. */
export function words(text: string): string {
  return text
    .replace(unprintable, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s+*•]+|[\s*:.…]+$/g, '')
    .toLowerCase();
}

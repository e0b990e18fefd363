/** Controls, and the bidirectional overrides with which text can be made to read other than it is (Unicode TR9 §2); joiners stay. */
const unprintable = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/**
 * Text that came from a page or a clipboard, made safe to keep and show: well-formed, without controls or bidi overrides,
 * white space folded, at most `max` characters (longer text ends in "…").
 */
export function plainText(text: string, max = 200): string {
  const folded = text.toWellFormed().replace(/\s+/g, ' ').replace(unprintable, '').trim();
  return folded.length <= max ? folded : `${folded.slice(0, max - 1).toWellFormed()}…`;
}

/** Visible words compared as a person would: case, white space, leading marks, trailing punctuation and counts do not matter. */
export function words(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(unprintable, '')
    .replace(/[’‘]/g, "'")
    .replace(/^[\s+*•›>]+/, '')
    .replace(/\s*\(?\d[\d,.]*\+?\)?$/, '')
    .replace(/[\s*:.…▾▼⌄]+$/, '')
    .toLowerCase();
}

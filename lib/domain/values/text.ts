/**
 * Controls, and the bidirectional overrides with which text can be made to read other than it is (Unicode TR9 §2);
 * joiners and white space stay.
 */
const unprintable = /(?![\t-\r\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

const folded = (text: string) => text.replace(unprintable, '').replace(/\s+/g, ' ');

/**
 * Makes text that came from a page or a clipboard safe to store and show: well-formed, without controls or bidi
 * overrides, white space folded, at most `max` characters (longer text ends in "…").
 */
export function plainText(text: string, max = 200): string {
  const plain = folded(text.toWellFormed()).trim();
  // A character outside the BMP is two units long: half of one is not kept.
  return plain.length <= max ? plain : `${plain.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * Visible words compared as a person would: case, white space, leading marks, trailing punctuation and counts do not
 * matter.
 */
export function words(text: string): string {
  return folded(text)
    .replace(/[’‘]/g, "'")
    .replace(/^[\s+*•›>]+/, '')
    .replace(/\s*\(?\d[\d,.]*\+?\)?$/, '')
    .replace(/[\s*:.…▾▼⌄]+$/, '')
    .toLowerCase();
}

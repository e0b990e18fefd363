declare module 'punycode/punycode.es6.js' {
  /** Converts a domain or address with punycode in it to letters. @throws RangeError where it is no punycode. */
  export function toUnicode(text: string): string;
}

declare module 'punycode/punycode.es6.js' {
  /** Decodes one label without its prefix. @throws RangeError where it is no punycode. */
  export function decode(label: string): string;
  export function encode(label: string): string;
}

/** The one thing that tests outside the `jsdom` environment need of it; it ships no types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: { readonly document: Document };
  }
}

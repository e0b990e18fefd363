import { browser } from 'wxt/browser';

const orphaned = 'Grantbook was updated. Reload this page to go on.';

/**
 * Ends one copy of the content script when a newer copy starts in the same page, or when its extension was updated or
 * removed, which the reason of its signal then tells in words. Takes the place of WXT's class of this name, whose
 * timers and location watcher nothing here uses, though every vendor page would load them.
 */
export class ContentScriptContext {
  readonly #life = new AbortController();
  readonly signal = this.#life.signal;

  constructor(name: string) {
    const { signal } = this;
    const started = `grantbook:${name}`;
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => this.#life.abort(), { signal });
    // A browser does not tell an orphan that it is one.
    const check = () => browser.runtime?.id || this.#life.abort(orphaned);
    for (const type of ['click', 'focusin', 'visibilitychange'])
      document.addEventListener(type, check, { capture: true, passive: true, signal });
  }
}

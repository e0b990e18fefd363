import { browser } from '@/lib/browser';

/** A place that stores values by their keys. */
export interface Area {
  /** Reads one value by its key, or all of them (null). */
  get(key: string | null): Promise<Record<string, unknown>>;
  set(key: string, value: unknown): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  /** Calls back with each value that changes, undefined where it was removed, until the returned function is called. */
  watch(listener: (key: string, value: unknown) => void): () => void;
}

/**
 * Wraps an area of the browser's storage. Nothing is called before a value is read: builds load this module without a
 * browser.
 */
function browserArea(name: 'local' | 'session' | 'managed'): Area {
  return {
    get: (key) => browser.storage[name].get(key),
    set: (key, value) => browser.storage[name].set({ [key]: value }),
    remove: (keys) => browser.storage[name].remove(keys),
    watch(listener) {
      const changed = (changes: Record<string, { newValue?: unknown }>, area: string) => {
        if (area !== name) return;
        for (const [key, { newValue }] of Object.entries(changes)) listener(key, newValue);
      };
      browser.storage.onChanged.addListener(changed);
      return () => browser.storage.onChanged.removeListener(changed);
    },
  };
}

const managed = browserArea('managed');

export type AreaName = 'local' | 'session' | 'managed';

/** Every area there is; nothing else touches the browser's storage. */
export const areas: Readonly<Record<AreaName, Area>> = {
  /** Stays in this browser. */
  local: browserArea('local'),
  /** Is gone when the browser closes; survives that the background is stopped. */
  session: browserArea('session'),
  /** Holds the organization's policy. Firefox refuses where none is set; Chromium answers with nothing. */
  managed: { ...managed, get: (key) => managed.get(key).catch(() => ({})) },
};

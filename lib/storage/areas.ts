import { browser } from '@/lib/browser';
import type { Area } from './area';
import { databaseArea } from './database-area';

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

const local = browserArea('local');
const managed = browserArea('managed');

export type AreaName = 'private' | 'local' | 'session' | 'managed';

/** Every area there is; nothing else touches the browser's storage. */
export const areas: Readonly<Record<AreaName, Area>> = {
  /**
   * Stays in this browser, and no content script reads or writes it. Firefox has no such area: `storage.local` is open
   * to them there (https://bugzilla.mozilla.org/show_bug.cgi?id=1724754).
   */
  private: import.meta.env.FIREFOX ? databaseArea('grantbook-values', local, ['head']) : local,
  /** Stays in this browser, also where its databases are deleted. Steers nothing: Firefox's content scripts reach it. */
  local,
  /** Is gone when the browser closes; survives that the background is stopped. No content script reaches it. */
  session: browserArea('session'),
  /** Holds the organization's policy. Firefox refuses where none is set; Chromium answers with nothing. */
  managed: { ...managed, get: (key) => managed.get(key).catch(() => ({})) },
};

/** Closes `storage.local` to content scripts, where the browser can. Comes before anything else at every start. */
export async function closeLocalArea(): Promise<void> {
  const area = browser.storage.local as typeof browser.storage.local & {
    setAccessLevel?(access: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
  };
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

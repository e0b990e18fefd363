import { browser } from '@/lib/browser';
import { defaultSettings, Settings } from '@/lib/domain/values/settings';
import { inTurn } from './in-turn';

const change = inTurn('settings');

/** The settings; defaults where nothing, or nothing readable, was saved. */
export async function readSettings(): Promise<Settings> {
  const { settings } = await browser.storage.local.get('settings');
  return Settings.safeParse(settings ?? {}).data ?? defaultSettings;
}

/** Changes some settings and leaves the others as they are. */
export async function saveSettings(changed: Partial<Settings>): Promise<void> {
  await changeSettings(() => changed);
}

/** Changes settings by what they are; answers whether there was anything to change. */
export function changeSettings(decide: (now: Settings) => Partial<Settings>): Promise<boolean> {
  return change(async () => {
    const settings = await readSettings();
    const changed = decide(settings);
    if (Object.keys(changed).length === 0) return false;
    await browser.storage.local.set({ settings: { ...settings, ...changed } });
    return true;
  });
}

/** Calls back with the settings now and after every change, until the returned function is called. */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && 'settings' in changes) void readSettings().then(listener);
  };
  browser.storage.onChanged.addListener(changed);
  void readSettings().then(listener);
  return () => browser.storage.onChanged.removeListener(changed);
}

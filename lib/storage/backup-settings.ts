import { browser } from '@/lib/browser';
import { defaultSettings, Settings } from '@/lib/domain/values/settings';
import { readForgotten } from './forgotten';
import { changeSettings } from './settings';

/** What of `storage.local` goes into a backup: what admins set and taught. What belongs to the moment, such as a draft, does not. */
const keys = ['assumed', 'corrections', 'described', 'exportColumns', 'guidePlaces'] as const;

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const isEmpty = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** The settings and what was taught, as they are kept; by the names of `storage.local`. */
export async function readKeptSettings(): Promise<Record<string, unknown>> {
  const stored = await browser.storage.local.get(['settings', ...keys]);
  return Object.fromEntries(Object.entries(stored).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Puts settings of a backup back where nothing was set since; what was set stays. Answers whether anything changed. What is taught is
 * parsed wherever it is read, and what cannot be read is left out there.
 */
export async function restoreKeptSettings(values: Readonly<Record<string, unknown>>): Promise<boolean> {
  const stored = await browser.storage.local.get([...keys]);
  const missing = keys.filter((key) => isEmpty(stored[key]) && !isEmpty(values[key]));
  for (const key of missing) await browser.storage.local.set({ [key]: values[key] });

  const saved = Settings.safeParse(values.settings).data;
  if (!saved) return missing.length > 0;
  const isForgotten = await readForgotten();
  const changed = await changeSettings((now) =>
    Object.fromEntries(
      Object.entries(saved).filter(([key, value]) => {
        const name = key as keyof Settings;
        if (name === 'identity' && saved.identity && isForgotten(saved.identity.email)) return false;
        return isSame(now[name], defaultSettings[name]) && !isSame(now[name], value);
      }),
    ),
  );
  return changed || missing.length > 0;
}

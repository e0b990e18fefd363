import { defaultSettings, type Settings } from '@/lib/domain/values/settings';
import { readForgotten } from './forgotten';
import type { StoredValue } from './stored-value';
import { stored } from './stored-values';

/**
 * Values that go into a backup beside the settings: what admins taught. What belongs to the moment, such as a draft,
 * does not.
 */
const taught: readonly StoredValue<unknown>[] = [
  stored.assumedPages,
  stored.corrections,
  stored.described,
  stored.exportColumns,
  stored.guidePlaces,
];

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Reads the settings and what was taught as they are stored, by their keys. */
export async function readBackupSettings(): Promise<Record<string, unknown>> {
  const values = [stored.settings, ...taught].sort((a, b) => (a.key < b.key ? -1 : 1));
  const read = await Promise.all(values.map(async ({ key, readRaw }) => [key, await readRaw()] as const));
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

/** Restores settings of a backup where nothing was set since; what was set stays. Returns whether anything changed. */
export async function restoreBackupSettings(values: Readonly<Record<string, unknown>>): Promise<boolean> {
  const restored: boolean[] = [];
  for (const value of taught) restored.push(await restoreTaught(value, values[value.key]));
  restored.push(await restoreSettings(stored.settings.parse(values.settings)));
  return restored.includes(true);
}

async function restoreTaught({ fallback, parse, change }: StoredValue<unknown>, value: unknown): Promise<boolean> {
  const saved = parse(value);
  if (isSame(saved, fallback)) return false;
  return (await change((now) => (isSame(now, fallback) ? saved : now))) === saved;
}

async function restoreSettings(saved: Settings): Promise<boolean> {
  const isForgotten = await readForgotten();
  const known = saved.identity && isForgotten(saved.identity.email) ? { ...saved, identity: null } : saved;
  let restored = false;
  await stored.settings.change((now) => {
    const unset = Object.entries(known).filter(([key, value]) => {
      const name = key as keyof Settings;
      return isSame(now[name], defaultSettings[name]) && !isSame(now[name], value);
    });
    restored = unset.length > 0;
    return restored ? { ...now, ...Object.fromEntries(unset) } : now;
  });
  return restored;
}

import { browser } from '@/lib/browser';
import { namesPerson, type Person } from '@/lib/domain/values/person';
import { readDescribed, removeDescribed } from './described';
import { clearDraft } from './draft';
import { saveSettings } from './settings';

/** Whether a text anywhere in a value names the person. */
function names(value: unknown, person: Person): boolean {
  if (typeof value === 'string') return namesPerson(value, person);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, part]) => namesPerson(key, person) || names(part, person));
}

/**
 * Deletes what is kept of a person outside of the log: the grant that is being filled in, what was read of open pages, what was described
 * for them, and who the admin is where they forget themselves. `dry`: counts only.
 *
 * @returns how many such things there are
 */
export async function forgetElsewhere(person: Person, dry = false): Promise<number> {
  const { local, session } = browser.storage;
  const kept = await local.get(['draft', 'settings']);
  const described = (await readDescribed()).filter((one) => names(one, person));
  const pages = Object.entries(await session.get(null)).flatMap(([key, value]) => (names(value, person) ? [key] : []));
  const { identity } = (kept.settings ?? {}) as { identity?: unknown };
  const [drafted, isAdmin] = [names(kept.draft, person), names(identity, person)];
  if (!dry) {
    if (drafted) await clearDraft();
    for (const one of described) await removeDescribed(one);
    // The page is looked at again when it changes or is opened.
    if (pages.length > 0) await session.remove(pages);
    if (isAdmin) await saveSettings({ identity: null });
  }
  return Number(drafted) + described.length + pages.length + Number(isAdmin);
}

import { namesPerson, type Person } from '@/lib/domain/values/person';
import { areas } from './areas';
import { removeDescribed } from './described';
import { saveSettings } from './settings';
import { stored } from './stored-values';

/** Tells whether a text anywhere in a value names the person. */
function names(value: unknown, person: Person): boolean {
  if (typeof value === 'string') return namesPerson(value, person);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, part]) => namesPerson(key, person) || names(part, person));
}

/**
 * Deletes what is stored of a person outside of the log: the grant that is being filled in, what was read of open
 * pages, what was described for them, and who the admin is where they forget themselves. `dry`: counts only.
 *
 * @returns how many such things there are
 */
export async function forgetElsewhere(person: Person, dry = false): Promise<number> {
  // Whatever stands there, readable or not.
  const [draft, settings, pages] = await Promise.all([
    stored.draft.readRaw(),
    stored.settings.readRaw(),
    areas.session.get(null),
  ]);
  const described = (await stored.described.read()).filter((one) => names(one, person));
  const seen = Object.keys(pages).filter((key) => names(pages[key], person));
  const { identity } = (settings ?? {}) as { identity?: unknown };
  const [isDrafted, isAdmin] = [names(draft, person), names(identity, person)];
  if (!dry) {
    if (isDrafted) await stored.draft.write(null);
    for (const one of described) await removeDescribed(one);
    // The page is looked at again when it changes or is opened.
    if (seen.length > 0) await areas.session.remove(seen);
    if (isAdmin) await saveSettings({ identity: null });
  }
  return Number(isDrafted) + described.length + seen.length + Number(isAdmin);
}

import { defaultSettings, type Settings } from '@/lib/domain/values/settings';
import { checkTicketPattern } from '@/lib/domain/values/ticket';
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

/** A value of a backup that nobody set here. */
export interface OfferedValue {
  /** Its key, or `settings.` and the name of a setting. */
  id: string;
  /** The value as JSON, for people to read. */
  text: string;
  /** Tells that it decides who acts, or deletes: nobody takes it by the way. */
  isGrave: boolean;
}

/** The longest value that is taken, in characters of JSON. */
const longest = 50_000;
const grave = ['identity', 'retentionMonths'];

/** Lists what a backup holds beside the log and nobody set here. Nothing is changed: what was set stays. */
export async function offeredValues(values: Readonly<Record<string, unknown>>): Promise<OfferedValue[]> {
  const changes = await changesBy(values);
  return changes.map(({ id, value }) => ({
    id,
    text: JSON.stringify(value),
    isGrave: grave.includes(id.replace('settings.', '')),
  }));
}

/** Takes those values of a backup that the admin chose, by their ids. */
export async function takeValues(values: Readonly<Record<string, unknown>>, ids: readonly string[]): Promise<void> {
  const chosen = (await changesBy(values)).filter(({ id }) => ids.includes(id));
  for (const { take } of chosen) await take();
}

interface Change {
  id: string;
  value: unknown;
  take(): Promise<unknown>;
}

/** Parses the values of a backup, and returns those that would change something. What is too long is left out. */
async function changesBy(values: Readonly<Record<string, unknown>>): Promise<Change[]> {
  const changes: Change[] = [];
  const saved = await withoutForgotten(stored.settings.parse(values.settings));
  const now = await stored.settings.read();
  for (const name of Object.keys(defaultSettings) as (keyof Settings)[]) {
    const value = saved[name];
    const isSet = !isSame(now[name], defaultSettings[name]);
    if (isSet || isSame(value, now[name]) || !isUsable(name, value)) continue;
    const take = () => stored.settings.change((settings) => ({ ...settings, [name]: value }));
    changes.push({ id: `settings.${name}`, value, take });
  }
  for (const { key, fallback, parse, read, write } of taught) {
    const value = parse(values[key]);
    if (isSame(value, fallback) || !isSame(await read(), fallback)) continue;
    changes.push({ id: key, value, take: () => write(value) });
  }
  return changes.filter(({ value }) => JSON.stringify(value).length <= longest);
}

const isUsable = (name: keyof Settings, value: unknown) =>
  name !== 'ticketPattern' || checkTicketPattern(String(value)).ok;

async function withoutForgotten(saved: Settings): Promise<Settings> {
  const isForgotten = await readForgotten();
  return saved.identity && isForgotten(saved.identity.email) ? { ...saved, identity: null } : saved;
}

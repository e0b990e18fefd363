import * as z from 'zod/mini';
import { type AreaName, areas } from './areas';
import { inTurn } from './in-turn';

/** A value that is stored under a key, and parsed whenever it is read. */
export interface StoredValue<T> {
  readonly key: string;
  /** The value where nothing, or nothing readable, is stored. */
  readonly fallback: T;
  /** Reads the value out of what is stored. */
  parse(stored: unknown): T;
  read(): Promise<T>;
  /** Reads what is stored, readable or not; undefined where nothing is. */
  readRaw(): Promise<unknown>;
  /** Stores a value; null removes it. One that is alone under its key is stored at once, also while its page closes. */
  write(value: T): Promise<void>;
  /**
   * Stores what becomes of the value, and returns it. Changes of all pages and the background wait for each other, so
   * that none is lost; returning what was given writes nothing.
   */
  change(decide: (now: T) => T): Promise<T>;
  /** Calls back with the value after each change of it, until the returned function is called. */
  watch(listener: (value: T) => void): () => void;
}

/** Values of one shape that are stored each under a key of its own: `prefix:id`. Only the background writes them. */
interface StoredMap<T> {
  at(id: string | number): StoredValue<T | null>;
  /** Reads every value that can be read, with its id. */
  all(): Promise<[id: string, value: T][]>;
  /** Calls back with the id and the value, null where it was removed, after each change of any. */
  watch(listener: (id: string, value: T | null) => void): () => void;
}

type Schema<T> = z.ZodMiniType<T>;
type Turn = ReturnType<typeof inTurn>;

const atOnce: Turn = (task) => task();

function valueIn<T>(
  key: string,
  area: AreaName,
  schema: Schema<T>,
  fallback: T,
  turns: { change: Turn; write: Turn },
): StoredValue<T> {
  const parse = (stored: unknown): T => {
    const parsed = schema.safeParse(stored);
    return parsed.success ? parsed.data : fallback;
  };
  const readRaw = async () => (await areas[area].get(key))[key];
  const read = async () => parse(await readRaw());
  const store = (value: T) => (value === null ? areas[area].remove(key) : areas[area].set(key, value));
  return {
    key,
    fallback,
    parse,
    read,
    readRaw,
    write: (value) => turns.write(() => store(value)),
    change: (decide) =>
      turns.change(async () => {
        const now = await read();
        const next = decide(now);
        if (next !== now) await store(next);
        return next;
      }),
    watch: (listener) =>
      areas[area].watch((changed, stored) => {
        if (changed === key) listener(parse(stored));
      }),
  };
}

/**
 * Declares a value: its key, the area that holds it, its shape, and what counts where it is missing or cannot be read.
 */
export function storedValue<T>(key: string, area: AreaName, schema: Schema<T>, fallback: NoInfer<T>): StoredValue<T> {
  return valueIn(key, area, schema, fallback, { change: inTurn(key), write: atOnce });
}

/** Declares values of one shape, each under a key of its own; null where one is missing or cannot be read. */
export function storedMap<T>(prefix: string, area: AreaName, schema: Schema<T>): StoredMap<T> {
  const queue = inTurn();
  const start = `${prefix}:`;
  const parse = (stored: unknown): T | null => schema.safeParse(stored).data ?? null;
  return {
    at: (id) => valueIn<T | null>(start + id, area, z.nullable(schema), null, { change: queue, write: queue }),
    async all() {
      return Object.entries(await areas[area].get(null)).flatMap(([key, stored]): [string, T][] => {
        const value = key.startsWith(start) ? parse(stored) : null;
        return value === null ? [] : [[key.slice(start.length), value]];
      });
    },
    watch: (listener) =>
      areas[area].watch((key, stored) => {
        if (key.startsWith(start)) listener(key.slice(start.length), parse(stored));
      }),
  };
}

/** Reads a list, and leaves out what cannot be read of it. */
export const readable = <T>(schema: Schema<T>) =>
  z.pipe(
    z.array(z.catch(z.nullable(schema), null)),
    z.transform((all): T[] => all.filter((one) => one !== null)),
  );

import { Dexie, type Table } from 'dexie';
import type { Area } from './area';

interface Row {
  key: string;
  value: unknown;
}

/**
 * Stores values in an IndexedDB of the extension. `former`: what held them before; its values are taken over when the
 * database is made, and removed from there, save those under `staying` keys.
 */
export function databaseArea(name: string, former: Area, staying: readonly string[]): Area {
  const listeners = new Set<(key: string, value: unknown) => void>();
  const tell = (key: string, value: unknown) => {
    for (const listener of listeners) listener(key, value);
  };

  async function open(): Promise<{ rows: Table<Row, string>; channel: BroadcastChannel }> {
    const before = await former.get(null);
    const db = new Dexie(name);
    db.version(1).stores({ values: 'key' });
    const rows = db.table<Row, string>('values');
    // Only the first context that opens a new database populates it: what stands in `former` later was planted there.
    db.on('populate', () => rows.bulkAdd(Object.entries(before).map(([key, value]) => ({ key, value }))));
    await db.open();
    const moved = Object.keys(before).filter((key) => !staying.includes(key));
    if (moved.length > 0) await former.remove(moved);
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', ({ data }) => tell(data.key, data.value));
    return { rows, channel };
  }

  let opened: ReturnType<typeof open> | undefined;
  /** Opens at the first use, since builds load this module without a browser, and again after a failure. */
  const use = () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };

  return {
    async get(key) {
      const { rows } = await use();
      const found = key === null ? await rows.toArray() : [await rows.get(key)];
      return Object.fromEntries(found.flatMap((row) => (row ? [[row.key, row.value]] : [])));
    },
    async set(key, value) {
      const { rows, channel } = await use();
      await rows.put({ key, value });
      channel.postMessage({ key, value });
      tell(key, value);
    },
    async remove(keys) {
      const { rows, channel } = await use();
      await rows.bulkDelete([keys].flat());
      for (const key of [keys].flat()) {
        channel.postMessage({ key });
        tell(key, undefined);
      }
    },
    watch(listener) {
      listeners.add(listener);
      // Other pages are heard through the channel.
      void use().catch(() => {});
      return () => void listeners.delete(listener);
    },
  };
}

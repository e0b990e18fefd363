import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Area } from '@/lib/storage/area';
import { databaseArea } from '@/lib/storage/database-area';

/** An area in memory, as `storage.local` is one. */
function memoryArea(values: Record<string, unknown>): Area & { values: Record<string, unknown> } {
  return {
    values,
    get: async (key) => (key === null ? { ...values } : { [key]: values[key] }),
    set: async (key, value) => {
      values[key] = value;
    },
    remove: async (keys) => {
      for (const key of [keys].flat()) delete values[key];
    },
    watch: () => () => {},
  };
}

let name = '';
beforeEach(({ task }) => {
  name = task.id;
});

describe('an area in a database', () => {
  test('reads what was set, by key and as a whole, and nothing after it was removed', async () => {
    const area = databaseArea(name, memoryArea({}), []);
    await area.set('settings', { theme: 'dark' });
    await area.set('draft', null);

    expect(await area.get('settings')).toEqual({ settings: { theme: 'dark' } });
    expect(await area.get(null)).toEqual({ settings: { theme: 'dark' }, draft: null });

    await area.remove(['settings', 'draft']);
    expect(await area.get(null)).toEqual({});
  });

  test('tells watchers here and in other pages of every change, until they stop', async () => {
    const [here, there] = [databaseArea(name, memoryArea({}), []), databaseArea(name, memoryArea({}), [])];
    const [near, far] = [vi.fn(), vi.fn()];
    here.watch(near);
    const stop = there.watch(far);
    await there.get(null);

    await here.set('a', 1);
    await vi.waitFor(() => expect(far).toHaveBeenCalledWith('a', 1));
    await here.remove('a');
    await vi.waitFor(() => expect(far).toHaveBeenLastCalledWith('a', undefined));
    stop();
    await here.set('b', 2);

    expect(near.mock.calls).toEqual([
      ['a', 1],
      ['a', undefined],
      ['b', 2],
    ]);
    expect(far).toHaveBeenCalledTimes(2);
  });

  test('takes over what stood elsewhere when it is made, and leaves there what stays', async () => {
    const former = memoryArea({ settings: { theme: 'dark' }, head: { seq: 3 } });

    const area = databaseArea(name, former, ['head']);

    expect(await area.get(null)).toEqual({ settings: { theme: 'dark' }, head: { seq: 3 } });
    expect(former.values).toEqual({ head: { seq: 3 } });
  });

  test('believes nothing that was planted there later, and removes it', async () => {
    await databaseArea(name, memoryArea({ settings: { theme: 'dark' } }), []).get(null);
    const former = memoryArea({ settings: { identity: 'Mallory' }, draft: 'x' });

    const area = databaseArea(name, former, []);

    expect(await area.get(null)).toEqual({ settings: { theme: 'dark' } });
    expect(former.values).toEqual({});
  });

  test('opens at the next use where it could not the first time', async () => {
    const former = memoryArea({});
    former.get = vi.fn(former.get).mockRejectedValueOnce(new Error('full'));
    const area = databaseArea(name, former, []);

    await expect(area.get('a')).rejects.toThrow('full');
    await area.set('a', 1);

    expect(await area.get('a')).toEqual({ a: 1 });
  });
});

import { describe, expect, test, vi } from 'vitest';
import { inTurn } from '@/lib/storage/in-turn';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('inTurn', () => {
  test('runs tasks one after the other, and answers each with its own result', async () => {
    const queue = inTurn();
    const seen: string[] = [];
    const task = (name: string, ms: number) => async () => {
      seen.push(`${name} begins`);
      await wait(ms);
      seen.push(`${name} ends`);
      return name;
    };

    const results = await Promise.all([queue(task('a', 10)), queue(task('b', 1)), queue(task('c', 0))]);

    expect(results).toEqual(['a', 'b', 'c']);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('goes on after a task that failed, and tells only its own caller', async () => {
    const queue = inTurn();
    const boom = async () => {
      throw new Error('boom');
    };

    const [failed, done] = await Promise.allSettled([queue(boom), queue(async () => 'done')]);

    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'boom' } });
    expect(done).toEqual({ status: 'fulfilled', value: 'done' });
  });

  test('keeps two queues apart', async () => {
    const [one, other] = [inTurn(), inTurn()];
    const stuck = one(() => new Promise(() => {}));

    await expect(other(async () => 'free')).resolves.toBe('free');
    expect(await Promise.race([stuck, wait(1).then(() => 'stuck')])).toBe('stuck');
  });

  test('waits for pages that hold its lock, where the browser has locks', async () => {
    const held: string[] = [];
    let turn = Promise.resolve<unknown>(undefined);
    const request = (name: string, task: () => Promise<unknown>) => {
      held.push(name);
      const mine = turn.then(task);
      turn = mine.catch(() => {});
      return mine;
    };
    vi.stubGlobal('navigator', { locks: { request } });
    let value = 0;
    const add = async () => {
      const before = value;
      await wait(2);
      value = before + 1;
    };

    // Two pages, each with a queue of its own.
    const [page, other] = [inTurn('settings'), inTurn('settings')];
    await Promise.all([page(add), other(add), page(add), other(add)]);
    vi.unstubAllGlobals();

    expect(value).toBe(4);
    expect(held).toEqual(['settings', 'settings', 'settings', 'settings']);
  });
});

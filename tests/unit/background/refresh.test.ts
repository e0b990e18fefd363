import { describe, expect, test, vi } from 'vitest';
import { createRefresh } from '@/lib/background/refresh';

/** A refresh whose showings end when the test says so. */
function slow() {
  const ends: (() => void)[] = [];
  const show = vi.fn<(grants: ReadonlySet<string> | null) => Promise<void>>(
    () => new Promise((resolve) => ends.push(resolve)),
  );
  const end = async () => {
    ends.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { refresh: createRefresh(show), shown: () => show.mock.calls.map(([grants]) => grants), end };
}

describe('createRefresh', () => {
  test('shows what changed at once', () => {
    const { refresh, shown } = slow();

    refresh(['kim', 'kim', 'lee']);

    expect(shown()).toEqual([new Set(['kim', 'lee'])]);
  });

  test('shows all that changed during a showing in one that follows it', async () => {
    const { refresh, shown, end } = slow();
    for (const grant of ['kim', 'lee', 'max', 'lee']) refresh([grant]);

    await end();
    expect(shown()).toEqual([new Set(['kim']), new Set(['lee', 'max'])]);

    await end();
    refresh(['kim']);
    expect(shown()).toHaveLength(3);
  });

  test.each([
    ['before', [null, ['lee']]],
    ['after', [['lee'], null]],
  ])('shows everything where one change is of every grant, %s another', async (_when, changes) => {
    const { refresh, shown, end } = slow();
    refresh([]);
    for (const change of changes) refresh(change);

    await end();

    expect(shown()).toEqual([new Set(), null]);
  });

  test('goes on after a showing that failed', async () => {
    const show = vi.fn(async () => {}).mockRejectedValueOnce(new Error('database'));
    const refresh = createRefresh(show);
    refresh(['kim']);
    refresh(['lee']);

    await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(2));
  });
});

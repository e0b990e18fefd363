import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const newestGrants = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock('@/lib/storage/db', () => ({ db: {} }));
vi.mock('@/lib/log/grant-feed', () => ({ newestGrants }));

/** The module asks when it is loaded, as the page does. */
const load = async () => (await import('@/lib/log/first-grants')).firstGrants;

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('firstGrants', () => {
  it('is what the database answers', async () => {
    newestGrants.mockResolvedValue(['a grant']);

    expect(await load()).toEqual(['a grant']);
  });

  it('is null where the database cannot be read', async () => {
    newestGrants.mockRejectedValue(new Error('The user denied permission to access the database.'));

    expect(await load()).toBeNull();
  });

  it('is null where the database takes long, so that the page can say that it reads', async () => {
    let seen: unknown = 'nothing yet';
    newestGrants.mockReturnValue(new Promise(() => {}));
    void import('@/lib/log/first-grants').then(({ firstGrants }) =>
      firstGrants.then((first) => {
        seen = first;
      }),
    );

    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(149);
    const before = seen;
    await vi.advanceTimersByTimeAsync(1);

    expect([before, seen]).toEqual(['nothing yet', null]);
  });
});

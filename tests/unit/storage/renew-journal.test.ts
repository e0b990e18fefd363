import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { renewJournal } from '@/lib/storage/renew-journal';
import { fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

beforeEach(resetFakeBrowser);

const marked = async () => (await fakeBrowser.storage.session.get('journal')).journal === 'renewed';

test('fills a database once per start of the browser, and leaves none behind', async () => {
  const factory = new IDBFactory();
  const opened = vi.spyOn(factory, 'open');

  await renewJournal(factory);
  await renewJournal(factory);
  expect(opened).toHaveBeenCalledOnce();
  expect(await factory.databases()).toEqual([]);

  await fakeBrowser.storage.session.clear();
  await renewJournal(factory);
  expect(opened).toHaveBeenCalledTimes(2);
  expect(await factory.databases()).toEqual([]);
});

test('goes on from what a background left that was stopped halfway', async () => {
  const factory = new IDBFactory();
  await new Promise((resolve) => {
    const opening = factory.open('grantbook-journal', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('filling', { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result.close());
  });

  await renewJournal(factory);
  expect(await factory.databases()).toEqual([]);
  expect(await marked()).toBe(true);
});

test('a disk without room leaves the databases as they were, and the next start tries again', async () => {
  const factory = new IDBFactory();
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });

  await expect(renewJournal(factory)).rejects.toThrow('no room');
  expect(await factory.databases()).toEqual([]);
  expect(await marked()).toBe(false);

  await renewJournal(factory);
  expect(await marked()).toBe(true);
});

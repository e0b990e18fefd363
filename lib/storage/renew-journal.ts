import { stored } from './stored-values';

/**
 * Chromium's LevelDB begins a new journal once the one it writes to holds 4 MiB
 * (`leveldb_env::Options::write_buffer_size`).
 */
const journalBytes = 4 * 1024 * 1024;
/** Longer values would be stored as files of their own, beside the journal. */
const valueBytes = 48 * 1024;
const name = 'grantbook-journal';

/** Turns a request or a transaction into a promise. */
const finished = (work: IDBRequest | IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    work.addEventListener('success', () => resolve());
    work.addEventListener('complete', () => resolve());
    for (const end of ['error', 'abort', 'blocked'])
      work.addEventListener(end, () => reject(work.error ?? new Error(end)));
  });

/** Writes more than a journal holds. */
async function fill(factory: IDBFactory): Promise<void> {
  const opening = factory.open(name, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('filling', { autoIncrement: true }));
  await finished(opening);
  try {
    const writing = opening.result.transaction('filling', 'readwrite', { durability: 'relaxed' });
    const value = new Uint8Array(valueBytes);
    for (let bytes = 0; bytes <= journalBytes; bytes += valueBytes) writing.objectStore('filling').add(value);
    await finished(writing);
  } finally {
    opening.result.close();
  }
}

/**
 * Has Chromium begin a new journal for this extension's databases, once per start of the browser. A browser that is
 * killed in the middle of a write leaves a journal that ends in half a record; LevelDB goes on writing behind it, takes
 * the whole for corrupt at the next start, and Chromium then deletes every database of the extension
 * (google/leveldb#1287). A new journal leaves the torn one behind. Filling a database and deleting it is the one way to
 * ask for it; nothing of it stays.
 *
 * Rejects where there is no room for it: the databases are as they were, and the next start of the background tries
 * again.
 */
export async function renewJournal(factory: IDBFactory = indexedDB): Promise<void> {
  if ((await stored.journal.read()) === 'renewed') return;
  // The first write behind a full journal is the one that begins the next: the deletion.
  await fill(factory).finally(() => finished(factory.deleteDatabase(name)));
  await stored.journal.write('renewed');
}

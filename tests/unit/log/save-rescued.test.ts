import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test, vi } from 'vitest';
import { saveRescued } from '@/lib/log/save-rescued';
import { chainOf, story } from '../exports/sample-log';

const saved = vi.hoisted(() => ({ files: [] as { file: Blob; name: string }[] }));
vi.mock('@/lib/log/save-file', async (original) => ({
  ...(await original<typeof import('@/lib/log/save-file')>()),
  saveFile: (file: Blob, name: string) => void saved.files.push({ file, name }),
}));

test('every entry of a database of a schema that is not ours is saved as it is stored', async () => {
  const entries = chainOf(story);
  const newer = new Dexie('rescued');
  newer.version(99).stores({ entries: 'seq, &id, grant, type, of.a.later.version' });
  await newer.table('entries').bulkAdd([...entries].reverse());
  newer.close();

  await saveRescued(new Date('2026-11-21T12:00:00.000Z'), 'rescued');

  expect(saved.files.map(({ name }) => name)).toEqual(['grantbook-rescued_2026-11-21.jsonl']);
  const last = entries.at(-1);
  const end = `{"backup":"rescued","entries":${last?.seq},"head":"${last?.hash}"}\n`;
  expect(await saved.files[0]?.file.text()).toBe(
    `${entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')}${end}`,
  );
});

import { rescueEntries } from '@/lib/storage/rescue';
import { fileOf, saveFile } from './save-file';

async function* lines(name?: string): AsyncGenerator<string> {
  for await (const entry of rescueEntries(name)) yield `${JSON.stringify(entry)}\n`;
}

/** Saves every entry as it is stored, whatever the schema of the database: what is left where the log cannot be opened. */
export async function saveRescued(now: Date, name?: string): Promise<void> {
  const file = await fileOf(lines(name), 'application/jsonl;charset=utf-8', new AbortController().signal);
  saveFile(file, `grantbook-rescued_${now.toISOString().slice(0, 10)}.jsonl`);
}

import { headerLine } from '@/lib/domain/log/backup-file';
import { rescueEntries } from '@/lib/storage/rescue';
import { fileOf, saveFile } from './save-file';

/** Yields the entries, then a line that says that the file ends here, and how: nobody could sign it. */
async function* lines(name?: string): AsyncGenerator<string> {
  let last: { seq: number; hash: string } | null = null;
  for await (const entry of rescueEntries(name)) {
    last = entry;
    yield `${JSON.stringify(entry)}\n`;
  }
  if (last) yield `${headerLine({ backup: 'rescued', entries: last.seq, head: last.hash })}\n`;
}

/**
 * Saves every entry as it is stored, whatever the schema of the database: what is left where the log cannot be opened.
 * The file can be verified, and restored by a Grantbook that opens.
 */
export async function saveRescued(now: Date, name?: string): Promise<void> {
  const file = await fileOf(lines(name), 'application/jsonl;charset=utf-8', new AbortController().signal);
  saveFile(file, `grantbook-rescued_${now.toISOString().slice(0, 10)}.jsonl`);
}

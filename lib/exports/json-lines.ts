import { batches } from './batches';
import type { ExportFormat } from './export-format';

/** Entries written as one chunk: some 300 kB of text. */
const entriesPerChunk = 300;

export const jsonLines: ExportFormat = {
  id: 'json-lines',
  label: 'JSON Lines',
  hint: 'Every entry of the log with its hash, one per line, oldest first: the proof that nothing was changed.',
  extension: 'jsonl',
  mime: 'application/jsonl;charset=utf-8',
  holds: 'entries',
  async *write(source) {
    for await (const entries of batches(source.entries(), entriesPerChunk)) {
      yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    }
  },
};

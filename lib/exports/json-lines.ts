import type { ExportFormat } from './export-format';

/** Entries written as one chunk: some 300 kB of text. */
const entriesPerChunk = 300;

export const jsonLines: ExportFormat = {
  id: 'json-lines',
  label: 'JSON Lines',
  hint: 'Every entry of the log with its hash, one per line, oldest first: the proof that nothing was changed.',
  extension: 'jsonl',
  mime: 'application/jsonl;charset=utf-8',
  async *write(source) {
    let lines: string[] = [];
    for await (const entry of source.entries()) {
      lines.push(`${JSON.stringify(entry)}\n`);
      if (lines.length < entriesPerChunk) continue;
      yield lines.join('');
      lines = [];
    }
    if (lines.length > 0) yield lines.join('');
  },
};

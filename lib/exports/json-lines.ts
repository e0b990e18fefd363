import type { ExportFormat } from './export-format';
import { labels } from './labels';

export const jsonLines: ExportFormat = {
  id: 'json-lines',
  label: labels['json-lines'],
  hint: 'Every entry with its hash, one per line, oldest first: the whole log proves that nothing was changed or left out.',
  extension: 'jsonl',
  mime: 'application/jsonl;charset=utf-8',
  holds: 'entries',
  bytes: { perEntry: 980 },
  async *write(source) {
    for await (const entries of source.entries()) {
      yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    }
  },
};

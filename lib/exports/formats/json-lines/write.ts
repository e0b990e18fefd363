import type { ExportSource } from '@/lib/exports/export-format';

export async function* write(source: ExportSource): AsyncGenerator<string> {
  for await (const entries of source.entries()) {
    yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }
}

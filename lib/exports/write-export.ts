import type { ExportSource, WriteFormat } from './export-format';

const writers = import.meta.glob<WriteFormat>('./formats/*/write.ts', { eager: true, import: 'write' });

/**
 * Writes an export chunk by chunk, in text that is to be encoded as UTF-8. Throws where no folder writes the format.
 */
export function writeExport(format: string, source: ExportSource): AsyncGenerator<string> {
  const write = writers[`./formats/${format}/write.ts`];
  if (!write) throw new Error(`lib/exports/formats/${format} lacks write.ts`);
  return write(source);
}

import { type ExportFormat, type ExportSource, variantOf } from '@/lib/exports/export-format';
import { formats } from '@/lib/exports/formats';
import { writeExport } from '@/lib/exports/write-export';

/** What one export wrote: how much, and in how large pieces, which is what bounds its memory. */
export interface ExportedSize {
  characters: number;
  chunks: number;
  largestChunk: number;
}

/** Writes an export to its end and keeps nothing of it. */
export async function runExport(format: ExportFormat, source: ExportSource): Promise<ExportedSize> {
  const size = { characters: 0, chunks: 0, largestChunk: 0 };
  for await (const chunk of writeExport(format.id, { ...source, variant: variantOf(format, source.variant) })) {
    size.characters += chunk.length;
    size.chunks += 1;
    size.largestChunk = Math.max(size.largestChunk, chunk.length);
  }
  return size;
}

/** One job per format, by its id, to be measured over any source. */
export const exportJobs: Readonly<Record<string, (source: ExportSource) => Promise<ExportedSize>>> = Object.fromEntries(
  formats.map((format) => [format.id, (source: ExportSource) => runExport(format, source)]),
);

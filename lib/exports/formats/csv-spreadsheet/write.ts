import { writeGrantsCsv } from '@/lib/exports/csv';
import { asText, disarm } from '@/lib/exports/disarm';
import type { ExportSource } from '@/lib/exports/export-format';

/** Excel takes a file without it for the local 8-bit code page. */
const byteOrderMark = '\uFEFF';

export async function* write(source: ExportSource): AsyncGenerator<string> {
  yield byteOrderMark;
  yield* writeGrantsCsv(source, (text) => asText(disarm(text)));
}

import { writeGrantsCsv } from '@/lib/exports/csv';
import type { ExportSource } from '@/lib/exports/export-format';

export const write = (source: ExportSource) => writeGrantsCsv(source, (text) => text);

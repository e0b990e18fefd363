import type { ExportFormat, FormatHead } from './export-format';

const heads = import.meta.glob<FormatHead>('./formats/*/head.ts', { eager: true, import: 'head' });

/** Every format that has a folder, in the order in which the dialog offers them; the first is chosen out of the box. */
export const formats: readonly ExportFormat[] = Object.entries(heads)
  .map(([path, head]) => ({ id: path.split('/')[2] ?? '', ...head }))
  .sort((a, b) => a.order - b.order);

const labels = new Map(formats.map(({ id, label }) => [id, label]));

/** Names a format by its id; one that this version does not know stands for itself. */
export const labelOf = (id: string): string => labels.get(id) ?? id;

import { csvMachine } from './csv-machine';
import { csvSpreadsheet } from './csv-spreadsheet';
import type { ExportFormat } from './export-format';
import { jsonLines } from './json-lines';

/** Every format there is, in the order in which the dialog offers them; the first is chosen out of the box. */
export const formats: readonly ExportFormat[] = [csvSpreadsheet, csvMachine, jsonLines];

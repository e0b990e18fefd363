import { accessRecordHtml } from './access-record-html';
import { accessRecordMarkdown } from './access-record-markdown';
import { accessRecordText } from './access-record-text';
import { csvMachine } from './csv-machine';
import { csvSpreadsheet } from './csv-spreadsheet';
import { ecs } from './ecs';
import { evidencePack } from './evidence-pack';
import type { ExportFormat } from './export-format';
import { icalendar } from './icalendar';
import { jiraCsv } from './jira-csv';
import { jsonLines } from './json-lines';
import { ocsf } from './ocsf';
import { servicenow } from './servicenow';
import { vanta } from './vanta';

/** Every format there is, in the order in which the dialog offers them; the first is chosen out of the box. */
export const formats: readonly ExportFormat[] = [
  csvSpreadsheet,
  csvMachine,
  jsonLines,
  evidencePack,
  accessRecordText,
  accessRecordMarkdown,
  accessRecordHtml,
  icalendar,
  vanta,
  jiraCsv,
  servicenow,
  ocsf,
  ecs,
];

/** What each format is called, by its id. They stand apart from the formats so that who only names one does not load them all. */
export const labels = {
  'csv-spreadsheet': 'CSV (spreadsheet)',
  'csv-machine': 'CSV (machine)',
  'json-lines': 'JSON Lines',
  'evidence-pack': 'Evidence pack',
  'access-record-text': 'Access record (text)',
  'access-record-markdown': 'Access record (Markdown)',
  'access-record-html': 'Access record (page)',
  icalendar: 'iCalendar',
  vanta: 'Vanta access file',
  'jira-csv': 'Jira CSV',
  servicenow: 'ServiceNow import set',
  ocsf: 'OCSF',
  ecs: 'ECS',
} as const;

const byId = new Map<string, string>(Object.entries(labels));

/** What a format is called; an id that this version does not know stands for itself. */
export const labelOf = (id: string): string => byId.get(id) ?? id;

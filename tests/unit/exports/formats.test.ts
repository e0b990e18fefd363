import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formats } from '@/lib/exports/formats';

describe('formats', () => {
  it('offers the formats by their names, the one for spreadsheets first', () => {
    expect(formats.map(({ label }) => label)).toEqual([
      'CSV (spreadsheet)',
      'CSV (machine)',
      'JSON Lines',
      'Evidence pack',
      'Access record (text)',
      'Access record (Markdown)',
      'Access record (page)',
      'iCalendar',
      'Vanta access file',
      'Jira CSV',
      'ServiceNow import set',
      'OCSF',
      'ECS',
    ]);
  });

  it('lists every file that holds a format, each under the name of its file', () => {
    const folder = new URL('../../../lib/exports/', import.meta.url);
    const files = readdirSync(folder)
      .filter(
        (name) =>
          name.endsWith('.ts') &&
          /^export const \w+: ExportFormat = /m.test(readFileSync(new URL(name, folder), 'utf8')),
      )
      .map((name) => name.replace(/\.ts$/, ''));

    expect(formats.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('gives each its own extension, and one sentence that says what it is for', () => {
    expect(new Set(formats.map(({ extension }) => extension)).size).toBe(formats.length);
    for (const { hint } of formats) expect(hint).toMatch(/^[A-Z][^.]{20,140}\.$/);
  });
});

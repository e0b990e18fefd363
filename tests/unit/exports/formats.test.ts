import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formats, labelOf } from '@/lib/exports/formats';

const folder = new URL('../../../lib/exports/formats/', import.meta.url);

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

  it('is every folder, each with a head and a writer', () => {
    const folders = readdirSync(folder);

    expect(formats.map(({ id }) => id).sort()).toEqual(folders.sort());
    for (const id of folders) {
      expect(readdirSync(new URL(id, folder)), id).toEqual(expect.arrayContaining(['head.ts', 'write.ts']));
    }
  });

  it('gives each its own place and extension, and one sentence that says what it is for', () => {
    expect(new Set(formats.map(({ order }) => order)).size).toBe(formats.length);
    expect(new Set(formats.map(({ extension }) => extension)).size).toBe(formats.length);
    for (const { hint } of formats) expect(hint).toMatch(/^[A-Z][^.]{20,140}\.$/);
  });
});

describe('labelOf', () => {
  it.each([
    ['jira-csv', 'Jira CSV'],
    ['of-a-newer-version', 'of-a-newer-version'],
    ['toString', 'toString'],
  ])('calls %s %s', (id, label) => {
    expect(labelOf(id)).toBe(label);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EntryType, entryTypes, personalFields } from '@/lib/domain/log/entry';
import { write as writeJsonLines } from '@/lib/exports/formats/json-lines/write';
import { chainOf, sourceOf, story, textOf } from './sample-log';

const page = readFileSync(new URL('../../../docs/log-format.md', import.meta.url), 'utf8');
const entries = chainOf(story);
const last = entries.at(-1);
let folder = '';

/** Runs the page's own script on lines of JSON. */
function check(lines: readonly string[], ...known: string[]) {
  const file = join(folder, 'log.jsonl');
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'verify-log.mjs'), file, ...known], {
    encoding: 'utf8',
  });
  return { status, said: (stdout + stderr).trim() };
}

describe('docs/log-format.md', () => {
  let lines: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'log-format-'));
    writeFileSync(join(folder, 'verify-log.mjs'), /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    lines = (await textOf(writeJsonLines(sourceOf(entries)))).split('\n').slice(0, -1);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('has a script that finds an export good', () => {
    expect(check(lines)).toEqual({ status: 0, said: `${story.length} entries, head ${last?.hash}` });
    expect(check(lines, '9', entries[8]?.hash ?? '').status).toBe(0);
  });

  it('has a script that finds good what is left of a person who was forgotten', () => {
    const { personal: _forgotten, ...left } = entries[1] ?? {};

    expect(check(lines.with(1, JSON.stringify({ ...left, personal: {} }))).status).toBe(0);
  });

  it.each([
    ['a changed entry', () => lines.with(3, lines[3]?.replace('"Admin"', '"Owner"') ?? ''), 'Entry 4 was changed.'],
    [
      'a changed value',
      () => lines.with(1, lines[1]?.replace('grace@', 'mallory@') ?? ''),
      'Entry 2 has another data.email.',
    ],
    ['a missing entry', () => lines.toSpliced(4, 1), 'Entry 6 stands where entry 5 belongs.'],
    [
      'an entry of another log',
      () => lines.with(4, JSON.stringify(chainOf(story, new Date('2026-01-01T00:00:00.000Z'))[4])),
      'Entry 5 does not follow the entry before it.',
    ],
  ])('has a script that names %s', (_case, forge, said) => {
    expect(check(forge())).toEqual({ status: 1, said });
  });

  it('has a script that misses the end when it knows the head', () => {
    const hash = last?.hash ?? '';

    expect(check(lines.slice(0, -1)).status).toBe(0);
    expect(check(lines.slice(0, -1), '16', hash)).toEqual({
      status: 1,
      said: `Entry 16 with the hash ${hash} is not in this file.`,
    });
  });

  it('names every kind of entry with its members, the personal ones in italics', () => {
    const rows = new Map(
      [...page.matchAll(/^\| `([a-z]+\.[a-z]+)` \| (.*) \|$/gm)].map(([, type, cell]) => [type, cell]),
    );
    const seen = ['generation', 'page', 'url'];

    expect([...rows.keys()].sort()).toEqual([...entryTypes].sort());
    for (const { type, data } of story) {
      const cell = (rows.get(type) ?? '').replace(/\([^)]*\)/g, '');
      const members = [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
      expect([type, ...(cell.startsWith('seen') ? seen : []), ...members].sort()).toEqual(
        [type, ...Object.keys(data)].sort(),
      );
      const italic = [...cell.matchAll(/\*`(\w+)`\*/g)].map(([, name]) => name ?? '');
      const personal: Partial<Record<EntryType, readonly string[]>> = personalFields;
      expect([type, ...italic]).toEqual([type, ...(personal[type] ?? [])]);
    }
  });
});

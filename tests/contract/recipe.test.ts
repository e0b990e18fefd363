import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { generationFolders, missingParts } from '../support/generation-parts';

const recipe =
  /## Add a generation\n([\s\S]*?)\n## /.exec(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'))?.[1] ?? '';
const commands = /```sh\n([\s\S]*?)```/.exec(recipe)?.[1] ?? '';
const toy = 'rudderstack/crew';

/** What the console of the toy calls things; all else is as in the generation that the recipe starts from. */
const renamed = [
  ['Access Management', 'Crew Rooms'],
  ['Service Access Tokens', 'Crew Tokens'],
  ['Baseline Workspace Policies', 'Crew Policies'],
] as const;

interface Report {
  numPassedTests: number;
  testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[];
}

describe('the recipe, followed with a toy', () => {
  let copy = '';

  /** Changes files of the copy, as whoever follows the recipe does by hand. */
  const edit = (paths: readonly string[], change: (text: string) => string) => {
    for (const path of paths) writeFileSync(join(copy, path), change(readFileSync(join(copy, path), 'utf8')));
  };
  const within = (folder: string) =>
    readdirSync(join(copy, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(copy.length + 1));

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'grantbook-recipe-'));
    for (const name of [
      'components',
      'entrypoints',
      'lib',
      'practice',
      'scripts',
      'tests',
      'package.json',
      'tsconfig.json',
      'vitest.config.ts',
    ])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

    execFileSync('sh', ['-ec', commands], { cwd: copy });
    const folder = `lib/vendors/${toy}`;
    edit([`${folder}/roles.ts`], (text) =>
      text.replace(/number: (\d+)/, (_, number) => `number: ${Number(number) + 1}`),
    );
    edit(within(folder), (text) => renamed.reduce((before, [from, to]) => before.replaceAll(from, to), text));
    edit(
      within(`${folder}/__fixtures__`).filter((path) => path.endsWith('.json')),
      (text) => text.replace(/"page": "rudderstack\/[^/]+\//, `"page": "${toy}/`),
    );
    edit(['tests/support/walks.ts'], (text) =>
      text.replace(/\n {2}'access-management': (\{[\s\S]*?\n {2}\}),/, (walk, inner) => `${walk}\n  crew: ${inner},`),
    );
  }, 60_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('names only files that are there then', () => {
    const named = [...recipe.matchAll(/`((?:lib|practice|tests)\/[^`]+)`/g)].map(([, path = '']) => path);

    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !existsSync(join(copy, path)))).toEqual([]);
  });

  it('makes a whole generation, which is the newest', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--project',
        'contract',
        '-t',
        toy,
        '--reporter=json',
        'registry',
        'generations',
        'fixtures',
      ],
      { cwd: copy, encoding: 'utf8' },
    );
    const report: Report = JSON.parse(stdout.slice(stdout.indexOf('{')));

    const failed = report.testResults.flatMap(({ message, assertionResults }) => [
      ...(message ? [message] : []),
      ...assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => fullName),
    ]);
    expect(failed).toEqual([]);
    expect(report.numPassedTests).toBeGreaterThan(30);
    expect(status).toBe(0);
  }, 180_000);

  it('says its id nowhere: the name of the folder is enough', () => {
    const product = ['components', 'entrypoints', 'lib', 'practice', 'scripts'].flatMap(within);
    const telling = product.filter((path) => /\bcrew\b/.test(readFileSync(join(copy, path), 'utf8')));

    expect(telling.filter((path) => !path.includes('/__fixtures__/'))).toEqual([]);
  });

  it.each([
    ['lib/vendors/rudderstack/crew/pages.ts'],
    ['lib/vendors/rudderstack/crew/checklists.ts'],
    ['practice/rudderstack/crew/addresses.json'],
    ['practice/rudderstack/crew/main.tsx'],
    ['practice/rudderstack/crew'],
    ['lib/vendors/rudderstack/crew/__fixtures__'],
    ['lib/vendors/rudderstack/crew/__fixtures__/practice.expected.json'],
    ['lib/vendors/rudderstack/crew'],
  ])('is refused without %s', (part) => {
    const aside = join(copy, 'aside');
    renameSync(join(copy, part), aside);
    const missing = missingParts(copy, toy);
    const found = generationFolders(copy);
    renameSync(aside, join(copy, part));

    expect(missing).not.toEqual([]);
    expect(found).toContain(toy);
    expect(missingParts(copy, toy)).toEqual([]);
  });
});

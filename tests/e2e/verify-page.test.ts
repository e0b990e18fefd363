import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprint } from '@/lib/domain/log/checkpoint';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { savedProofLine } from '@/lib/domain/log/saved-proof';
import { ensureChromium } from '../../scripts/lib/browsers.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { buildFolder } from '../support/builds.ts';
import { aSigner, exported, type Signer } from '../support/signed-log.ts';

let browser: Browser;
let page: Page;
let folder: string;
let signer: Signer;
let log: AnyEntry[];
const requests: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'grantbook-verify-'));
  signer = await aSigner();
  log = await exported(signer);
  browser = await chromium.launch({ executablePath: ensureChromium(), chromiumSandbox: process.getuid?.() !== 0 });
  page = await browser.newPage();
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(buildFolder('chromium'), 'verify.html')).href);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

function saved(entries: readonly AnyEntry[]): string {
  const file = join(folder, 'log.jsonl');
  writeFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  return file;
}

async function answer(file: string, line = ''): Promise<string> {
  await page.getByLabel('Exported file').setInputFiles(file);
  await page.getByLabel('Saved proof').fill(line);
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.locator('output:not([data-outcome=running]):not(:empty)').waitFor();
  return page.getByRole('status').innerText();
}

/** The same from the command line: its exit code and what it says. */
function commandLine(...words: string[]): { code: number; text: string } {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  try {
    const text = execFileSync(process.execPath, [tsx, 'scripts/verify-log.ts', ...words], {
      cwd: root,
      encoding: 'utf8',
    });
    return { code: 0, text };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, text: stdout };
  }
}

test('from a disk, and from the command line, a good file is good', async () => {
  const file = saved(log);
  const { seq, hash } = log[6] as AnyEntry;
  const line = savedProofLine({ log: '00000000', seq, hash });

  const said = await answer(file, line);
  const told = commandLine(file, '--proof', line, '--key', fingerprint(signer.key));

  for (const text of [said, told.text]) {
    expect(text).toContain('GOOD: 14 entries hold.');
    expect(text).toContain(fingerprint(signer.key));
    expect(text).toContain('The saved proof is part of this log: entry 7');
  }
  expect(told.code).toBe(0);
});

test('a forged file is named by its first bad entry', async () => {
  const file = saved(log.toSpliced(4, 1));

  const said = await answer(file);
  const told = commandLine(file);

  for (const text of [said, told.text]) expect(text).toContain('NOT GOOD (missing), first bad entry: 5');
  expect(told.code).toBe(1);
});

test('a saved proof that the log contradicts fails it', async () => {
  const file = saved(log);
  const line = savedProofLine({ log: '00000000', seq: 7, hash: 'ab'.repeat(32) });

  expect(await answer(file, line)).toContain('entry 7 said something else that day');
  expect(commandLine(file, '--proof', line).code).toBe(1);
});

test('the page asks for nothing but itself', () => {
  expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  expect(requests).toHaveLength(1);
});

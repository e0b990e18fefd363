import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureChromium } from '../../scripts/lib/browsers.mjs';
import { ensureReader } from '../../scripts/lib/readers.mjs';
import { axePage } from '../support/axe.ts';
import { evidence } from '../support/evidence.ts';

const golden = (name: string) => readFileSync(new URL(`../unit/exports/golden/${name}`, import.meta.url), 'utf8');

let folder: string;
let browser: Browser;
let soffice: string;
let pdftotext: string;

beforeAll(async () => {
  soffice = ensureReader('soffice');
  pdftotext = ensureReader('pdftotext');
  folder = mkdtempSync(join(tmpdir(), 'grantbook-exports-'));
  browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
}, 15 * 60_000);

afterAll(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A file of the folder, for a program that wants a path. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What LibreOffice makes of a CSV that a person double-clicks: calculated, and written out as it shows each cell. */
function throughLibreOffice(name: string, csv: string): Record<string, string>[] {
  const out = join(folder, 'out');
  execFileSync(
    soffice,
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      // Comma, quote, UTF-8; cells as shown.
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
      '--infilter=CSV:44,34,76,1,,0,false,true',
      '--outdir',
      out,
      file(name, csv),
    ],
    { timeout: 120_000, stdio: 'ignore' },
  );
  return parse(readFileSync(join(out, name), 'utf8'), { columns: true, bom: true });
}

describe('CSV (spreadsheet) in LibreOffice', () => {
  test('keeps tickets and dates as they are', () => {
    const csv = golden('csv-spreadsheet.csv');

    const rows = throughLibreOffice('story.csv', csv);

    const written: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    const kept = [
      'record_id',
      'request_number',
      'grantee_email',
      'started_at',
      'end_date',
      'review_due',
      'log_head',
      'api_keys',
    ];
    for (const column of kept) {
      expect(
        rows.map((row) => row[column]),
        column,
      ).toEqual(written.map((row) => row[column]));
    }
  });

  test('calculates nothing and turns no ticket into a number or a date', () => {
    // As the format's own tests show that it writes them.
    const cells = [
      "'=1+1",
      "'+1",
      "'@SUM(1)",
      "' =1+1",
      "'0012345",
      "'MAR-12",
      "'1E5",
      "'3-4",
      "'5%",
      "'(5)",
      '#1234',
      'IAM-1234',
      'RITM0012345',
    ];
    const csv = `\uFEFFticket\r\n${cells.join('\r\n')}\r\n`;

    const rows = throughLibreOffice('tickets.csv', csv);

    expect(rows.map(({ ticket }) => ticket)).toEqual(cells);
    // The same without the quotes shows that LibreOffice would.
    const bare = ['=1+1', '0012345', 'MAR-12', '1E5', '(5)'];
    const spoiled = throughLibreOffice('bare.csv', `ticket\r\n${bare.join('\r\n')}\r\n`);
    for (const [index, { ticket }] of spoiled.entries()) expect(ticket).not.toBe(bare[index]);
  });
});

describe('access record', () => {
  test('prints to one page with every word of it', async () => {
    const page = await browser.newPage();
    const [first = ''] = golden('access-record-html.html').split('</article>');
    await page.goto(pathToFileURL(file('record.html', `${first}</article></body></html>`)).href);

    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    await page.close();
    writeFileSync(join(folder, 'record.pdf'), pdf);
    const text = execFileSync(pdftotext, ['-layout', join(folder, 'record.pdf'), '-'], { encoding: 'utf8' });

    // A form feed ends each page.
    expect(text.split('\f').filter((sheet) => sheet.trim() !== '')).toHaveLength(1);
    const seen = text.replace(/\s+/g, '');
    const [record = ''] = golden('access-record-text.txt').split('\n----');
    const values = record.split('\n').flatMap((line) => /^- [^:]+: (.*)/.exec(line)?.[1] ?? []);
    expect(values.length).toBeGreaterThan(12);
    for (const value of values) expect(seen).toContain(value.replace(/\s+/g, ''));
    expect(seen).toContain(record.trim().split('\n').at(-1)?.replace(/\s+/g, ''));
  });
});

describe('evidence pack', () => {
  /** Opens a pack from disk, with no network to fall back on, and waits until it has checked itself. */
  async function opened(text: string): Promise<{ page: Page; asked: string[]; verdict: string }> {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file('pack.html', text)).href);
    const status = page.getByRole('status');
    await status.filter({ hasNotText: 'Checking' }).waitFor();
    return { page, asked, verdict: (await status.textContent()) ?? '' };
  }

  test('checks itself from disk, shows what it holds and asks for nothing', async () => {
    const { page, asked, verdict } = await opened(await evidence());

    expect(verdict).toMatch(/^Verified: 13 entries, the chain is unbroken/);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Access records (3)',
      'Findings (3)',
      'Member lists as read (1)',
      'Reviews (5)',
      'Log entries (13)',
    ]);
    await page.getByText('LogRocket access for grace@partner.example').click();
    expect(await page.getByText('Source maps for the checkout release').first().isVisible()).toBe(true);
    await page.getByText('LogRocket: 4 of 4 rows, complete').click();
    expect(await page.getByRole('cell').filter({ hasText: 'Eve <' }).textContent()).toBe('Eve </script><b>evE');
    await page.getByText('To be modified: Member').click();
    expect(await page.getByText('grace@partner.example, IAM-1234').isVisible()).toBe(true);
    expect(await page.locator('#findings strong').allTextContents()).toEqual(['shadow', 'drift', 'ghost']);
    expect(asked).toEqual([page.url()]);
    await axePage(page);
    await page.close();
  });

  test.each([
    ['"ticket":"IAM-1234"', '"ticket":"IAM-9999"', 'The entries were changed'],
    ['"exportedAt":"2026', '"exportedAt":"soon', 'The manifest cannot be read'],
  ])('shows nothing where %s was changed', async (was, is, words) => {
    const { page, verdict } = await opened((await evidence()).replace(was, is));

    expect(verdict).toMatch(new RegExp(`^Not verified\\. ${words}`));
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(0);
    await page.close();
  });
});

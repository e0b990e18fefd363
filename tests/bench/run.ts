import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { type GrantbookChromium, launch } from '../support/chromium.ts';
import { adviseLine, warningLines } from './advice.ts';
import { closedTable, closedTimes } from './closed.ts';
import type { ExportTimes } from './export-page.ts';
import { type Line, median } from './line.ts';
import type { Bench } from './page.ts';

/** How one format fared over a log of so many grants; `heap`: how much more memory the page's script held at its peak than before. */
interface ExportLine extends ExportTimes {
  format: string;
  grants: number;
  heap: number;
}

const code = readFileSync(process.env.GRANTBOOK_BENCH_CODE ?? '', 'utf8');
const sizes = (process.env.GRANTBOOK_BENCH_SIZES ?? '1000,10000,100000').split(',').map(Number);
/** `closed`, `log`, `exports` or `advice`: measures nothing else. */
const only = process.env.GRANTBOOK_BENCH_ONLY ?? '';
/** The formats to measure, by id; all where none is named. */
const onlyFormats = (process.env.GRANTBOOK_BENCH_FORMATS ?? '').split(',').filter(Boolean);
const lines: Line[] = [];
const exportLines: ExportLine[] = [];
const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });

const openings = 7;
/** How long the database is left alone after it was filled, ms. */
const settling = 5000;

/**
 * Opens the log page in a new tab and answers when its first rows were painted, ms after the navigation began. It is the production
 * build, loaded as a click on the link loads it.
 */
async function openLog(browser: GrantbookChromium): Promise<number> {
  const log = await browser.context.newPage();
  await log.addInitScript(`window.firstRows = new Promise((done) => new MutationObserver((_changes, observer) => {
    if (!document.querySelector('tbody [data-grant]')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  }).observe(document, { childList: true, subtree: true }))`);
  await log.goto(`chrome-extension://${browser.extensionId}/log.html`, { waitUntil: 'commit' });
  return log.evaluate<number>('window.firstRows');
}

/** Runs something in a page, and tells by how much the heap of its scripts grew at most, bytes; garbage counts until it is collected. */
async function withPeak<T>(page: Page, work: () => Promise<T>): Promise<{ result: T; heap: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const used = async () => (await session.send('Runtime.getHeapUsage')).usedSize;
  const before = await used();
  let peak = before;
  let done = false;
  const watch = (async () => {
    while (!done) {
      peak = Math.max(peak, await used());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const result = await work();
  done = true;
  await watch;
  await session.detach();
  return { result, heap: peak - before };
}

if (only === '' || only === 'closed') {
  const all = [];
  for (const closed of process.env.GRANTBOOK_BENCH_CLOSED?.split(',').map(Number) ?? [0, 10_000, 100_000])
    all.push(await closedTimes(code, closed));
  console.log(`${closedTable(all)}\n`);
}

for (const size of only === 'advice' || only === 'closed' ? [] : sizes) {
  const browser = await launch();
  try {
    const page = browser.firstTab;
    const ask = <T>(call: string) => page.evaluate<T>(`(async () => { ${code}; return bench.${call}; })()`);
    console.error(`Filling a log with ${number(size)} grants…`);
    const { entries } = await ask<{ entries: number }>(`fill(${size})`);
    // The browser is still sorting what was written: no log grows this much in the minute before it is opened.
    await page.waitForTimeout(settling);
    const label = `${number(size)} grants, ${number(entries)} entries`;
    const yardstick = await ask<number>('read100()');

    if (only !== 'log') console.error('Exporting…');
    for (const format of only === 'log' ? [] : await ask<string[]>('exportIds()')) {
      if (onlyFormats.length > 0 && !onlyFormats.includes(format)) continue;
      const { result, heap } = await withPeak(page, () => ask<ExportTimes>(`timeExport('${format}')`));
      exportLines.push({ format, grants: size, heap, ...result });
    }
    if (only === 'exports') continue;

    console.error('Opening the log page…');
    const opened: number[] = [];
    for (let round = 0; round < openings; round += 1) {
      if (round > 0) await browser.context.pages().at(-1)?.close();
      opened.push(await openLog(browser));
    }
    const log = browser.context.pages().at(-1) as Page;
    const first = { size: label, yardstick, budget: '≤ 300 ms' };
    lines.push({ what: 'log page: first rows, the first time', measured: opened[0] ?? 0, ...first });
    lines.push({ what: `log page: first rows, median of ${openings}`, measured: median(opened), ...first });

    await log.getByText(`${number(size)} grants,`).waitFor({ timeout: 120_000 });
    console.error('Searching…');
    const search = log.getByRole('searchbox', { name: 'Search grants' });
    const keystrokes: number[] = [];
    for (const letter of 'person77') {
      await search.focus();
      await log.evaluate(`void (window.painted = new Promise((done) => addEventListener('input', () => {
        const start = performance.now();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      }, { once: true, capture: true })))`);
      await log.keyboard.press(letter);
      keystrokes.push(await log.evaluate<number>('window.painted'));
    }
    lines.push({
      what: 'log page: slowest keystroke',
      size: label,
      measured: Math.max(...keystrokes),
      yardstick,
      budget: '≤ 50 ms',
    });
    await log.close();

    console.error('Comparing…');
    const members = 10_000;
    const { read, findings, ...compare } = await ask<Awaited<ReturnType<Bench['compare']>>>(`compare(${members})`);
    const list = `${number(members)} members (${number(findings)} findings), ${number(size)} grants`;
    lines.push({ what: 'compare a member list', size: list, ...compare, budget: '≤ 100 ms' });
    lines.push({ what: 'reading every grant for it', size: label, measured: read, yardstick, budget: 'none' });

    console.error('Appending…');
    const append = { size: label, budget: '≤ 2 × raw put' };
    const appended = (start: boolean) => ask<Awaited<ReturnType<Bench['append']>>>(`append(200, ${start})`);
    for (const [what, start] of [
      ['append one entry, durable', false],
      ['start a grant, durable', true],
    ] as const) {
      const { bare, ...times } = await appended(start);
      lines.push({ what, ...times, ...append });
      lines.push({
        what: `${what}: its reads and writes by hand`,
        ...times,
        measured: bare,
        ...append,
        budget: 'none',
      });
    }

    console.error('Verifying…');
    // The budget is for 100,000 entries, which are 12,500 grants; they are held in memory, twice.
    const some = Math.min(entries, 100_000);
    const verify = await ask<{ measured: number; yardstick: number }>(`verify(${some})`);
    lines.push({ what: 'verify', size: `${number(some)} entries`, ...verify, budget: '≤ 3 × SHA-256' });
  } finally {
    await browser.dispose();
  }
}

if (only === '' || only === 'advice') {
  const browser = await launch();
  try {
    console.error('Advising, and warning of roles…');
    lines.push(await adviseLine(browser, code), ...(await warningLines(browser)));
  } finally {
    await browser.dispose();
  }
}

console.log('| what | size | measured, ms | yardstick, ms | ratio | budget |\n| --- | --- | --: | --: | --: | --- |');
for (const { what, size, measured, yardstick, budget } of lines) {
  console.log(
    `| ${what} | ${size} | ${number(measured)} | ${number(yardstick)} | ${(measured / yardstick).toFixed(1)} | ${budget} |`,
  );
}

/** How the cost of one thing grows with the log: measured at each size, and by how much from each to the next. */
const kinds = [...new Set(lines.map(({ what }) => what))];
const columns = sizes.map((size) => `${number(size)} grants, ms`);
if (sizes.length > 1) {
  console.log(`\nHow the cost grows with the log\n\n| what | ${columns.join(' | growth | ')} |`);
  console.log(`| --- ${'| --: '.repeat(columns.length * 2 - 1)}|`);
  for (const what of kinds) {
    const times = lines.filter((line) => line.what === what).map(({ measured }) => measured);
    const cells = times.flatMap((time, index) => {
      const before = times[index - 1];
      return before === undefined ? [number(time)] : [`× ${(time / before).toFixed(1)}`, number(time)];
    });
    if (times.length === sizes.length) console.log(`| ${what} | ${cells.join(' | ')} |`);
  }
}

const megabytes = (bytes: number) => number(bytes / 1e6);
console.log(
  '\nExports; budget of the text: ≤ 3 × JSON.stringify of the same grants or entries, and memory that does not grow with the log\n',
);
console.log(
  '| format | grants | file, MB | read, ms | text, ms | SHA-256 and file, ms | JSON.stringify, ms | text ÷ JSON.stringify | peak heap, MB |',
);
console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: |');
for (const { format, grants, bytes, read, written, gathered, yardstick, heap } of exportLines) {
  const cells = [
    format,
    number(grants),
    megabytes(bytes),
    number(read),
    number(written),
    number(gathered),
    number(yardstick),
  ];
  console.log(`| ${[...cells, (written / yardstick).toFixed(1), megabytes(heap)].join(' | ')} |`);
}

import { readFileSync } from 'node:fs';
import { launch } from '../support/chromium.ts';

interface Line {
  what: string;
  size: string;
  measured: number;
  yardstick: number;
  budget: string;
}

const code = readFileSync(process.env.GRANTBOOK_BENCH_CODE ?? '', 'utf8');
const sizes = (process.env.GRANTBOOK_BENCH_SIZES ?? '1000,10000,100000').split(',').map(Number);
const lines: Line[] = [];
const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });

for (const size of sizes) {
  const browser = await launch();
  try {
    const page = browser.firstTab;
    const ask = <T>(call: string) => page.evaluate<T>(`(async () => { ${code}; return bench.${call}; })()`);
    console.error(`Filling a log with ${number(size)} grants…`);
    const { entries } = await ask<{ entries: number }>(`fill(${size})`);
    const label = `${number(size)} grants, ${number(entries)} entries`;
    const yardstick = await ask<number>('read100()');

    console.error('Opening the log page…');
    const log = await browser.context.newPage();
    const opened = performance.now();
    await log.goto(`chrome-extension://${browser.extensionId}/log.html`, { waitUntil: 'commit' });
    await log.locator('tbody [data-grant]').first().waitFor();
    lines.push({
      what: 'log page: first rows',
      size: label,
      measured: performance.now() - opened,
      yardstick,
      budget: '≤ 300 ms',
    });

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

    console.error('Appending…');
    const append = await ask<{ measured: number; yardstick: number }>('append(200)');
    lines.push({ what: 'append one entry, durable', size: label, ...append, budget: '≤ 2 × raw put' });
  } finally {
    await browser.dispose();
  }
}

const browser = await launch();
const verify = await browser.firstTab.evaluate<{ measured: number; yardstick: number }>(
  `(async () => { ${code}; return bench.verify(100000); })()`,
);
await browser.dispose();
lines.push({ what: 'verify', size: '100,000 entries', ...verify, budget: '≤ 3 × SHA-256' });

console.log('| what | size | measured, ms | yardstick, ms | ratio | budget |\n| --- | --- | --: | --: | --: | --- |');
for (const { what, size, measured, yardstick, budget } of lines) {
  console.log(
    `| ${what} | ${size} | ${number(measured)} | ${number(yardstick)} | ${(measured / yardstick).toFixed(1)} | ${budget} |`,
  );
}

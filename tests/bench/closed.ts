import type { Page } from 'playwright-core';
import { type GrantbookChromium, launch } from '../support/chromium.ts';
import { introduce } from '../support/flow.ts';
import { vendorScript } from '../support/vendors.ts';
import { warningTimes } from './advice.ts';
import { median } from './line.ts';
import type { Bench } from './page.ts';

/** What a row of the table costs beside so many closed grants, ms. */
export interface ClosedTimes {
  closed: number;
  times: Readonly<Record<string, number>>;
}

/** Open grants of the vendor, at every size. */
const open = 200;
const rounds = 5;
const script = vendorScript('rudderstack');

/** Opens a page of the extension in a tab and answers when it shows something, ms after the navigation began. */
async function opens(
  browser: GrantbookChromium,
  file: string,
  shows: (page: Page) => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.context.newPage();
    const start = performance.now();
    await page.goto(`chrome-extension://${browser.extensionId}/${file}`, { waitUntil: 'commit' });
    await shows(page);
    times.push(performance.now() - start);
    await page.close();
  }
  return median(times);
}

/** Measures what an admin waits for, with the same open grants beside so many closed ones of one vendor. */
export async function closedTimes(code: string, closed: number): Promise<ClosedTimes> {
  const browser = await launch();
  try {
    const ask = <T>(call: string) => browser.firstTab.evaluate<T>(`(async () => { ${code}; return bench.${call}; })()`);
    const page = await browser.page(script.teamUrl);
    await script.ready(page);
    const popup = await browser.popup(page);
    await introduce(popup);
    await popup.close();
    await page.close();
    console.error(`Filling a log with ${open} open and ${closed} closed grants…`);
    await ask(`fillClosed(${open}, ${closed})`);
    await browser.firstTab.waitForTimeout(3000);

    const guide: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      const tab = await browser.page(script.teamUrl);
      await (await browser.guide(tab)).getByRole('list', { name: 'Steps' }).first().waitFor();
      guide.push(performance.now() - start);
      await tab.close();
    }
    const warned = await warningTimes(browser, script, rounds);
    const named = (page: Page, name: string) =>
      page.getByRole('region', { name }).getByRole('listitem').first().waitFor();
    const appended = await ask<Awaited<ReturnType<Bench['append']>>>('append(30, true)');
    return {
      closed,
      times: {
        'guide opens': median(guide),
        'role picked → warning shown': median(warned),
        'popup open': await opens(browser, 'popup.html', (at) =>
          at.getByRole('list', { name: 'Open grants' }).getByRole('listitem').first().waitFor(),
        ),
        "side panel's review first shown": await opens(browser, 'sidepanel.html', (at) =>
          named(at, 'Pending invitations'),
        ),
        'badge refreshed': await ask<number>(`badge(${rounds})`),
        'one entry appended': appended.measured,
      },
    };
  } finally {
    await browser.dispose();
  }
}

/** Prints how much more the largest log costs than the smallest. */
export function closedTable(all: readonly ClosedTimes[]): string {
  const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });
  const head = all.map(({ closed }) => `${closed.toLocaleString('en')} closed, ms`);
  const rows = Object.keys(all[0]?.times ?? {}).map((what) => {
    const times = all.map(({ times: each }) => each[what] ?? 0);
    const ratio = (Math.max(...times) / Math.max(Math.min(...times), 0.01)).toFixed(2);
    return `| ${what} | ${times.map(number).join(' | ')} | ${ratio} | ≤ 1.5 |`;
  });
  return [
    `| ${open} open grants beside | ${head.join(' | ')} | largest ÷ smallest | budget |`,
    `| --- ${'| --: '.repeat(all.length + 1)}| --- |`,
    ...rows,
  ].join('\n');
}

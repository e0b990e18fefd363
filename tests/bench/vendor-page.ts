import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { type GrantbookChromium, launch } from '../support/chromium.ts';
import { introduce, startGrant } from '../support/flow.ts';
import { vendorScript } from '../support/vendors.ts';

/** What our script costs a vendor's page. Pages are saved ones without scripts of their own, so that only ours are measured. */
const script = vendorScript('rudderstack');
const fixture = (name: string) => readFileSync(`lib/vendors/rudderstack/members/__fixtures__/${name}.html`, 'utf8');
const saved: Readonly<Record<string, string>> = {
  'https://app.rudderstack.com/saved/account': fixture('not-account'),
  'https://app.rudderstack.com/saved/members': fixture('practice-antd-6'),
};
const runs = 9;
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function open(browser: GrantbookChromium): Promise<{ page: Page; session: CDPSession }> {
  for (const [url, html] of Object.entries(saved))
    await browser.context.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const page = await browser.context.newPage();
  return { page, session: await page.context().newCDPSession(page) };
}

/** Milliseconds of script on the main thread while a page loads and for 3 s after: the median of several loads. */
async function loading(browser: GrantbookChromium, url: string): Promise<number> {
  const { page, session } = await open(browser);
  await session.send('Performance.enable');
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await page.goto('about:blank');
    const before = await spent();
    await page.goto(url);
    await pause(3000);
    times.push((await spent()) - before);
  }
  await page.close();
  return median(times);
}

/** Milliseconds spent under functions of the content script, by the sampling profiler. */
async function profiled(session: CDPSession, work: () => Promise<void>): Promise<number> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const visit = (id: number, inside: boolean) => {
    const node = nodes.get(id);
    const isOurs = inside || (node?.callFrame.url.includes('/content-scripts/') ?? false);
    if (isOurs) ours.add(id);
    for (const child of node?.children ?? []) visit(child, isOurs);
  };
  visit(profile.nodes[0]?.id ?? 0, false);
  const deltas = profile.timeDeltas ?? [];
  return (profile.samples ?? []).reduce((sum, id, at) => sum + (ours.has(id) ? (deltas[at] ?? 0) : 0), 0) / 1000;
}

/** An extension whose content script does nothing, for the yardstick. */
function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'grantbook-empty-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'content.js'), '(() => {})();');
  const matches = ['https://app.rudderstack.com/*'];
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    content_scripts: [{ matches, js: ['content.js'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

interface Line {
  what: string;
  measured: number;
  yardstick: number | null;
  budget: string;
}
const lines: Line[] = [];
const [away, here] = Object.keys(saved) as [string, string];

const empty = await launch({ extension: emptyExtension() });
const emptyAway = await loading(empty, away);
const emptyHere = await loading(empty, here);
await empty.dispose();

const browser = await launch();
try {
  const notOurs = await loading(browser, away);
  lines.push({ what: 'script, page that is not ours', measured: notOurs, yardstick: emptyAway, budget: '≤ 3 ×' });

  const practice = await browser.page(script.teamUrl);
  await script.ready(practice);
  const popup = await browser.popup(practice);
  await introduce(popup);
  await popup.close();
  await startGrant(browser, practice, script.grant);
  await practice.close();
  const recognised = await loading(browser, here);
  lines.push({
    what: 'script, recognised page, guide opened',
    measured: recognised,
    yardstick: emptyHere,
    budget: '≤ 12 ×',
  });

  const { page, session } = await open(browser);
  await page.goto(here);
  await browser.guide(page);
  await pause(1000);
  const busy = await profiled(session, () =>
    page.evaluate(async () => {
      const cells = [...document.querySelectorAll('td')];
      const started = performance.now();
      for (let change = 0; performance.now() - started < 3000; ) {
        for (let each = 0; each < 10; each += 1, change += 1)
          (cells[change % cells.length] as Element).setAttribute('data-change', String(change));
        await new Promise((done) => setTimeout(done, 5));
      }
    }),
  );
  lines.push({
    what: 'script, 2,000 DOM changes a second for 3 s',
    measured: busy,
    yardstick: null,
    budget: '≤ 20 ms',
  });

  const pointed: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await page.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find((each) => /invite/i.test(each.textContent ?? ''));
      Object.assign(globalThis, { inviteButton: button, inviteParent: button?.parentElement });
      button?.remove();
    });
    await pause(500);
    const ring = async () => {
      const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
      return /"class","ring","hidden"/.test(JSON.stringify(root)) === false;
    };
    const started = performance.now();
    await page.evaluate('void inviteParent.append(inviteButton)');
    while (!(await ring()) && performance.now() - started < 2000);
    pointed.push(performance.now() - started);
  }
  lines.push({
    what: 'landmark appears → guide points',
    measured: median(pointed),
    yardstick: 200,
    budget: '≤ 100 ms',
  });
} finally {
  await browser.dispose();
}

const shown = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });
console.log('| what | measured, ms | yardstick, ms | ratio | budget |\n| --- | --: | --: | --: | --- |');
for (const { what, measured, yardstick, budget } of lines)
  console.log(
    `| ${what} | ${shown(measured)} | ${yardstick === null ? '' : shown(yardstick)} | ${yardstick ? (measured / yardstick).toFixed(1) : ''} | ${budget} |`,
  );

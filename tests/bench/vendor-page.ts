import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type GrantbookChromium, launch } from '../support/chromium.ts';
import { introduce, startGrant } from '../support/flow.ts';
import { vendorScript } from '../support/vendors.ts';
import { median } from './line.ts';
import { scriptTime } from './script-trace.ts';

/**
 * What our script costs a vendor's page. Pages are saved ones without scripts of their own, so that only ours are
 * measured.
 */
const script = vendorScript('rudderstack');
const fixture = (path: string) => readFileSync(`lib/vendors/${path}.html`, 'utf8');
const here = 'https://app.rudderstack.com/saved/members';
const elsewhere = 'https://app.logrocket.com/saved/sessions';
const becoming = 'https://app.rudderstack.com/saved/becoming';
const members = fixture('rudderstack/members/__fixtures__/practice-antd-6');
const saved: Readonly<Record<string, string>> = {
  [here]: members,
  [elsewhere]: fixture('logrocket/organization-team/__fixtures__/not-practice-sessions'),
  [becoming]: '<main></main>',
};
const runs = 3;
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function open(browser: GrantbookChromium): Promise<Page> {
  for (const [url, body] of Object.entries(saved))
    await browser.context.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  return browser.context.newPage();
}

/** Changes 2,000 nodes a second for 3 s. */
const storm = `new Promise((done) => {
  const box = document.body.appendChild(document.createElement('div'));
  let round = 0;
  const timer = setInterval(() => {
    for (let each = 0; each < 40; each += 1) {
      box.append(Object.assign(document.createElement('span'), { textContent: 'row ' + round }));
      if (box.childNodes.length > 400) box.firstChild.remove();
    }
    if (++round < 150) return;
    clearInterval(timer);
    done();
  }, 20);
})`;

/** Milliseconds of script at load and in a storm, medians of several loads. */
async function costOf(browser: GrantbookChromium, url: string, ready: (page: Page) => Promise<unknown>) {
  const load: number[] = [];
  const busy: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await open(browser);
    const session = await page.context().newCDPSession(page);
    const arrive = async () => {
      await page.goto(url);
      await ready(page);
    };
    load.push(await scriptTime(session, arrive, true));
    busy.push(await scriptTime(session, () => page.evaluate(storm), false));
    await page.close();
  }
  return { load: median(load), storm: median(busy) };
}

/** Milliseconds from the moment at which a page becomes ours until the guide is put into it; median of several. */
async function foundAfter(browser: GrantbookChromium, before: (page: Page) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await open(browser);
    await page.goto(becoming);
    await before(page);
    times.push(
      await page.evaluate<number>(`new Promise((done) => {
        const start = performance.now();
        new MutationObserver((_changes, observer) => {
          if (!document.querySelector('grantbook-guide')) return;
          observer.disconnect();
          done(performance.now() - start);
        }).observe(document.documentElement, { childList: true });
        document.querySelector('main').innerHTML = ${JSON.stringify(members)};
      })`),
    );
    await page.close();
  }
  return median(times);
}

/** An extension whose content script does nothing, for the yardstick. */
function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'grantbook-empty-'));
  writeFileSync(join(folder, 'content.js'), '(() => {})();');
  const matches = [here, elsewhere].map((url) => `${new URL(url).origin}/*`);
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
/** Longer than a page has to be quiet until it is told as none of ours. */
const quiet = () => pause(3500);

const empty = await launch({ extension: emptyExtension() });
const emptyElsewhere = await costOf(empty, elsewhere, quiet);
const emptyHere = await costOf(empty, here, quiet);
await empty.dispose();

const browser = await launch();
try {
  const notOurs = await costOf(browser, elsewhere, quiet);
  const atLoad = { measured: notOurs.load, yardstick: emptyElsewhere.load };
  lines.push({ what: 'script, page that is not ours, at load', ...atLoad, budget: '≤ 2 ms' });
  const afterLoad = { measured: notOurs.storm, yardstick: emptyElsewhere.storm };
  lines.push({ what: 'the same in 3 s of 2,000 DOM changes a second', ...afterLoad, budget: '≤ 2 ms' });

  const practice = await browser.page(script.teamUrl);
  await script.ready(practice);
  const popup = await browser.popup(practice);
  await introduce(popup);
  await popup.close();
  await startGrant(browser, practice, script.grant);
  await practice.close();
  const recognised = await costOf(browser, here, async (page) => {
    await browser.guide(page);
    await quiet();
  });
  const opened = { measured: recognised.load, yardstick: emptyHere.load };
  lines.push({ what: 'script, recognised page, guide opened', ...opened, budget: '≤ 8 ms' });
  const guided = { measured: recognised.storm, yardstick: emptyHere.storm };
  lines.push({ what: 'the same in 3 s of 2,000 DOM changes a second', ...guided, budget: '≤ 20 ms' });

  const atRest = await foundAfter(browser, () => pause(1000));
  lines.push({ what: 'a quiet page becomes ours → guide', measured: atRest, yardstick: null, budget: '≤ 100 ms' });
  const inStorm = await foundAfter(browser, async (page) => {
    await page.evaluate(`void ${storm}`);
    await pause(1500);
  });
  lines.push({
    what: 'a page in a storm becomes ours → guide',
    measured: inStorm,
    yardstick: null,
    budget: '≤ 1,000 ms',
  });

  const page = await open(browser);
  const session = await page.context().newCDPSession(page);
  await page.goto(here);
  await browser.guide(page);
  await pause(1000);
  const pointed: number[] = [];
  for (let run = 0; run < 9; run += 1) {
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

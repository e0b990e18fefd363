import type { Frame, Page } from 'playwright-core';
import type { GrantbookChromium } from '../support/chromium.ts';
import { heading, introduce, startGrant } from '../support/flow.ts';
import { type VendorScript, vendorScripts } from '../support/vendors.ts';
import { type Line, median } from './line.ts';

const rounds = 20;

/** `advise` for the largest model, against writing that model as JSON. `code`: the bench's page script. */
export async function adviseLine(browser: GrantbookChromium, code: string): Promise<Line> {
  const { permissions, ...times } = await browser.firstTab.evaluate<{
    permissions: number;
    measured: number;
    yardstick: number;
  }>(`(() => { ${code}; return bench.advise(400); })()`);
  return {
    what: 'advise, yardstick: the model as JSON',
    size: `${permissions} permissions`,
    ...times,
    budget: '≤ 1 ms',
  };
}

/** Epoch ms with fractions, comparable between the processes of page and guide. */
const clock = 'performance.timeOrigin + performance.now()';

/** Notes in the vendor's page when something was clicked last, and when a poll every 200 ms sees the role in the form. */
const watchPage = (page: Page, role: string) =>
  page.evaluate(`(() => {
    const form = document.querySelector('[role="dialog"]');
    const named = () => form.innerText.split(${JSON.stringify(role)}).length;
    const before = named();
    window.pick = { at: 0, polled: 0 };
    addEventListener('click', () => { window.pick.at = ${clock}; }, { capture: true });
    const poll = setInterval(() => {
      if (named() <= before) return;
      window.pick.polled = ${clock};
      clearInterval(poll);
    }, 200);
  })()`);

/** Answers when the warning was painted. */
const watchGuide = (guide: Frame) =>
  guide.evaluate(`void (window.warned = new Promise((done) => {
    const look = () => document.querySelector('[role="alert"][aria-label="Role warning"]') &&
      (observer.disconnect(), requestAnimationFrame(() => done(${clock})));
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
  }))`);

/** Picks a role too many in a practice console until the guide warns of it; ms from pick to paint, of each round. */
export async function warningTimes(
  browser: GrantbookChromium,
  script: VendorScript,
  times = rounds,
): Promise<number[]> {
  return (await warnings(browser, script, times)).shown;
}

/** Waits for the guide of a vendor's grant in its page. */
async function guideOf(browser: GrantbookChromium, page: Page, { grant }: VendorScript): Promise<Frame> {
  const guide = await browser.guide(page);
  await heading(guide, grant).waitFor();
  return guide;
}

async function warnings(
  browser: GrantbookChromium,
  script: VendorScript,
  times: number,
): Promise<{ shown: number[]; polled: number[] }> {
  const page = await browser.page(script.teamUrl);
  await script.ready(page);
  // Where another grant was guided there, its frame goes while the new one comes.
  const guide = await startGrant(browser, page, script.grant).catch(() => guideOf(browser, page, script));
  const warning = guide.getByRole('alert', { name: 'Role warning' });
  await script.openInvite(page);
  await script.typeEmail(page, script.grant.email);
  const shown: number[] = [];
  const polled: number[] = [];
  for (let round = 0; round < times; round += 1) {
    await script.chooseRole(page, script.role);
    await warning.waitFor({ state: 'hidden' });
    await watchPage(page, script.tooMuch);
    await watchGuide(guide);
    await script.chooseRole(page, script.tooMuch);
    const at = await guide.evaluate<number>('window.warned');
    await page.waitForFunction('window.pick.polled > 0');
    const pick = await page.evaluate<{ at: number; polled: number }>('window.pick');
    shown.push(at - pick.at);
    polled.push(pick.polled - pick.at);
  }
  await page.close();
  return { shown, polled };
}

async function warningLine(browser: GrantbookChromium, script: VendorScript): Promise<Line> {
  const { shown, polled } = await warnings(browser, script, rounds);
  return {
    what: 'role picked → warning shown, yardstick: a poll every 200 ms',
    size: `${script.grant.vendor}, median of ${rounds}`,
    measured: median(shown),
    yardstick: median(polled),
    budget: '≤ 100 ms',
  };
}

/** A role picked in each practice console until the guide warns of it. */
export async function warningLines(browser: GrantbookChromium): Promise<Line[]> {
  const page = await browser.page(vendorScripts[0]?.teamUrl ?? 'about:blank');
  const popup = await browser.popup(page);
  await introduce(popup);
  await popup.close();
  await page.close();
  const lines: Line[] = [];
  for (const script of vendorScripts) lines.push(await warningLine(browser, script));
  return lines;
}

import { expect, it } from 'vitest';
import { withChromium } from '../support/artifacts.ts';
import { introduce, startGrant } from '../support/flow.ts';
import { vendorScript } from '../support/vendors.ts';

it('the overview of the log takes the room that was kept for it, and moves no row', ({ task }) =>
  withChromium(task, {}, async (browser) => {
    const { teamUrl, grant } = vendorScript('rudderstack');
    const page = await browser.page(teamUrl);
    const popup = await browser.popup(page);
    await introduce(popup);
    await popup.close();
    await startGrant(browser, page, grant);
    const log = await browser.log();
    await log.addInitScript(() => {
      const heights: number[] = [];
      Object.assign(window, { heights });
      const look = () => {
        const room = document.querySelector('main > div[data-open], main > section[aria-label="Overview"]');
        // Rows without room for it above them count as no height.
        if (document.querySelector('[data-grant]')) heights.push(Math.round(room?.getBoundingClientRect().height ?? 0));
        requestAnimationFrame(look);
      };
      look();
    });

    for (const size of [
      { width: 1440, height: 900 },
      { width: 800, height: 900 },
    ]) {
      await log.setViewportSize(size);
      await log.reload();
      await log.getByRole('region', { name: 'Overview' }).waitFor();
      await log.waitForTimeout(300);
      const heights = await log.evaluate(() => (window as unknown as { heights: number[] }).heights);

      expect(heights.length).toBeGreaterThan(5);
      expect([...new Set(heights)]).toHaveLength(1);
    }
  }));

import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { sharedFirefox } from '../support/artifacts.ts';
import { attackExpression, attackedBuild, type Loot, planted } from '../support/attacked-build.ts';
import { named } from '../support/firefox.ts';
import { fillGrant, openForm } from '../support/firefox-flow.ts';
import { admin } from '../support/flow.ts';
import { until } from '../support/until.ts';
import { walks } from '../support/walks.ts';

const folders: string[] = [];
const firefox = sharedFirefox(() => {
  folders.push(attackedBuild('firefox'));
  return folders[0] as string;
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

it('code in the content script’s own world changes nothing that counts, and reads nothing personal', async () => {
  const browser = firefox();
  const walk = walks.find(({ generation }) => generation === 'members');
  if (walk === undefined) throw new Error('no walk at members');
  const { teamUrl, grant } = walk;
  const page = await browser.vendorPage(teamUrl, { rudderstack: 'members' });
  const popup = await browser.open('popup.html');
  await openForm(popup);
  await fillGrant(popup, grant);
  await popup.locator(named('button', 'Start grant')).click();
  await popup.waitForSelector(named('button', 'New grant'));
  await popup.locator(named('button', 'New grant')).click();
  await popup.locator(named('textbox', 'IAM ticket')).fill('#77');
  // A draft is saved within a tenth of a second.
  await new Promise((go) => setTimeout(go, 500));

  const loot: Loot = JSON.parse((await page.evaluate(attackExpression)) as string);

  expect(JSON.stringify(loot.read)).not.toContain(admin.email);
  expect(loot.refused).toContain('session.get');
  const log = await browser.open('log.html');
  await log.locator(named('button', 'Verify log')).click();
  await log.waitForFunction(() => /Log verified: \d+ entries/.test(document.body.innerText));
  const options = await browser.open('options.html');
  const value = (selector: string) => options.$eval(selector, (box) => (box as HTMLInputElement).value);
  await options.waitForSelector(named('textbox', 'Your email'));
  expect(await value(named('textbox', 'Your email'))).toBe(admin.email);
  const again = await browser.open('popup.html');
  const ticket = await until('the draft is there', async () =>
    again.$eval(named('textbox', 'IAM ticket'), (box) => (box as HTMLInputElement).value).catch(() => undefined),
  );
  expect(ticket).toBe('#77');
  // Another grant is written as if nothing had been planted, numbered after the last.
  await fillGrant(again, { ...grant, ticket: '#78', email: `other.${grant.email}` });
  await again.locator(named('button', 'Start grant')).click();
  const entries = await until('the grant is logged', async () => {
    const read = await log.evaluate(
      () =>
        new Promise<number[]>((resolve, reject) => {
          const opening = indexedDB.open('grantbook');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction('entries').objectStore('entries').getAllKeys();
            all.onsuccess = () => resolve(all.result as number[]);
          };
        }),
    );
    return read.length > 3 ? read : undefined;
  });
  expect(entries).toEqual(entries.map((_key, index) => index + 1));
  expect(JSON.stringify(entries)).not.toContain(String(planted.head.seq));
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { vendorOf } from '../../practice/serve.mjs';
import { withChromium } from '../support/artifacts.ts';
import { axePage } from '../support/axe.ts';
import type { GrantbookChromium } from '../support/chromium.ts';
import { act, exportLog, introduce, invite, openPanel, startGrant } from '../support/flow.ts';
import { until } from '../support/until.ts';
import { acceptScript, type GrantInput, vendorScripts } from '../support/vendors.ts';
import { verifyLog } from '../support/verify-log.ts';
import { type Walk, walks } from '../support/walks.ts';

/** Three rows per page, late, and people whose names are traps; the list says how long it is. */
const switches = 'practice=paging:3,people:3,slow:200,total';

const hard = (url: string) => `${url}${url.includes('?') ? '&' : '?'}${switches}`;
const outside = (deed: string, ...args: readonly unknown[]) =>
  `window.practice.${deed}(${args.map((one) => JSON.stringify(one)).join(', ')})`;
const item = (panel: Page, list: string, text: string) =>
  panel.getByRole('list', { name: list, exact: true }).getByRole('listitem').filter({ hasText: text });

/** Opens the member list at its first page, as somebody who comes back to it. */
async function open(page: Page, { membersUrl }: Pick<Walk, 'membersUrl'>): Promise<void> {
  await page.bringToFront();
  await page.goto(hard(membersUrl));
  await page.getByRole('row').filter({ hasText: 'dana.whitfield@acme.example' }).waitFor();
}

/** Goes through all further pages of the list. `seen`: resolves when the rows of the page that is shown were taken in. */
async function turnPages(page: Page, { nextPage }: Pick<Walk, 'nextPage'>, seen: () => Promise<void>): Promise<void> {
  for (;;) {
    const next = page.locator(nextPage);
    if ((await next.count()) === 0) return;
    await next.click();
    await seen();
  }
}

/** Reads the list from its first page to its last one. */
async function readAll(page: Page, panel: Page, walk: Walk): Promise<void> {
  await open(page, walk);
  await panel.getByRole('button', { name: 'Read this page' }).click();
  let pages = 1;
  const seen = () =>
    until(`page ${pages} of the list was read`, async () => {
      const text = (await panel.getByText(/^\w+: \d+ of \d+ seen$/).textContent()) ?? '';
      const [, rows = 0, total = 0] = / (\d+) of (\d+) /.exec(text)?.map(Number) ?? [];
      return rows >= Math.min(pages * 3, total) ? true : undefined;
    }).then(() => {
      pages += 1;
    });
  await seen();
  await turnPages(page, walk, seen);
}

const logOf = async (browser: GrantbookChromium) => {
  const log = await browser.log();
  const entries = verifyLog((await exportLog(log, 'JSON Lines')).text);
  await log.close();
  return entries;
};

/** Opens a vendor's page with a grant started there. */
async function begin(browser: GrantbookChromium, url: string, grant: GrantInput): Promise<Page> {
  const page = await browser.page(url);
  const popup = await browser.popup(page);
  await introduce(popup);
  await popup.close();
  await startGrant(browser, page, grant);
  return page;
}

describe.each(walks)('the review of $generation', (walk) => {
  const { generation, grant, listedRole, otherRole, givenLater } = walk;
  const { email } = grant;
  const stranger = `eve.park.${generation}@elsewhere.example`;

  it('follows what others do, over every page of the list', ({ task }) =>
    withChromium(task, { practice: { [vendorOf(generation)]: generation } }, async (browser) => {
      const page = await begin(browser, hard(walk.teamUrl), grant);
      await act(page, walk.invite);
      // The newest invitation stands on the last page.
      await turnPages(page, walk, async () => {});
      await page.getByRole('row').filter({ hasText: email }).waitFor();
      const panel = await openPanel(browser, page, 'Review');
      const pending = item(panel, 'Pending invitations', email);
      await pending.getByText('Pending', { exact: true }).waitFor();

      // Opened again, the page says by itself that the invitation was accepted, and the panel what comes next.
      await page.evaluate(acceptScript(email));
      await open(page, walk);
      await page.evaluate(outside('configure', { rerender: 700 }));
      await turnPages(page, walk, async () => {});
      await pending.waitFor({ state: 'detached' });
      const next = item(panel, 'Accepted, but app roles never assigned', email);
      await until('the next step is told', async () =>
        (await next.count()) === (givenLater ? 1 : 0) ? true : undefined,
      );

      // Others change a role, and invite somebody without a ticket.
      await page.evaluate(outside('changeRole', email, otherRole));
      await page.evaluate(outside('addPerson', { email: stranger, name: 'Eve Park', role: otherRole }));
      await readAll(page, panel, walk);
      const found = item(panel, 'Findings', email);
      await found.getByText(`The list shows Admin; the log says ${listedRole}.`).waitFor();
      await item(panel, 'Findings', stranger).getByText('No ticket').waitFor();
      await panel.getByText('Complete', { exact: true }).waitFor();
      await found.getByText('Evidence').click();
      await found.getByText(`The row: ${email}`).waitFor();

      // They remove both. Half a list proves nothing; the whole one does.
      await page.evaluate(outside('remove', email));
      await page.evaluate(outside('remove', stranger));
      await open(page, walk);
      await panel.getByRole('button', { name: 'Read this page' }).click();
      await panel.getByText('Not complete', { exact: true }).waitFor();
      await panel.getByText('so nobody is reported as absent').waitFor();
      expect(await found.count()).toBe(0);
      await readAll(page, panel, walk);
      await found.getByText('Not listed').waitFor();
      expect(await item(panel, 'Findings', 'Not listed').count()).toBe(1);
      expect(await item(panel, 'Findings', stranger).count()).toBe(0);
      await panel.getByText('2 changed since the list before').waitFor();
      await found.getByRole('button', { name: 'Mark removed' }).click();
      await found.waitFor({ state: 'detached' });

      const entries = await logOf(browser);
      const own = entries.filter(
        ({ grant: id }) => id !== null && id === entries.findLast(({ type }) => type === 'removal.seen')?.grant,
      );
      const observed = own.filter(({ basis }) => basis === 'observed').map(({ type }) => type);
      expect(observed).toEqual(expect.arrayContaining(['invitation.seen', 'acceptance.seen', 'removal.seen']));
      const list = entries.findLast(({ type }) => type === 'roster.read');
      expect(list?.data).toMatchObject({ generation, complete: true, pages: 3 });
    }));
});

describe.each(vendorScripts)('what is done in the review at $id', (script) => {
  const { grant } = script;
  const stranger = `eve.park.${script.id}@elsewhere.example`;

  it('attaches a ticket, drafts a reminder, notes what was sent again and what was withdrawn', ({ task }) =>
    withChromium(task, {}, async (browser) => {
      const page = await begin(browser, hard(script.teamUrl).replace(/paging:3/, 'paging:50'), grant);
      const panel = await openPanel(browser, page, 'Review');
      await invite(page, script, script.role);
      const row = item(panel, 'Pending invitations', grant.email);
      await row.getByRole('button', { name: 'Reminder' }).click();
      expect(await row.getByRole('textbox', { name: 'Reminder to the collaborator' }).inputValue()).toContain(
        grant.ticket,
      );
      await row.getByRole('button', { name: 'Not received?' }).click();
      await row.getByText(/spam/i).first().waitFor();

      await page.bringToFront();
      await page.evaluate(outside('addPerson', { email: stranger }));
      await page.getByRole('row').filter({ hasText: stranger }).waitFor();
      await panel.getByRole('button', { name: 'Read this page' }).click();
      const found = item(panel, 'Findings', stranger);
      await found.getByRole('button', { name: 'Attach a ticket' }).click();
      const form = found.getByRole('form', { name: 'Attach a ticket' });
      await form.getByRole('textbox', { name: 'Ticket' }).fill('IAM-77');
      await form.getByRole('textbox', { name: 'Approved by' }).fill('Priya Raman');
      await form.getByRole('textbox', { name: 'Reason' }).fill('Was there before the log');
      await axePage(panel);
      await form.getByRole('button', { name: 'Attach a ticket' }).click();
      await found.waitFor({ state: 'detached' });

      await row.getByRole('button', { name: 'Resent' }).click();
      await row.getByRole('button', { name: 'Withdrawn' }).click();
      const why = row.getByRole('form', { name: 'Withdrawn' });
      await why.getByRole('textbox', { name: 'Reason for withdrawal' }).fill('The project was put off');
      await why.getByRole('button', { name: 'Withdrawn' }).click();
      await row.waitFor({ state: 'detached' });

      const entries = await logOf(browser);
      const kinds = entries.map(({ type }) => type);
      expect(kinds).toEqual(expect.arrayContaining(['invitation.resent', 'invitation.withdrawn']));
      const adopted = entries.findLast(({ type, grant: id }) => type === 'acceptance.seen' && id !== null);
      expect(adopted?.basis).toBe('observed');
    }));
});

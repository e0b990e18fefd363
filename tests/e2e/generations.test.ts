import { describe, expect, it } from 'vitest';
import { vendorOf } from '../../practice/serve.mjs';
import { withChromium } from '../support/artifacts.ts';
import {
  act,
  confirmAllTheSame,
  confirmSteps,
  exportLog,
  introduce,
  isKeyRecord,
  loggedTypes,
  recordKey,
  startGrant,
} from '../support/flow.ts';
import { until } from '../support/until.ts';
import { acceptScript, vendorScript } from '../support/vendors.ts';
import { verifyLog } from '../support/verify-log.ts';
import { walks } from '../support/walks.ts';

const gone = /no longer shows|neither .+ shows/;
const isMembership = (step: string) => /^Watch the /.test(step);

describe.each(walks)('$generation', ({ generation, teamUrl, grant, invite, members }) => {
  const vendor = vendorOf(generation);

  it('guides from the invitation over acceptance and key to the removal, and logs each', ({ task }) =>
    withChromium(task, { practice: { [vendor]: generation } }, async (browser) => {
      const page = await browser.page(teamUrl);
      const popup = await browser.popup(page);
      await introduce(popup);
      await popup.close();
      const guide = await startGrant(browser, page, grant);
      const sees = (type: string) =>
        until(`${type} is in the log`, async () => ((await loggedTypes(browser)).includes(type) ? true : undefined));

      await act(page, invite);
      await sees('invitation.seen');
      await page.evaluate(acceptScript(grant.email));
      await act(page, members);
      await sees('acceptance.seen');
      if (generation === 'organization-team') await vendorScript(vendor).assign?.run(page, grant.email);

      const key = guide.getByRole('checkbox', { name: 'An API key is needed' });
      if (!(await key.isChecked())) await key.click();
      await confirmSteps(guide, isKeyRecord);
      await recordKey(guide);
      await sees('key.recorded');
      const confirmed = await confirmSteps(guide);
      expect(confirmed.filter(isMembership)).toEqual([]);

      await guide.getByText('Remove this access').click();
      await guide.getByRole('textbox', { name: 'Reason for removal' }).fill('The project ended.');
      await guide.getByRole('button', { name: 'Start removal' }).click();
      await guide.getByText('Access is being removed').waitFor();
      // The console still lists them, and its word stands until the admin says why it does.
      await confirmSteps(guide, (step) => gone.test(step));
      await confirmAllTheSame(guide, gone, 'The list is drawn from last night.');
      await guide.getByText('The access is removed').waitFor();

      const log = await browser.log();
      const entries = verifyLog((await exportLog(log, 'JSON Lines')).text);
      const [seen, accepted] = ['invitation.seen', 'acceptance.seen'].map((type) =>
        entries.find((one) => one.type === type),
      );
      expect(seen).toMatchObject({ basis: 'observed', data: { generation } });
      expect(accepted).toMatchObject({ basis: 'observed', data: { generation } });
      expect(entries.filter(({ type }) => type === 'key.recorded')).toHaveLength(1);
      expect(entries.filter(({ type }) => type === 'removal.started')).toHaveLength(1);
      expect(entries.some(({ data }) => (data as { reaches?: string }).reaches === 'removed')).toBe(true);
      await log.getByRole('table', { name: 'Grants' }).getByText('Removed').waitFor();
    }));
});

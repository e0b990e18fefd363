import { launch } from './chromium.ts';
import { vendorScripts } from './vendors.ts';

const guide = `
Grantbook is loaded. Both tabs are practice consoles at the vendors' addresses: nothing leaves this machine.

  1. Click the Grantbook icon in the toolbar and say who you are.
  2. Press "New grant", fill in a ticket such as IAM-1234 and press "Start grant".
  3. Follow the guide that opens in the vendor's page: invite, and watch it tick what the page shows.
  4. The yellow strip at the top of the console accepts the invitation on the collaborator's behalf.
  5. "Open review" in the popup shows what is pending; "Open log" has every entry, to export and to verify.

To see bad days, add to a console's address: ?practice=slow:800,rerender:500 or ?practice=refuse:sso or ?practice=people:200

Close the browser to end.
`;

const browser = await launch({ headless: false });
for (const { teamUrl } of vendorScripts) await browser.page(teamUrl);
await browser.firstTab.close();
await browser.context.pages()[0]?.bringToFront();
console.log(guide);
await new Promise((resolve) => browser.context.once('close', resolve));
await browser.dispose();

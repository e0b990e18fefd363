import { describe, expect, it } from 'vitest';
import { sharedFirefox } from '../support/artifacts.ts';
import { type GrantbookFirefox, named } from '../support/firefox.ts';
import { until } from '../support/until.ts';

const firefox = sharedFirefox();

/** Answers Firefox's question whether an extension may do more. */
async function answer(browser: GrantbookFirefox, button: 'button' | 'secondaryButton'): Promise<void> {
  const press = `(() => {
    if (PopupNotifications.panel.state !== 'open') return false;
    PopupNotifications.panel.firstElementChild.${button}.click();
    return true;
  })()`;
  await until('Firefox asks', async () => ((await browser.evaluateInWindow(press)) ? true : undefined));
  await until('Firefox was answered', async () => ((await browser.evaluateInWindow(press)) ? undefined : true));
}

describe('reminders, in Firefox', () => {
  it.each([
    ['secondaryButton', false],
    ['button', true],
  ] as const)('are on only where the person says so: %s', async (button, allowed) => {
    const browser = firefox();
    const options = await browser.open('options.html');
    const box = named('checkbox', 'Remind me with a notification');
    const mayNotify = () => options.evaluate('browser.permissions.contains({ permissions: ["notifications"] })');
    expect(await mayNotify()).toBe(false);

    await options.locator(box).click();
    await answer(browser, button);

    await until('the options show the answer', async () => {
      const isOn = await options.$eval(box, (element) => (element as HTMLInputElement).checked);
      const text = await options.$eval('body', (body) => body.innerText);
      const isTold = text.includes('The browser did not allow notifications');
      return isOn === allowed && isTold === !allowed ? true : undefined;
    });
    expect(await mayNotify()).toBe(allowed);
  });
});

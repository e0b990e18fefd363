import { browser } from '@/lib/browser';
import { isReminderDue, reminderWords } from '@/lib/domain/review/reminder';
import { dateOf } from '@/lib/domain/values/calendar';
import { inTurn } from '@/lib/storage/in-turn';
import { stored } from '@/lib/storage/stored-values';
import { vendorOf } from '@/lib/vendors/registry';
import { readDueToday } from './due-grants';

/** The id of the one notification there is: another takes its place. */
const id = 'grantbook-reminder';

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const names = {
  vendorName: (vendor: string) => vendorOf(vendor)?.name ?? vendor,
  dayText: (date: string) => day.format(new Date(`${date}T00:00:00Z`)),
};

/**
 * Tells whether the browser lets Grantbook notify: the permission is asked for in the options, and can be taken back at
 * any time.
 */
async function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] }).catch(() => false);
}

const inOrder = inTurn();

/**
 * Shows the day's notification if it is time, something presses, and the admin wants it. What is shown is remembered
 * first, so that two wakes at once show it once; where the browser refuses to show it, it stays due.
 */
export function remind(now: Date): Promise<void> {
  return inOrder(async () => {
    const { remind: wanted, remindNames } = await stored.settings.read();
    const last = await stored.reminded.read();
    if (!wanted || !isReminderDue(now, last) || !(await mayNotify())) return;
    const due = await readDueToday(now);
    if (due.length === 0) return;
    const { title, message } = reminderWords(due, remindNames ? names : null);
    await stored.reminded.write({ at: now.getTime(), day: dateOf(now) });
    try {
      const iconUrl = browser.runtime.getURL('/icon/128.png');
      await browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
    } catch {
      await stored.reminded.write(last);
    }
  });
}

/** Calls back when the admin clicks the notification; also where they allow notifications later on. */
export function onReminderClicked(open: () => void): void {
  let listening = false;
  const listen = () => {
    // Without the permission there is no such API.
    if (listening || !browser.notifications?.onClicked) return;
    listening = true;
    browser.notifications.onClicked.addListener((clicked) => {
      if (clicked !== id) return;
      open();
      void browser.notifications.clear(id).catch(() => {});
    });
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}

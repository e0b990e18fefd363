import { browser } from '@/lib/browser';

const name = 'upkeep';

/** Minutes between two looks at the calendar. */
export const period = 30;

/**
 * Keeps the worker running through long work of its own: Chromium stops one that calls nothing of the browser for 30 s.
 */
export async function stayAwake(): Promise<void> {
  await browser.runtime.getPlatformInfo();
}

/**
 * Sees to it that the alarm is there: an update takes it away, Firefox forgets it when it closes, and after the clock
 * was put back it would be silent until the old time comes again.
 */
export async function keepAlarm(now: Date): Promise<void> {
  const alarm = await browser.alarms.get(name);
  const minutes = alarm ? (alarm.scheduledTime - now.getTime()) / 60_000 : Number.POSITIVE_INFINITY;
  if (alarm?.periodInMinutes === period && minutes <= 2 * period) return;
  await browser.alarms.create(name, { periodInMinutes: period });
}

import { browser } from '@/lib/browser';
import { quantity } from '@/lib/domain/values/quantity';
import { countDueToday } from './due-grants';

/** More digits would not fit. */
const most = 999;

/** Shows on the toolbar button how many grants are overdue or expire today; nothing when there is nothing to do. */
export async function refreshBadge(now: Date): Promise<void> {
  const count = await countDueToday(now);
  await browser.action.setBadgeBackgroundColor({ color: '#b42318' });
  await browser.action.setBadgeText({ text: count === 0 ? '' : count > most ? `${most}+` : String(count) });
  // What a screen reader says of the button, and what stands beside the pointer.
  const needs = quantity(count, 'grant needs you today', 'grants need you today');
  await browser.action.setTitle({ title: count === 0 ? 'Grantbook' : `Grantbook: ${needs}` });
}

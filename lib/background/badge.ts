import { browser } from '@/lib/browser';
import { statusOf } from '@/lib/domain/grant';
import { db } from '@/lib/storage/db';
import { generationFor } from '@/lib/vendors/registry';

/** How many grants need the admin today: access past its end, and invitations that lapsed. */
export async function countPressing(now: Date): Promise<number> {
  let pressing = 0;
  await db.grants
    .where('pressingFrom')
    .below(now.toISOString())
    .each((grant) => {
      const days = generationFor(grant.vendor, grant.generation)?.info.invitationDays ?? null;
      if (['Overdue', 'Expired invitation'].includes(statusOf(grant, now, days))) pressing += 1;
    });
  return pressing;
}

/** Shows the count on the toolbar button; nothing when there is nothing to do. */
export async function refreshBadge(now: Date): Promise<void> {
  const pressing = await countPressing(now);
  await browser.action.setBadgeBackgroundColor({ color: '#b42318' });
  await browser.action.setBadgeText({ text: pressing > 0 ? String(pressing) : '' });
}

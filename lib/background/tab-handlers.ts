import { unreadablePage } from '@/lib/domain/grant/page-facts';
import { sendToPage } from '@/lib/messaging/page';
import type { Handlers } from '@/lib/messaging/router';
import { assumePage } from '@/lib/storage/corrections';
import { db } from '@/lib/storage/db';
import { packsAt } from './packs';
import { pageReport } from './page-report';
import { done, refused } from './replies';
import type { Rosters } from './rosters';
import { guideTo, speaksFor, tabAbout } from './vendor-tabs';

type TabCommand =
  | 'tab.page'
  | 'roster.read'
  | 'landmark.show'
  | 'landmark.pick'
  | 'page.report'
  | 'page.assume'
  | 'guide.choose'
  | 'guide.point'
  | 'guide.size';

const noTab = 'Open the vendor’s page in this window first';

/** Makes the handlers of what is about the vendor's tab: the one that the guide is in, or the active one. */
export function createTabHandlers(rosters: Rosters): Pick<Handlers, TabCommand> {
  return {
    async 'tab.page'(_, origin) {
      const about = await tabAbout(origin);
      if (!about) return null;
      const { page, grant } = about;
      if (about.facts) return { ...page, grant, facts: about.facts };
      // Where no grant is guided the page tells nothing by itself, nor what it resembles; it is worth a look.
      const { facts = null, nearest = null } = (await sendToPage(about.tab, 'page.look', {})) ?? {};
      if (page.recognised) return { ...page, grant, facts };
      return { ...page, grant, facts: null, nearest: page.nearest ?? nearest };
    },
    async 'roster.read'(_, origin) {
      const about = await tabAbout(origin);
      if (!about)
        return refused('Open the vendor’s team page in this window first: Grantbook reads the list that it shows.');
      if (about.page.isUnreadable) return refused(unreadablePage);
      const read = await sendToPage(about.tab, 'roster.read', {});
      if (!read || !speaksFor(new URL(about.page.url).host, read.url, read.page.vendor))
        return refused('This page does not show a member list that Grantbook knows. Open the team page and try again.');
      if (!read.roster)
        return refused('No member list can be seen on this page yet. Wait until it has loaded and try again.');
      const taken = await rosters.take(about.tab, { ...read, roster: read.roster }, true);
      if (!taken) return refused('This list is not the one of all members: open the team page and try again.');
      return { ok: true, ...taken };
    },
    async 'landmark.show'({ landmark }, origin) {
      const about = await tabAbout(origin);
      const reply = about && (await sendToPage(about.tab, 'landmark.show', { landmark }));
      return reply?.found ? done : refused('This element cannot be seen on the vendor’s page right now.');
    },
    async 'landmark.pick'({ landmark }, origin) {
      const about = await tabAbout(origin);
      const reply = about && (await sendToPage(about.tab, 'landmark.pick', { landmark }));
      return reply?.found ? done : refused(`${noTab}, then point at the element.`);
    },
    async 'page.report'(_, origin) {
      const about = await tabAbout(origin);
      const report = about && (await pageReport(about.tab));
      return report ? { ok: true, report } : refused(`${noTab}: the report is about it.`);
    },
    async 'page.assume'({ page }, origin) {
      const about = await tabAbout(origin);
      if (!about) return refused(`${noTab}.`);
      await assumePage(about.page.url, page);
      await sendToPage(about.tab, 'packs.use', { packs: await packsAt(new URL(about.page.url).host) });
      return done;
    },
    async 'guide.choose'({ chosen }) {
      const grant = await db.grants.get(chosen);
      if (!grant) return refused('This grant is not in the log any more.');
      await guideTo(grant);
      return done;
    },
    async 'guide.point'(payload, { tab }) {
      await sendToPage(tab, 'guide.point', payload);
      return done;
    },
    async 'guide.size'({ height, collapsed }, { tab }) {
      await sendToPage(tab, 'guide.size', { height: Math.min(Math.max(height, 32), 2000), collapsed });
      return done;
    },
  };
}

import { browser } from '@/lib/browser';
import type { Grant } from '@/lib/domain/grant/grant';
import type { Guidance } from '@/lib/domain/grant/guidance';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import type { OriginOf } from '@/lib/messaging/commands';
import { sendToPage } from '@/lib/messaging/page';
import { db } from '@/lib/storage/db';
import { frameKeys } from '@/lib/storage/frame-keys';
import { openGrants } from '@/lib/storage/standing-grants';
import { stored } from '@/lib/storage/stored-values';
import type { TabState } from '@/lib/storage/tab-state';
import { vendorInfos } from '@/lib/vendors/hosts';
import { overlayStyle } from './overlay-style';

/**
 * Tells whether a page at a host may speak of an address and of a vendor's page: its own host, and the vendor that
 * lives there.
 */
export function speaksFor(host: string, url: string, vendor: string | undefined): boolean {
  const here = vendorInfos.find(({ hosts }) => hosts.includes(host));
  return here !== undefined && new URL(url).host === host && (vendor === undefined || vendor === here.id);
}

/** Reads what the page in a vendor's tab shows now; null where it does not answer, or is not recognised. */
export async function lookAt(tab: number): Promise<PageFacts | null> {
  return (await sendToPage(tab, 'page.look', {}))?.facts ?? null;
}

/** Finds the grant to guide at a vendor: the open one that the admin chose, else the open one started last. */
export async function grantFor(vendor: string): Promise<Grant | null> {
  const chosen = await stored.chosenGrants.at(vendor).read();
  const open = (await openGrants(db, vendor))
    .filter(({ email }) => email !== null)
    .sort((a, b) => b.started.seq - a.started.seq);
  return open.find(({ id }) => id === chosen) ?? open[0] ?? null;
}

/** Makes the one-time key with which the guide's frame in a tab is let in, and names the grant that it guides. */
export async function guidanceFor(
  tab: number,
  vendor: string,
): Promise<{ guidance: Guidance | null; grant: string | null }> {
  const grant = await grantFor(vendor);
  if (!grant?.email) return { guidance: null, grant: null };
  const key = await frameKeys.make(tab, grant.id);
  const place = (await stored.guidePlaces.read())[vendor] ?? null;
  const guidance = { key, grant: grant.id, email: grant.email, landmark: null, place, style: overlayStyle };
  return { guidance, grant: grant.id };
}

/** Reads every vendor tab that was heard of. */
async function knownTabs(): Promise<(TabState & { tab: number })[]> {
  return (await stored.tabs.all()).map(([tab, state]) => ({ ...state, tab: Number(tab) }));
}

/** Forgets a tab that was closed, with the member list that was read in it. */
export async function forgetTab(tab: number): Promise<void> {
  await Promise.all([stored.tabs.at(tab).write(null), stored.rosters.at(tab).write(null)]);
}

/** Opens (or closes) the guide in every tab that shows a recognised page of a vendor. */
export async function guideEverywhere(vendor: string): Promise<void> {
  const tabs = (await knownTabs()).filter(({ page }) => page.recognised?.vendor === vendor);
  await Promise.all(
    tabs.map(async ({ tab }) => {
      const { guidance, grant } = await guidanceFor(tab, vendor);
      await stored.tabs
        .at(tab)
        .change((state) => state && { ...state, grant, facts: state.grant === grant ? state.facts : null });
      await sendToPage(tab, 'guide.show', { guidance });
    }),
  );
}

/** Makes a grant the one that its vendor's tabs guide. */
export async function guideTo({ id, vendor }: Pick<Grant, 'id' | 'vendor'>): Promise<void> {
  await stored.chosenGrants.at(vendor).write(id);
  await guideEverywhere(vendor);
}

/**
 * Finds the vendor tab that a command is about; null where there is none. Of the guide it is the tab that the frame is
 * in, else the active one. A page of ours that is open as a tab is itself the active one, so it means the vendor tab
 * heard of last.
 */
export async function tabAbout(origin: OriginOf<'landmark.show'>): Promise<(TabState & { tab: number }) | null> {
  if (origin.from === 'guide') {
    const state = await stored.tabs.at(origin.tab).read();
    return state && { ...state, tab: origin.tab };
  }
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const tab = active?.id;
  // One key: the others hold whole member lists.
  const state = tab === undefined ? null : await stored.tabs.at(tab).read();
  if (tab !== undefined && state) return { ...state, tab };
  if (origin.tab === null || origin.tab !== tab) return null;
  return (await knownTabs()).sort((a, b) => b.at - a.at)[0] ?? null;
}

import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import { NamedPage } from '@/lib/domain/grant/page-facts';
import { inTurn } from './in-turn';

const change = inTurn('assumed-pages');

/** Which page the admin said an unrecognised address is: `generation` and `page`, by host and path. */
const AssumedPages = z.catch(z.record(z.string(), NamedPage), {});
export type AssumedPages = z.infer<typeof AssumedPages>;

/** The key of an address: host and path, without query and fragment. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

export async function readAssumedPages(): Promise<AssumedPages> {
  const { assumed } = await browser.storage.local.get('assumed');
  return z.parse(AssumedPages, assumed ?? {});
}

/** Remembers what an address is, or forgets it (`null`). */
export function assumePage(url: string, page: NamedPage | null): Promise<void> {
  if (!page) return forgetPlace(placeOf(url));
  return change(async () => {
    await browser.storage.local.set({ assumed: { ...(await readAssumedPages()), [placeOf(url)]: page } });
  });
}

/** Forgets what an address is. */
export function forgetPlace(place: string): Promise<void> {
  return change(async () => {
    const { [place]: _forgotten, ...others } = await readAssumedPages();
    await browser.storage.local.set({ assumed: others });
  });
}

import type { Correction } from '@/lib/domain/grant/correction';
import type { NamedPage } from '@/lib/domain/grant/page-facts';
import { stored } from './stored-values';

/** The landmark that a correction is about. */
type CorrectedLandmark = Pick<Correction, 'vendor' | 'generation' | 'page' | 'landmark'>;

const isSame = (a: CorrectedLandmark, b: CorrectedLandmark) =>
  a.vendor === b.vendor && a.generation === b.generation && a.page === b.page && a.landmark === b.landmark;

/** Stores a correction in the place of an earlier one of the same landmark. */
export async function saveCorrection(correction: Correction): Promise<void> {
  await stored.corrections.change((all) => [...all.filter((one) => !isSame(one, correction)), correction]);
}

export async function removeCorrection(landmark: CorrectedLandmark): Promise<void> {
  await stored.corrections.change((all) => all.filter((one) => !isSame(one, landmark)));
}

/** Returns the host and path of an address, without query and fragment. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

/** Stores which page the admin said an address is; null forgets it. */
export async function assumePage(url: string, page: NamedPage | null): Promise<void> {
  const place = placeOf(url);
  if (page === null) return forgetPlace(place);
  await stored.assumedPages.change((all) => ({ ...all, [place]: page }));
}

/** Forgets which page the admin said a place is. */
export async function forgetPlace(place: string): Promise<void> {
  await stored.assumedPages.change(({ [place]: _forgotten, ...others }) => others);
}

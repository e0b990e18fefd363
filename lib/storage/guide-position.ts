import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import { inTurn } from './in-turn';

const change = inTurn('guide-place');

const Place = z.object({
  corner: z.enum(['bottom-right', 'bottom-left', 'top-left', 'top-right']),
  height: z.nullable(z.int()),
});
export type GuidePlace = z.infer<typeof Place>;

const Places = z.catch(z.record(z.string(), Place), {});

/** Where the admin left the guide at a vendor; null where they never moved it. */
export async function readGuidePlace(vendor: string): Promise<GuidePlace | null> {
  const { guidePlaces } = await browser.storage.local.get('guidePlaces');
  const places = z.parse(Places, guidePlaces ?? {});
  return Object.hasOwn(places, vendor) ? (places[vendor] ?? null) : null;
}

export function saveGuidePlace(vendor: string, place: GuidePlace): Promise<void> {
  return change(async () => {
    const { guidePlaces } = await browser.storage.local.get('guidePlaces');
    await browser.storage.local.set({ guidePlaces: { ...z.parse(Places, guidePlaces ?? {}), [vendor]: place } });
  });
}

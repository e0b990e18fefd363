import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import { GuidePlace } from '@/lib/domain/grant/guidance';
import { inTurn } from './in-turn';

const change = inTurn('guide-place');

const Places = z.catch(z.record(z.string(), GuidePlace), {});

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

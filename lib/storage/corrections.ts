import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import { inTurn } from './in-turn';

const change = inTurn('corrections');

/** A landmark that the admin pointed at because Grantbook no longer found it: what the right element is and is called. */
export const Correction = z.object({
  vendor: z.string(),
  generation: z.string(),
  page: z.string(),
  landmark: z.string(),
  role: z.enum(['button', 'link', 'heading', 'tab', 'columnheader', 'text']),
  name: z.string(),
  /** When it was pointed at, UTC. */
  at: z.string(),
});
export type Correction = z.infer<typeof Correction>;

const Corrections = z.catch(z.array(z.catch(z.nullable(Correction), null)), []);

/** Every correction of this browser that can be read. They hold words of the vendor's page, no person's. */
export async function readCorrections(): Promise<Correction[]> {
  const { corrections } = await browser.storage.local.get('corrections');
  return z.parse(Corrections, corrections ?? []).filter((one) => one !== null);
}

const same = (a: Correction, b: Pick<Correction, 'vendor' | 'generation' | 'page' | 'landmark'>) =>
  a.vendor === b.vendor && a.generation === b.generation && a.page === b.page && a.landmark === b.landmark;

/** Keeps a correction; one of the same landmark is replaced. */
export function saveCorrection(correction: Correction): Promise<void> {
  return change(async () => {
    const others = (await readCorrections()).filter((one) => !same(one, correction));
    await browser.storage.local.set({ corrections: [...others, correction] });
  });
}

/** Forgets a correction. */
export function removeCorrection(
  which: Pick<Correction, 'vendor' | 'generation' | 'page' | 'landmark'>,
): Promise<void> {
  return change(async () => {
    const corrections = (await readCorrections()).filter((one) => !same(one, which));
    await browser.storage.local.set({ corrections });
  });
}

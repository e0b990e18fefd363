import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import { Correction } from '@/lib/domain/grant/correction';
import { inTurn } from './in-turn';

const change = inTurn('corrections');

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

import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import { Described, sameDescribed } from '@/lib/domain/advice';
import { inTurn } from './in-turn';

const change = inTurn('described');

const All = z.array(z.catch(z.nullable(Described), null));

/** What admins described, in the order in which they did; one that cannot be read is left out. */
export async function readDescribed(): Promise<Described[]> {
  const { described } = await browser.storage.local.get('described');
  return (All.safeParse(described).data ?? []).flatMap((each) => each ?? []);
}

/** Keeps a description, in the place of an earlier one of the same thing. */
export function saveDescribed(one: Described): Promise<void> {
  return change(async () => {
    const others = (await readDescribed()).filter((each) => !sameDescribed(each, one));
    await browser.storage.local.set({ described: [...others, one] });
  });
}

/** Forgets a description. */
export function removeDescribed(one: Described): Promise<void> {
  return change(async () => {
    const kept = (await readDescribed()).filter((each) => !sameDescribed(each, one));
    await browser.storage.local.set({ described: kept });
  });
}

/** Calls back with everything described now and after every change, until the returned function is called. */
export function watchDescribed(listener: (described: Described[]) => void): () => void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && 'described' in changes) void readDescribed().then(listener);
  };
  browser.storage.onChanged.addListener(changed);
  void readDescribed().then(listener);
  return () => browser.storage.onChanged.removeListener(changed);
}

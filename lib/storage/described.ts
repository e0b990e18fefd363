import { type Described, sameDescribed } from '@/lib/domain/advice';
import { stored } from './stored-values';

/** Stores a description in the place of an earlier one of the same thing. */
export async function saveDescribed(described: Described): Promise<void> {
  await stored.described.change((all) => [...all.filter((one) => !sameDescribed(one, described)), described]);
}

export async function removeDescribed(described: Described): Promise<void> {
  await stored.described.change((all) => all.filter((one) => !sameDescribed(one, described)));
}

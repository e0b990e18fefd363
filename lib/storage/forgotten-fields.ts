import type { Grant } from '@/lib/domain/grant/grant';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { type ErasedFields, type IsForgotten, nobodyForgotten } from '@/lib/domain/log/erased-fields';
import { paths } from './forget';

/** Lists the grants that entries are about, each once. */
export const grantsOf = (entries: readonly AnyEntry[]) => [...new Set(entries.flatMap(({ grant }) => grant ?? []))];

/** Returns those of the erased fields that are in entries of some numbers. */
export const ofEntries = (erased: ErasedFields, numbers: ReadonlySet<number>): ErasedFields =>
  new Map([...erased].filter(([seq]) => numbers.has(seq)));

/**
 * Finds the fields of entries that name somebody who was forgotten here. `read`: the grants of the entries, as they are
 * stored. Where the address of one is gone and the log (`told`) does not say why, it was left out with an earlier part
 * of the file, and the rest of it goes as well.
 */
export async function forgottenFields(
  entries: readonly AnyEntry[],
  isForgotten: IsForgotten,
  told: ErasedFields,
  read: (ids: string[]) => PromiseLike<readonly (Grant | undefined)[]>,
): Promise<ErasedFields> {
  const fields = new Map<number, Set<string>>();
  if (isForgotten === nobodyForgotten) return fields;
  const emails = entries.flatMap(({ personal }) =>
    ['data.email', 'actor.email'].flatMap((path) => personal[path]?.value ?? []),
  );
  const people = [...new Set(emails)].filter(isForgotten).map((email) => ({ email, name: '' }));
  const theirs = new Set<string>();
  for (const grant of await read(grantsOf(entries))) {
    if (!grant) continue;
    const { id, email, started } = grant;
    if (email === null ? !told.get(started.seq)?.has('data.email') : isForgotten(email)) theirs.add(id);
  }
  for (const entry of entries) {
    const whole = entry.grant !== null && theirs.has(entry.grant);
    const erased = [
      ...(whole ? Object.keys(entry.personal).filter((path) => path.startsWith('data.')) : []),
      ...people.flatMap((person) => paths(entry, { person }, theirs)),
    ];
    if (erased.length > 0) fields.set(entry.seq, new Set(erased));
  }
  return fields;
}

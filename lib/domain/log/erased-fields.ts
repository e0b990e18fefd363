import { type AnyEntry, type ErasedField, isKnown } from './entry';

/** The fields that entries do not hold any more, by the number of the entry. */
export type ErasedFields = ReadonlyMap<number, ReadonlySet<string>>;

/**
 * Collects what entries say of values that were deleted. `of`: null for the log that the entries are part of, else the
 * id of one that was merged. Only `person.forgotten` says something; every other entry is passed over.
 */
export function erasedFields(entries: Iterable<AnyEntry>, of: string | null): ErasedFields {
  const fields = new Map<number, Set<string>>();
  for (const entry of entries) {
    if (!isKnown(entry) || entry.type !== 'person.forgotten') continue;
    for (const { log, field, entries: numbers } of entry.data.gone ?? []) {
      if (log !== of) continue;
      for (const seq of numbers) fields.set(seq, (fields.get(seq) ?? new Set()).add(field));
    }
  }
  return fields;
}

/** Gathers which values are deleted, for the entry that says so. */
export function erasedFieldsList() {
  const lists = new Map<string, ErasedField>();
  return {
    add(log: string | null, seq: number, fields: readonly string[]) {
      for (const field of fields) {
        const key = `${log} ${field}`;
        const list = lists.get(key) ?? { log, field, entries: [] };
        list.entries.push(seq);
        lists.set(key, list);
      }
    },
    list: (): ErasedField[] => [...lists.values()],
  };
}

/** Returns an entry without some of its personal values. Their commitments stay: its hash does not change. */
export function stripped<E extends AnyEntry>(entry: E, fields: Iterable<string>): E {
  const erased = new Set(fields);
  return {
    ...entry,
    personal: Object.fromEntries(Object.entries(entry.personal).filter(([path]) => !erased.has(path))),
  };
}

/** Tells by address whether somebody was forgotten in this browser. */
export type IsForgotten = (email: string) => boolean;

/** Answers where nobody was forgotten. */
export const nobodyForgotten: IsForgotten = () => false;

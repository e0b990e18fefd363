import { quantity } from '@/lib/domain/values/quantity';
import { fieldsOf } from './chain';
import type { Entry } from './entry';
import { erasedFields } from './erased-fields';

/** Counts personal values that a log does not hold any more, and those whose absence an entry of it explains. */
export interface MissingValues {
  values: number;
  explained: number;
}

/** Makes a count of the values that entries stand for and do not hold; `add` for every entry, then `count`. */
export function missingValues() {
  /** The numbers of the entries that lack a field, by the field. */
  const missing = new Map<string, number[]>();
  const forgotten: Entry[] = [];
  /** Values that entries of the first version counted without naming them. */
  let unnamed = 0;
  let isImpersonal = false;

  return {
    add(entry: Entry): void {
      const paths = ['actor.name', 'actor.email', ...fieldsOf(entry.type).map((field) => `data.${field}`)];
      for (const path of paths) {
        if (Object.hasOwn(entry.personal, path)) continue;
        const numbers = missing.get(path);
        if (numbers) numbers.push(entry.seq);
        else missing.set(path, [entry.seq]);
      }
      if (entry.type === 'log.exported') isImpersonal = entry.data.covers?.personal === false;
      if (entry.type !== 'person.forgotten') return;
      forgotten.push(entry);
      if (!entry.data.gone) unnamed += entry.data.values;
    },
    count(): MissingValues {
      const erased = erasedFields(forgotten, null);
      let [values, named] = [0, 0];
      for (const [path, numbers] of missing) {
        values += numbers.length;
        for (const seq of numbers) if (erased.get(seq)?.has(path)) named += 1;
      }
      // The last export is the one that wrote the file: it says where it left all of them out.
      return { values, explained: isImpersonal ? values : Math.min(values, named + unnamed) };
    },
  };
}

/** Says how many values are not there, and what the log itself says of that. */
export function missingWords({ values, explained }: MissingValues): string {
  const are = quantity(values, 'value is not there', 'values are not there');
  const others = explained < values ? ' The others were taken out of the file.' : '';
  return `${are}, ${explained.toLocaleString('en')} of them explained by entries.${others}`;
}

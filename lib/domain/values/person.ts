import { addMonths } from './calendar';

/** Somebody to be forgotten: their address, and the name they go by where the admin gave it. */
export interface Person {
  email: string;
  name: string;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const before = '(?<![\\p{L}\\p{N}._%+-])';
/** A domain that goes on is another one: `x.example` is not `x.example.au`. */
const afterAddress = '(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])';
/** In somebody's address a name is a part of that address, whoever else has the name. */
const beforeName = `${before}(?<![^\\s@]@)`;
const afterName = '(?![\\p{L}\\p{N}_-]|@[\\p{L}\\p{N}])';

/**
 * Tells whether a text holds the person's address or name, as words of its own: `ann@x.example` is not in
 * `joann@x.example`.
 */
export function namesPerson(text: string, { email, name }: Person): boolean {
  const where = plain(text);
  const holds = (one: string, from: string, to: string) =>
    one.length > 1 && new RegExp(`${from}${escaped(one)}${to}`, 'u').test(where);
  return holds(plain(email.trim()), before, afterAddress) || holds(plain(name.trim()), beforeName, afterName);
}

/**
 * Tells whether access was removed at least so many months before `now`: its people need not be known any more. Months
 * end with their last day.
 */
export function isExpired(removedAt: string, months: number, now: Date): boolean {
  const [day = '', time = ''] = now.toISOString().split('T');
  return Date.parse(removedAt) <= Date.parse(`${addMonths(day, -months)}T${time}`);
}

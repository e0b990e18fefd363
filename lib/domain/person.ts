import { addMonths } from './calendar';

/** Somebody to be forgotten: their address, and the name they go by where the admin gave it. */
export interface Person {
  email: string;
  name: string;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a text holds the person's address or name, as words of its own: `ann@x.example` is not in `joann@x.example`. */
export function namesPerson(text: string, { email, name }: Person): boolean {
  const sought = [email, name].map((one) => plain(one.trim())).filter((one) => one.length > 1);
  const where = plain(text);
  return sought.some((one) =>
    new RegExp(`(?<![\\p{L}\\p{N}._%+-])${escaped(one)}(?![\\p{L}\\p{N}_-])`, 'u').test(where),
  );
}

/** Whether access was removed at least so many months before `now`: its people need not be known any more. Months end with their last day. */
export function isExpired(removedAt: string, months: number, now: Date): boolean {
  const [day = '', time = ''] = now.toISOString().split('T');
  return Date.parse(removedAt) <= Date.parse(`${addMonths(day, -months)}T${time}`);
}

/** The result of reading what a person typed: the value to keep, or one sentence to show beside the field. */
export type Checked<T> = { ok: true; value: T } | { ok: false; message: string };

const address = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/;
const domain = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*[\p{L}\p{N}]$/u;

/** Endings nobody owns, each a slip for the one beside it. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/\.(?:con|cmo|ocm|vom|xom|comm)$/, '.com'],
  [/\.(?:ogr|orgg)$/, '.org'],
  [/@(?:gmial|gamil|gmai|gmal)\./, '@gmail.'],
  [/@(?:hotmial|hotmal)\./, '@hotmail.'],
  [/@(?:outlok|outloook)\./, '@outlook.'],
];

/** Lower-cased and trimmed, without `mailto:`, a display name or angle brackets, as copied from a ticket or a mail client. */
export function normalEmail(text: string): string {
  const trimmed = text.trim().replace(/^mailto:/i, '');
  return (/<([^<>]+)>\s*$/.exec(trimmed)?.[1] ?? trimmed).trim().toLowerCase();
}

/** Two addresses of one mailbox, as every large mail host treats them: case does not count; plus-addresses stay apart. */
export function sameEmail(a: string, b: string): boolean {
  return normalEmail(a) === normalEmail(b);
}

/** Reads one e-mail address; the message says what is wrong with it, in words. */
export function checkEmail(text: string): Checked<string> {
  const value = normalEmail(text);
  if (value === '') return { ok: false, message: 'Enter the e-mail address from the ticket.' };
  if (/[\s,;]\S*@/.test(value)) return { ok: false, message: 'Enter one e-mail address: a grant is for one person.' };
  if (!value.includes('@')) return { ok: false, message: `“${value}” has no @: check the address in the ticket.` };
  const host = value.slice(value.lastIndexOf('@') + 1);
  if (
    !address.test(value) ||
    !domain.test(host) ||
    value.includes('..') ||
    /^\.|\.@/.test(value) ||
    value.length > 254
  ) {
    return { ok: false, message: `“${value}” is not an e-mail address: check it in the ticket.` };
  }
  const slip = slips.find(([pattern]) => pattern.test(value));
  if (slip) return { ok: false, message: `Did you mean ${value.replace(slip[0], slip[1])}?` };
  return { ok: true, value };
}

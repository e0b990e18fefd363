import { decodePunycode } from './decode-punycode';
import { plainText } from './text';

/** The result of reading what a person typed: the value to keep, or one sentence to show beside the field. */
export type Checked<T> = { ok: true; value: T } | { ok: false; message: string };

const address = /^[^\s@<>(),;:"…[\]\\]+@[^\s@<>(),;:"…[\]\\]+$/;
const domain = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*[\p{L}\p{N}]$/u;

/** Endings nobody owns, each a slip for the one beside it. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/\.(?:con|cmo|ocm|vom|xom|comm)$/, '.com'],
  [/\.(?:ogr|orgg)$/, '.org'],
  [/@(?:gmial|gamil|gmai|gmal)\./, '@gmail.'],
  [/@(?:hotmial|hotmal)\./, '@hotmail.'],
  [/@(?:outlok|outloook)\./, '@outlook.'],
];

/**
 * Returns what a person sees of an address: composed, without white space around it and without anything that no font
 * shows.
 */
const visible = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();

const unlinked = (text: string) => text.replace(/^mailto:([^?]*).*$/i, '$1');

/**
 * Writes the domain as people do: a browser turns `müller.example` typed into an e-mail field into
 * `xn--mller-kva.example`.
 */
function withReadableDomain(email: string): string {
  const at = email.lastIndexOf('@');
  if (!email.includes('xn--', at)) return email;
  try {
    return (
      email.slice(0, at + 1) + email.slice(at + 1).replace(/(?<![^.])xn--([^.]*)/g, (_, label) => decodePunycode(label))
    );
  } catch {
    // What only looks like punycode is left as it stands.
    return email;
  }
}

/**
 * Reads an address as the log writes it: lower-cased and trimmed, its domain in letters, without `mailto:`, a display
 * name or angle brackets, as copied from a ticket or a mail client.
 */
export function normalEmail(text: string): string {
  const seen = unlinked(visible(text));
  const plain = unlinked((/<([^<>]+)>$/.exec(seen)?.[1] ?? seen).trim())
    .replaceAll('’', "'")
    .toLowerCase();
  return withReadableDomain(plain).normalize('NFC');
}

/**
 * An address within a text, as RFC 5321 has its parts and people write them; no quotes, brackets or marks that cut it
 * short.
 */
const within = /[\p{L}\p{N}!#$%&*+/=?^_`{|}~.'’-]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+[\p{L}\p{N}-]*[\p{L}\p{N}]/gu;
/** Matches what an address stands in, not what it begins with. */
const opening = /^['’`/=*.]+/;

/**
 * Finds every address in a text, in order, as the log writes them; none that is cut short. `text`: at most 1,000
 * characters are read.
 */
export function emailsIn(text: string): string[] {
  const seen = visible(text.slice(0, 1000));
  return [...seen.matchAll(within)].flatMap(({ 0: found, index }) => {
    const isCut =
      /(?:…|\.\.)$/.test(seen.slice(0, index)) ||
      /^(?:…|\.\.)/.test(seen.slice(index + found.length)) ||
      found.includes('..');
    return isCut ? [] : normalEmail(found.replace(opening, ''));
  });
}

/**
 * Tells whether two addresses are of one mailbox, as every large mail host treats them: case does not count;
 * plus-addresses stay apart.
 */
export function sameEmail(a: string, b: string): boolean {
  return normalEmail(a) === normalEmail(b);
}

/** Returns the domain of an address, lower-case; empty where it has none. */
export function domainOf(email: string | null | undefined): string {
  const at = email?.lastIndexOf('@') ?? -1;
  return at < 0 ? '' : (email?.slice(at + 1).toLowerCase() ?? '');
}

/** Tells whether an address is of another domain than the admin's; null where either is not known. */
export function isExternal(email: string | null, admin: string | null): boolean | null {
  const [theirs, ours] = [domainOf(email), domainOf(admin)];
  return theirs === '' || ours === '' ? null : theirs !== ours;
}

/** Reads one e-mail address; the message says what is wrong with it, in words. */
export function checkEmail(text: string): Checked<string> {
  const value = normalEmail(text);
  if (value === '') return { ok: false, message: 'Enter the e-mail address from the ticket.' };
  const found = visible(text).match(/[^\s<>(),;"]+@[^\s<>(),;"]+/g) ?? [];
  if (new Set(found.map(normalEmail)).size > 1) {
    return { ok: false, message: 'Enter one e-mail address: a grant is for one person.' };
  }
  const said = plainText(value, 100);
  if (!value.includes('@')) return { ok: false, message: `“${said}” has no @: check the address in the ticket.` };
  const host = value.slice(value.lastIndexOf('@') + 1);
  if (
    value.length > 254 ||
    !address.test(value) ||
    !domain.test(host) ||
    value.includes('..') ||
    /^\.|\.@/.test(value)
  ) {
    return { ok: false, message: `“${said}” is not an e-mail address: check it in the ticket.` };
  }
  const slip = slips.find(([pattern]) => pattern.test(value));
  if (slip) return { ok: false, message: `Did you mean ${value.replace(slip[0], slip[1])}?` };
  return { ok: true, value };
}

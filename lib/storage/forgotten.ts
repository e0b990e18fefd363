import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { type IsForgotten, nobodyForgotten } from '@/lib/domain/log/erased-fields';
import { normalEmail } from '@/lib/domain/values/email';
import { stored } from './stored-values';

const digest = (key: string, text: string) => bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(text)));
const ofPerson = (key: string, email: string) => digest(key, `person ${normalEmail(email)}`);

/** Makes the key of a browser that has none yet. */
const begun = () => ({ key: bytesToHex(crypto.getRandomValues(new Uint8Array(32))), people: [] });

/** Returns a test of addresses against the people who are forgotten now. */
export async function readForgotten(): Promise<IsForgotten> {
  const forgotten = await stored.forgotten.read();
  if (!forgotten || forgotten.people.length === 0) return nobodyForgotten;
  const people = new Set(forgotten.people);
  return (email) => people.has(ofPerson(forgotten.key, email));
}

/**
 * Remembers that somebody was forgotten: not who, only enough to know the address when a file or a list brings it
 * again.
 */
export async function rememberForgotten(email: string): Promise<void> {
  await stored.forgotten.change((now) => {
    const { key, people } = now ?? begun();
    return { key, people: [...new Set([...people, ofPerson(key, email)])] };
  });
}

/** Takes somebody who is given access again off the people who were forgotten. */
export async function clearForgotten(email: string): Promise<void> {
  await stored.forgotten.change((now) => {
    const person = now && ofPerson(now.key, email);
    return person && now.people.includes(person) ? { ...now, people: now.people.filter((one) => one !== person) } : now;
  });
}

/**
 * Makes ids for accounts of a list: the same account has the same id whenever it is imported in this browser, also
 * after its person was forgotten, and nobody can find the address by trying without the key.
 */
export async function accountIds(): Promise<(account: { vendor: string; ticket: string; email: string }) => string> {
  const forgotten = await stored.forgotten.change((now) => now ?? begun());
  return ({ vendor, ticket, email }) => {
    const hex = digest(forgotten?.key ?? '', JSON.stringify(['account', vendor, ticket, email]));
    const parts = [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ];
    return parts.join('-');
  };
}

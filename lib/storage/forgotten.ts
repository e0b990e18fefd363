import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import { type IsForgotten, nobodyForgotten } from '@/lib/domain/log/erased-fields';
import { normalEmail } from '@/lib/domain/values/email';
import { inTurn } from './in-turn';

const change = inTurn('forgotten');

/** The key never leaves this browser: neither an export nor a backup holds it, so that nobody else can try addresses on the digests. */
const Kept = z.object({
  key: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  people: z.catch(z.array(z.string()), []),
});
type Kept = z.infer<typeof Kept>;

async function read(): Promise<Kept | null> {
  const { forgotten } = await browser.storage.local.get('forgotten');
  return Kept.safeParse(forgotten).data ?? null;
}

/** Reads what is kept; makes the key at first use. Call in turn. */
async function readOrMake(): Promise<Kept> {
  const kept = await read();
  if (kept) return kept;
  const made = { key: bytesToHex(crypto.getRandomValues(new Uint8Array(32))), people: [] };
  await browser.storage.local.set({ forgotten: made });
  return made;
}

const digest = (key: string, text: string) => bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(text)));
const ofPerson = (key: string, email: string) => digest(key, `person ${normalEmail(email)}`);

/** Answers for any number of addresses as things stand now. */
export async function readForgotten(): Promise<IsForgotten> {
  const kept = await read();
  if (!kept || kept.people.length === 0) return nobodyForgotten;
  const people = new Set(kept.people);
  return (email) => people.has(ofPerson(kept.key, email));
}

/** Remembers that somebody was forgotten: not who, only enough to know the address when a file or a list brings it again. */
export function rememberForgotten(email: string): Promise<void> {
  return change(async () => {
    const kept = await readOrMake();
    const people = [...new Set([...kept.people, ofPerson(kept.key, email)])];
    await browser.storage.local.set({ forgotten: { ...kept, people } });
  });
}

/** Somebody who was forgotten is given access again: from now on they are known. */
export function welcomeBack(email: string): Promise<void> {
  return change(async () => {
    const kept = await read();
    if (!kept) return;
    const gone = ofPerson(kept.key, email);
    if (kept.people.includes(gone))
      await browser.storage.local.set({ forgotten: { ...kept, people: kept.people.filter((one) => one !== gone) } });
  });
}

/**
 * Makes ids for accounts of a list: the same account has the same id whenever it is imported in this browser, also after its person was
 * forgotten, and nobody can find the address by trying without the key.
 */
export async function accountIds(): Promise<(account: { vendor: string; ticket: string; email: string }) => string> {
  const { key } = await change(readOrMake);
  return ({ vendor, ticket, email }) => {
    const hex = digest(key, JSON.stringify(['account', vendor, ticket, email]));
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

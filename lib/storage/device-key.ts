import { type Signer, signing, toBase64Url } from '@/lib/domain/log/checkpoint';
import type { GrantbookDb } from './db';

/**
 * Returns a signer with the key of this device; makes the key at first use. No code, not even ours, can read or copy
 * it.
 */
export async function deviceSigner(db: GrantbookDb, subtle: SubtleCrypto = crypto.subtle): Promise<Signer> {
  const { key, privateKey } = (await db.keys.get('device')) ?? (await make(db, subtle));
  return {
    key,
    async sign(text) {
      return toBase64Url(new Uint8Array(await subtle.sign(signing, privateKey, new TextEncoder().encode(text))));
    },
  };
}

async function make(db: GrantbookDb, subtle: SubtleCrypto) {
  const pair = await subtle.generateKey(signing, false, ['sign', 'verify']);
  const key = toBase64Url(new Uint8Array(await subtle.exportKey('raw', pair.publicKey)));
  const made = { id: 'device' as const, key, privateKey: pair.privateKey };
  // Two that come first at the same time make two keys; the one that is stored first is the device's.
  return db.transaction('rw', db.keys, async () => {
    const there = await db.keys.get('device');
    if (!there) await db.keys.add(made);
    return there ?? made;
  });
}

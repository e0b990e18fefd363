import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Holds what a checkpoint signs: the log, how many entries it holds, and the hash of the last. */
interface Signed {
  log: string;
  entries: number;
  head: string;
}

/** Writes the text that is signed. Three lines of ASCII, so that any tool can check the signature. */
export function checkpointText({ log, entries, head }: Signed): string {
  return `Grantbook checkpoint v1\n${log} ${entries}\n${head}\n`;
}

/**
 * The algorithm, by the names of Web Crypto: ECDSA on P-256 over SHA-256, signature r‖s of 64 bytes, key an
 * uncompressed point.
 */
export const signing = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Checks a signature made by Web Crypto; false for anything that is not one. */
export type CheckSignature = (key: string, signature: string, text: string) => Promise<boolean>;

/** Shortens a public key to the name that people compare: the first 16 hex digits of its SHA-256, in fours. */
export function fingerprint(key: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(key))).slice(0, 16);
  return hex.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Signs texts with a key that stays where it is. */
export interface Signer {
  /** The public key: the uncompressed point as base64url. */
  key: string;
  /** Returns the signature of a text, r‖s as base64url. */
  sign(text: string): Promise<string>;
}

/** Bytes as base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (char) => ({ '+': '-', '/': '_' })[char] ?? '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
}

/** `CheckSignature` by a Web Crypto implementation: the browser's or Node's. */
export function signatureChecker(subtle: SubtleCrypto): CheckSignature {
  return async (key, signature, text) => {
    try {
      const publicKey = await subtle.importKey('raw', fromBase64Url(key), signing, false, ['verify']);
      return await subtle.verify(signing, publicKey, fromBase64Url(signature), new TextEncoder().encode(text));
    } catch {
      return false;
    }
  };
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Hands chunks on while it hashes their UTF-8 bytes. `digest` answers the SHA-256 of all of them, 64 hex digits, once
 * they are through.
 */
export function digested(chunks: AsyncIterable<string>): { chunks: AsyncGenerator<string>; digest: () => string } {
  const hash = sha256.create();
  return {
    digest: () => bytesToHex(hash.digest()),
    chunks: (async function* () {
      for await (const chunk of chunks) {
        hash.update(utf8ToBytes(chunk));
        yield chunk;
      }
    })(),
  };
}

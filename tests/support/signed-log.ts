import { hashOf, type Seal, seal } from '@/lib/domain/log/chain';
import { checkpointText, signing, toBase64Url } from '@/lib/domain/log/checkpoint';
import type { AnyEntry, Draft, Entry } from '@/lib/domain/log/entry';
import { ada, story, uuid } from '../unit/exports/sample-log';

/** A key as the device makes it. */
export interface Signer {
  key: string;
  sign(text: string): Promise<string>;
}

export async function aSigner(): Promise<Signer> {
  const pair = await crypto.subtle.generateKey(signing, false, ['sign', 'verify']);
  const bytes = async (buffer: Promise<ArrayBuffer>) => toBase64Url(new Uint8Array(await buffer));
  return {
    key: await bytes(crypto.subtle.exportKey('raw', pair.publicKey)),
    sign: (text) => bytes(crypto.subtle.sign(signing, pair.privateKey, new TextEncoder().encode(text))),
  };
}

let made = 0;
/** One more entry at the end of a log. */
export function extended(log: readonly AnyEntry[], draft: Draft): AnyEntry[] {
  made += 1;
  const place: Seal = {
    last: log.at(-1) ?? null,
    now: new Date(Date.parse('2026-11-20T09:00:00.000Z') + log.length * 60_000),
    actor: ada,
    uuid: () => uuid(20_000 + made),
    salt: () => new Uint8Array(16).fill(log.length + 1),
  };
  return [...log, seal(draft, place)];
}

/** A log with a checkpoint at its end. `as`: what the checkpoint says, where it is to lie. */
export async function signed(log: readonly AnyEntry[], signer: Signer, as: object = {}): Promise<AnyEntry[]> {
  const last = log.at(-1) as AnyEntry;
  const created = log.findLast((entry) => entry.type === 'log.created') as Extract<Entry, { type: 'log.created' }>;
  const says = { log: created.data.log, entries: last.seq, head: last.hash, ...as };
  const data = { ...says, key: signer.key, signature: await signer.sign(checkpointText(says)), ...as };
  return extended(log, { type: 'log.checkpoint', grant: null, basis: 'recorded', data });
}

/** A log like those that admins export: two checkpoints, the second at the end. */
export async function exported(signer: Signer): Promise<AnyEntry[]> {
  let log: AnyEntry[] = [];
  for (const draft of story.slice(0, 9)) log = extended(log, draft);
  log = await signed(log, signer);
  for (const draft of story.slice(9, 12)) log = extended(log, draft);
  return signed(log, signer);
}

/** All entries numbered, linked and hashed anew: what somebody does who knows the format. Checkpoints keep what they say. */
export function rechained(log: readonly AnyEntry[]): AnyEntry[] {
  const done: AnyEntry[] = [];
  for (const entry of log) {
    const next = { ...entry, seq: done.length + 1, prev: done.at(-1)?.hash ?? '0'.repeat(64) };
    done.push({ ...next, hash: hashOf(next) });
  }
  return done;
}

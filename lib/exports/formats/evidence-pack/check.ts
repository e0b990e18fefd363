import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { auditor } from '@/lib/domain/log/audit';
import { commitmentFault, gapWords, hashOf } from '@/lib/domain/log/chain';
import { type CheckSignature, fingerprint } from '@/lib/domain/log/checkpoint';
import { type AnyEntry, type Entry, isKnown, parseEntry } from '@/lib/domain/log/entry';
import { missingWords } from '@/lib/domain/log/missing-values';
import { fromFormer } from './former-pack';
import { linesOf, Manifest, manifestText } from './manifest';

/** Describes a pack file, as text. */
export interface PackTexts {
  manifest: string;
  /** The signature of the manifest; empty where there is none. */
  signature: string;
  entries: string;
}

/** The outcome of checking a pack: what it holds and what that proves, in sentences, or the first thing that is wrong. */
export type EvidenceVerdict =
  | { ok: true; message: string; manifest: Manifest; entries: readonly AnyEntry[] }
  | { ok: false; message: string };

type Bad = Extract<EvidenceVerdict, { ok: false }>;
const bad = (message: string): Bad => ({ ok: false, message });

/** Returns the SHA-256 of a text's UTF-8 bytes, 64 hex digits. */
export const sha256Of = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Checks a pack by what stands in it: the manifest, its signature, every entry, and the chain as far as it is there. */
export async function checkEvidence(texts: PackTexts, checkSignature: CheckSignature): Promise<EvidenceVerdict> {
  const said = json(texts.manifest);
  const manifest = fromFormer(said) ?? Manifest.safeParse(said).data;
  if (!manifest) return bad('The manifest cannot be read, or a newer Grantbook wrote it.');
  const { key, selection, entries: expected } = manifest;
  if (sha256Of(texts.entries) !== expected.sha256)
    return bad('The entries were changed: their hash is not the one in the manifest.');
  const lines = linesOf(texts.entries);
  if (lines.length !== expected.lines) return bad(`The pack has not the ${expected.lines} entries of the manifest.`);
  if (key !== null && !(await checkSignature(key, texts.signature.trim(), manifestText(manifest))))
    return bad('The manifest was changed: its signature is not that of the key it names.');
  const entries: AnyEntry[] = [];
  for (const line of lines) {
    const entry = parseEntry(json(line));
    if (!entry) return bad(`After entry ${entries.at(-1)?.seq ?? 0} stands something that is no entry.`);
    entries.push(entry);
  }
  const chain =
    selection.what === 'everything' ? await wholeChain(entries, manifest, checkSignature) : partOfChain(entries);
  if (typeof chain !== 'string') return chain;
  const count = `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`;
  return { ok: true, message: `Verified: ${count}, ${chain} ${signedBy(manifest, entries)}`, manifest, entries };
}

/** Says who signed the manifest, and whether that is who signed the log last. */
function signedBy({ key }: Manifest, entries: readonly AnyEntry[]): string {
  if (key === null) return 'Nobody signed the manifest.';
  const last = entries.findLast((entry) => isKnown(entry) && entry.type === 'log.checkpoint') as
    | Extract<Entry, { type: 'log.checkpoint' }>
    | undefined;
  const other = last && last.data.key !== key ? ', which is not the one that signed the log last' : '';
  return `The manifest is signed by key ${fingerprint(key)}${other}.`;
}

/** Checks the chain of a whole log, and says what holds of it. */
async function wholeChain(
  entries: readonly AnyEntry[],
  { head, personal }: Manifest,
  checkSignature: CheckSignature,
): Promise<string | Bad> {
  const audit = auditor({ checkSignature });
  for (const entry of entries) {
    const fault = audit.next(entry);
    if (fault) return bad(fault.message);
  }
  const verdict = await audit.end();
  if (!verdict.ok) return bad(verdict.message);
  const last = entries.at(-1)?.seq ?? 0;
  if (last !== head.seq || verdict.head !== head.hash)
    return bad(`The log ends at entry ${last}; the manifest names entry ${head.seq} as the last.`);
  const { lost, key, earlier, signed, missing } = verdict;
  return [
    lost
      ? `unbroken but for what the log itself says was lost: ${gapWords(lost)}.`
      : 'the chain is unbroken from the first entry to the last.',
    ...(personal ? [] : ['Personal values were left out.']),
    ...(personal && missing ? [missingWords(missing)] : []),
    key === null ? 'No checkpoint signs the log.' : `Signed up to entry ${signed} by key ${fingerprint(key)}.`,
    ...(earlier ? [`Before that by key ${earlier.map(fingerprint).join(', then ')}.`] : []),
  ].join(' ');
}

/** Checks entries of a part of the log: each by itself, in order, and linked where one follows the other. */
function partOfChain(entries: readonly AnyEntry[]): string | Bad {
  let last: AnyEntry | null = null;
  for (const entry of entries) {
    if (last && entry.seq <= last.seq) return bad(`Entry ${entry.seq} is out of order.`);
    if (hashOf(entry) !== entry.hash)
      return bad(`Entry ${entry.seq} was changed: its hash does not match what it says.`);
    if (last && entry.seq === last.seq + 1 && entry.prev !== last.hash)
      return bad(`Entry ${entry.seq} does not follow the entry before it: one of them was replaced.`);
    const wrong = commitmentFault(entry);
    if (wrong !== null)
      return bad(`Entry ${entry.seq} was changed: the value of “${wrong}” is not the one that was logged.`);
    last = entry;
  }
  return 'each as it was logged; that none is missing, and who signed them, only the whole log can show.';
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { projectAll } from '@/lib/domain/grant/projection';
import { auditor } from '@/lib/domain/log/audit';
import { commit, gapWords, hashOf } from '@/lib/domain/log/chain';
import type { CheckSignature } from '@/lib/domain/log/checkpoint';
import { type AnyEntry, parseEntry } from '@/lib/domain/log/entry';
import { type EvidenceRecord, holdsWholeGrants, type Manifest, type PartName, partTitles } from './manifest';
import { noteOf, partOf } from './notes';

/** The outcome of checking a pack: what holds, or the first thing that does not, in a sentence. */
type EvidenceVerdict = { ok: true; message: string } | { ok: false; message: string };

/** The text of each part as the file holds it. */
export type Parts = Readonly<Record<PartName, string>>;

const bad = (message: string): EvidenceVerdict => ({ ok: false, message });
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

/** SHA-256 of a text's UTF-8 bytes, 64 hex digits. */
export const sha256Of = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * Checks a pack by nothing but what stands in it: every part against the manifest, every entry against its hash, the
 * chain as far as the pack holds it, and every record against the entries that it comes from.
 */
export async function checkEvidence(
  manifest: Manifest,
  parts: Parts,
  checkSignature: CheckSignature,
): Promise<EvidenceVerdict> {
  for (const name of Object.keys(partTitles) as PartName[]) {
    const part = manifest.parts.find((one) => one.name === name);
    if (!part) return bad(`The manifest does not name the part “${partTitles[name]}”.`);
    const { lines, sha256: expected } = part;
    const text = parts[name];
    const title = partTitles[name];
    if (sha256Of(text) !== expected)
      return bad(`The part “${title}” was changed: its hash is not the one in the manifest.`);
    if (linesOf(text).length !== lines)
      return bad(`The part “${title}” does not have the ${lines} lines of the manifest.`);
  }
  const entries = linesOf(parts.entries).map((line) => JSON.parse(line) as AnyEntry);
  const chain =
    manifest.selection.what === 'everything' ? await whole(entries, manifest, checkSignature) : some(entries);
  if (!chain.ok) return chain;
  const record = holdsWholeGrants(manifest.selection) ? wrongRecord(entries, parts.records) : null;
  const untrue = record ?? wrongNotes(entries, 'rosters', parts) ?? wrongNotes(entries, 'reviews', parts);
  if (untrue !== null) return bad(untrue);
  return {
    ok: true,
    message: `Verified: ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}, ${chain.message}. Every part matches the manifest.`,
  };
}

/** Checks the chain of a whole log: says in words what holds of it, or what does not. */
async function whole(
  entries: readonly AnyEntry[],
  { head }: Manifest,
  check: CheckSignature,
): Promise<EvidenceVerdict> {
  const audit = auditor({ checkSignature: check });
  for (const entry of entries) {
    const fault = audit.next(entry);
    if (fault) return bad(fault.message);
  }
  const verdict = await audit.end();
  if (!verdict.ok) return bad(verdict.message);
  const last = entries.at(-1)?.seq ?? 0;
  if (last !== head.seq || verdict.head !== head.hash) {
    return bad(`The log ends at entry ${last}; the manifest names entry ${head.seq} as the last.`);
  }
  const message = verdict.lost
    ? `unbroken but for what the log itself says was lost: ${gapWords(verdict.lost)}`
    : 'the chain is unbroken from the first entry to the last';
  return { ok: true, message };
}

/** Checks entries of a part of the log: each by itself, in order, and linked where one follows the other. */
function some(entries: readonly AnyEntry[]): EvidenceVerdict {
  let last: AnyEntry | null = null;
  for (const raw of entries) {
    const entry = parseEntry(raw);
    if (!entry) return bad(`After entry ${last?.seq ?? 0} stands something that is no entry.`);
    if (last && entry.seq <= last.seq) return bad(`Entry ${entry.seq} is out of order.`);
    if (hashOf(entry) !== entry.hash) {
      return bad(`Entry ${entry.seq} was changed: its hash does not match what it says.`);
    }
    if (last && entry.seq === last.seq + 1 && entry.prev !== last.hash) {
      return bad(`Entry ${entry.seq} does not follow the entry before it: one of them was replaced.`);
    }
    for (const [path, { salt, value }] of Object.entries(entry.personal)) {
      const [part = '', field = ''] = path.split('.');
      const holder = (part === 'actor' ? entry.actor : entry.data) as Record<string, { commitment?: string }>;
      if (holder[field]?.commitment !== commit(salt, value)) {
        return bad(`Entry ${entry.seq} was changed: the value of “${path}” is not the one that was logged.`);
      }
    }
    last = entry;
  }
  return { ok: true, message: 'each is as it was logged; that none is missing only the whole log can show' };
}

/** Checks whether a part that repeats entries says what they say, and of all of them; a sentence where it does not. */
function wrongNotes(entries: readonly AnyEntry[], name: 'rosters' | 'reviews', parts: Parts): string | null {
  const notes = entries.filter((entry) => partOf(entry) === name).map(noteOf);
  const lines = linesOf(parts[name]);
  const wrong = notes.find((note, index) => canonicalize(JSON.parse(lines[index] ?? 'null')) !== canonicalize(note));
  if (wrong) return `The part “${partTitles[name]}” does not say what entry ${wrong.seq} says.`;
  return lines.length === notes.length ? null : `The part “${partTitles[name]}” says more than its entries.`;
}

/** Finds the first record that its entries do not lead to, in a sentence. */
function wrongRecord(entries: readonly AnyEntry[], text: string): string | null {
  const grants = projectAll(entries);
  const records = linesOf(text).map((line) => JSON.parse(line) as EvidenceRecord);
  for (const { grant, record } of records) {
    if (canonicalize(grants.get(grant.id)) !== canonicalize(grant)) {
      return `The record “${record.title}” is not what its entries say.`;
    }
  }
  return records.length === grants.size
    ? null
    : `The pack has ${records.length} records, its entries make ${grants.size}.`;
}

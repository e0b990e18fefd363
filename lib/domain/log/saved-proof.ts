/** Holds what a ticket, an export or a note proves: that the log held this entry on that day. */
export interface SavedProof {
  /** The first 8 characters of the log's id. */
  log: string;
  seq: number;
  /** SHA-256 of the entry, 64 lower-case hex digits. */
  hash: string;
}

/** Writes the line that carries a saved proof: `Grantbook log 5f0c9a1e · entry 42 · sha256 …`. `log`: the log's id. */
export function savedProofLine({ log, seq, hash }: SavedProof): string {
  return `Grantbook log ${log.slice(0, 8)} · entry ${seq} · sha256 ${hash}`;
}

/** Matches what trackers make of the line: other separators, capitals, line breaks. */
const line = /grantbook\s+log\s+([0-9a-f]{8})\W+entry\s+([1-9]\d{0,9})\W+sha-?256\W+([0-9a-f]{64})(?![0-9a-f])/i;

/** Finds a saved proof in a text such as a ticket's note; null where there is none. */
export function parseSavedProof(text: string): SavedProof | null {
  const [, log, seq, hash] = line.exec(text) ?? [];
  return log && seq && hash ? { log: log.toLowerCase(), seq: Number(seq), hash: hash.toLowerCase() } : null;
}

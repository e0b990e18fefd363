import { createHash } from 'node:crypto';

/** An exported entry, as far as the chain needs to know it. */
export interface ExportedEntry {
  readonly seq: number;
  readonly type: string;
  readonly basis: string;
  readonly grant: string | null;
  readonly actor: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, { readonly salt: string; readonly value: string }>>;
  readonly prev: string;
  readonly hash: string;
}

const sha256 = (...parts: readonly Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest('hex');

/** RFC 8785 for what JSON.parse gives: members sorted by UTF-16 code units, no white space, numbers as ECMAScript writes them. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

/** What stands in the chain for a personal value, by its path, such as `data.email`. */
function commitmentAt(entry: ExportedEntry, path: string): unknown {
  const [part = '', field = ''] = path.split('.');
  const holder = part === 'actor' ? entry.actor : part === 'data' ? entry.data : {};
  return (holder[field] as { commitment?: unknown } | undefined)?.commitment;
}

/**
 * Checks an exported log by nothing but the rules of `docs/log-format.md`: a second opinion, sharing no code with the extension.
 *
 * @param text JSON Lines, oldest entry first
 * @returns the entries
 * @throws with the number of the first bad entry
 */
export function verifyLog(text: string): readonly ExportedEntry[] {
  const entries = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): ExportedEntry => JSON.parse(line));
  let prev = '0'.repeat(64);
  let due = 1;
  for (const entry of entries) {
    const { hash, personal, ...chained } = entry;
    const lost = entry.data.lost as { after: number; upTo: number } | undefined;
    if (entry.type === 'log.created' && lost && lost.after < due && lost.upTo === entry.seq - 1 && entry.seq > due) {
      due = entry.seq;
      prev = String(entry.data.previous);
    }
    if (entry.seq !== due) throw new Error(`Entry ${due} has the number ${entry.seq}.`);
    due += 1;
    if (entry.prev !== prev) throw new Error(`Entry ${entry.seq} does not follow the one before.`);
    if (sha256(Buffer.from(canonical(chained))) !== hash) throw new Error(`Entry ${entry.seq} has another hash.`);
    for (const [path, { salt, value }] of Object.entries(personal)) {
      const commitment = sha256(Buffer.from(salt, 'hex'), Buffer.from(value));
      if (commitmentAt(entry, path) !== commitment) throw new Error(`Entry ${entry.seq} has another ${path}.`);
    }
    prev = hash;
  }
  return entries;
}

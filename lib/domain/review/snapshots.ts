import * as z from 'zod/mini';
import { type Roster, RosterRow } from '@/lib/domain/grant/page-facts';
import { normalEmail } from '@/lib/domain/values/email';

/** Reads the rows of a `roster.read` entry; null where they were forgotten. */
export function snapshotRows(value: string | null): RosterRow[] | null {
  if (value === null) return null;
  try {
    return z.array(RosterRow).safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}

/** Writes the rows as a snapshot commits to them: one canonical text, whatever the order of rows and pages was. */
export function snapshotText(rows: readonly RosterRow[]): string {
  const lines = rows.map(({ access, email, name, roles, status, words }) =>
    // Members in the order of their names, as RFC 8785 writes them.
    JSON.stringify({ access, email, name, roles: [...roles].sort(), status, words }),
  );
  return `[${[...new Set(lines)].sort().join(',')}]`;
}

/** A list as it was read once. */
type Snapshot = Pick<Roster, 'rows' | 'complete'>;

/** Lists who came, who went and who changed between two readings of one list. */
export interface SnapshotChanges {
  came: RosterRow[];
  went: RosterRow[];
  changed: { before: RosterRow; after: RosterRow; what: ('role' | 'status' | 'access')[] }[];
  /** Tells whether `came` is proven: the earlier list was complete, so that nobody was there unseen. */
  cameIsProven: boolean;
  /** Tells whether `went` can be told at all: it is empty where the later list was not complete. */
  wentIsKnown: boolean;
}

/** Compares two readings of the same list, row by row and by address. */
export function compareSnapshots(before: Snapshot, after: Snapshot): SnapshotChanges {
  const byEmail = (rows: readonly RosterRow[]) => new Map(rows.map((row) => [normalEmail(row.email), row]));
  const earlier = byEmail(before.rows);
  const later = byEmail(after.rows);
  const changed: SnapshotChanges['changed'] = [];
  const came: RosterRow[] = [];
  for (const [email, row] of later) {
    const was = earlier.get(email);
    if (!was) {
      came.push(row);
      continue;
    }
    const what = differing(was, row);
    if (what.length > 0) changed.push({ before: was, after: row, what });
  }
  const went = after.complete ? [...earlier].flatMap(([email, row]) => (later.has(email) ? [] : [row])) : [];
  return { came, went, changed, cameIsProven: before.complete, wentIsKnown: after.complete };
}

function differing(a: RosterRow, b: RosterRow): ('role' | 'status' | 'access')[] {
  const what: ('role' | 'status' | 'access')[] = [];
  if ([...a.roles].sort().join('\n') !== [...b.roles].sort().join('\n')) what.push('role');
  if (a.status !== b.status) what.push('status');
  if (a.access !== b.access) what.push('access');
  return what;
}

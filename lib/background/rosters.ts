import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { conclude, type ListReading } from '@/lib/domain/grant/conclude';
import type { Grant } from '@/lib/domain/grant/grant';
import { impersonal, placeOf } from '@/lib/domain/grant/observe';
import { lacksTotal, type Recognition, type Roster, type RosterRow } from '@/lib/domain/grant/page-facts';
import { reveal } from '@/lib/domain/log/chain';
import { isKnown } from '@/lib/domain/log/entry';
import { snapshotRows, snapshotText } from '@/lib/domain/review/snapshots';
import { normalEmail } from '@/lib/domain/values/email';
import { db } from '@/lib/storage/db';
import { inTurn } from '@/lib/storage/in-turn';
import type { Ledger } from '@/lib/storage/ledger';
import { awaitsList, concludableGrants } from '@/lib/storage/standing-grants';
import { stored } from '@/lib/storage/stored-values';
import { generationFor, listingOf } from '@/lib/vendors/registry';
import { rosterInPackWords } from './pack-words';

/** A member list as a tab told it. */
export interface ToldRoster {
  page: Recognition;
  url: string;
  roster: Roster;
}

/** A list that was taken in; `entry`: where the log holds it, null where it was not logged. */
export type TakenRoster = ToldRoster & { entry: number | null };

/** A list as the log holds it. */
export interface LoggedRoster extends ListReading {
  entry: number;
}

/** Takes member lists in: logs them and moves grants on by what they prove. */
export interface Rosters {
  /**
   * Takes in a list that a tab told. `asked`: the admin asked for it. A list that was not asked for is logged where the
   * options say so, or where it proves that somebody is gone. Null for a page that does not show the organization's
   * members.
   */
  take(tab: number, told: ToldRoster, asked: boolean): Promise<TakenRoster | null>;
  /** Logs that the admin calls a list whole whose page names no total; false where it is another by now. */
  confirm(entry: number): Promise<boolean>;
  /** Tells whether a visit to a vendor's page is to be read without being asked. */
  isWanted(vendor: string): Promise<boolean>;
  /**
   * Reads a list out of the log, for something that is concluded from it now: what was read on since goes into the log
   * first, as an entry of its own. Null where the log has no list of that number, or its rows were forgotten.
   */
  fromLog(entry: number): Promise<LoggedRoster | null>;
}

/** Hashes the words by which a page is read: two lists with the same were read alike. */
function packHash({ vendor, generation }: Recognition): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(generationFor(vendor, generation)?.pages ?? null))));
}

/** Leaves out of a reason for hidden rows what somebody searched for: it may be a name. */
const withoutQuotes = (reason: string) => reason.replace(/“.*”/s, '“…”');

function byAddress(rows: readonly RosterRow[]): Map<string, RosterRow[]> {
  const people = new Map<string, RosterRow[]>();
  for (const row of rows) {
    const email = normalEmail(row.email);
    const same = people.get(email);
    if (same) same.push(row);
    else people.set(email, [row]);
  }
  return people;
}

export function createRosters(ledger: Ledger): Rosters {
  const inOrder = inTurn();

  async function log({ page, url, roster }: ToldRoster): Promise<number | null> {
    const written = await ledger.append([
      {
        type: 'roster.read',
        grant: null,
        basis: 'observed',
        data: {
          vendor: page.vendor,
          generation: page.generation,
          page: page.page,
          url: placeOf(url),
          seen: roster.seen,
          claimed: roster.claimed,
          complete: roster.complete,
          ...(roster.confirmed ? { confirmed: true } : {}),
          pages: roster.pages ?? 1,
          hidden: roster.hidden.map((reason) => impersonal(withoutQuotes(reason), 100)),
          pack: packHash(page),
          rows: snapshotText(roster.rows),
        },
      },
    ]);
    return written.ok ? (written.entries.find(({ type }) => type === 'roster.read')?.seq ?? null) : null;
  }

  async function moveOn(grants: readonly Grant[], reading: ListReading, entry: number | null): Promise<void> {
    const people = byAddress(reading.roster.rows);
    for (const { id } of grants)
      await ledger.change(id, null, ({ grant }) => ({
        ok: true,
        drafts: grant ? conclude(grant, reading, people.get(grant.email ?? '') ?? [], entry) : [],
      }));
  }

  async function take(tab: number, told: ToldRoster, asked: boolean): Promise<TakenRoster | null> {
    const { page, url } = told;
    const lists = listingOf(page);
    if (lists === null) return null;
    // Only the admin can say that a list is whole, never a page.
    const { confirmed: _, ...read } = told.roster;
    const roster = rosterInPackWords(read, page);
    const reading: ListReading = { recognition: page, url, roster, lists };
    const people = byAddress(roster.rows);
    const rowsOf = (email: string | null) => people.get(email ?? '') ?? [];

    const candidates = await concludableGrants(db, page.vendor);
    // Tried with a number that stands for the entry which is only written if somebody is gone, or the list is to be kept anyway.
    const moved = candidates.filter((grant) => conclude(grant, reading, rowsOf(grant.email), 1).length > 0);
    const before = await stored.rosters.at(tab).read();
    const grown = before?.entry != null && before.page.page === page.page && roster.complete && !before.roster.complete;
    const proves = moved.some(({ email }) => rowsOf(email).length === 0);
    const kept = asked || grown || proves || ((await stored.settings.read()).readOnVisit && roster.complete);
    const entry = kept ? await log({ page, url, roster }) : null;
    await moveOn(moved, reading, entry);
    const taken = {
      page,
      url,
      roster,
      entry: entry ?? (before?.page.page === page.page ? (before.entry ?? null) : null),
    };
    await stored.rosters.at(tab).write({ ...taken, at: Date.now() });
    return taken;
  }

  async function logged(seq: number): Promise<LoggedRoster | null> {
    const entry = await db.entries.get(seq);
    if (!entry || !isKnown(entry) || entry.type !== 'roster.read') return null;
    const { vendor, generation, page, url, seen, claimed, complete, confirmed, hidden, rows: text } = reveal(entry);
    const rows = snapshotRows(text);
    const recognition = { vendor, generation, page, evidence: [], missing: [] };
    const lists = listingOf(recognition);
    if (!rows || !lists) return null;
    return { entry: seq, recognition, url, lists, roster: { rows, seen, claimed, complete, confirmed, hidden } };
  }

  async function confirm(seq: number): Promise<boolean> {
    const [tab, read] = (await stored.rosters.all()).find(([, { entry }]) => entry === seq) ?? [];
    const lists = read && listingOf(read.page);
    if (!tab || !read || !lists || !lacksTotal(read.roster)) return false;
    const told = { ...read, roster: { ...read.roster, confirmed: true } };
    const entry = await log(told);
    if (entry === null) return false;
    const reading = { recognition: read.page, url: read.url, roster: told.roster, lists };
    await moveOn(await concludableGrants(db, read.page.vendor), reading, entry);
    await stored.rosters.at(tab).write({ ...told, entry });
    return true;
  }

  return {
    confirm: (seq) => inOrder(() => confirm(seq)),
    take: (tab, told, asked) => inOrder(() => take(tab, told, asked)),
    async isWanted(vendor) {
      return (await stored.settings.read()).readOnVisit || awaitsList(db, vendor);
    },
    fromLog: (seq) =>
      inOrder(async () => {
        const [held, lists] = await Promise.all([logged(seq), stored.rosters.all()]);
        const [tab, read] = lists.find(([, { entry }]) => entry === seq) ?? [];
        if (!held || !tab || !read || snapshotText(read.roster.rows) === snapshotText(held.roster.rows)) return held;
        const entry = await log(read);
        if (entry === null) return held;
        await stored.rosters.at(tab).write({ ...read, entry });
        return logged(entry);
      }),
  };
}

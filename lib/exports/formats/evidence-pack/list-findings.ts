import { list as inWords } from '@/lib/domain/advice';
import { type Grant, statusOf } from '@/lib/domain/grant/grant';
import { mailboxOf } from '@/lib/domain/grant/match';
import type { Roster } from '@/lib/domain/grant/page-facts';
import { reveal } from '@/lib/domain/log/chain';
import { type AnyEntry, isKnown } from '@/lib/domain/log/entry';
import type { ListRules } from '@/lib/domain/review/findings';
import {
  compareRoster,
  type Finding,
  type FindingKind,
  type Settlement,
  wouldShow,
} from '@/lib/domain/review/findings';
import { snapshotRows } from '@/lib/domain/review/snapshots';
import { dateOf } from '@/lib/domain/values/calendar';
import { normalEmail } from '@/lib/domain/values/email';
import { quantity } from '@/lib/domain/values/quantity';
import type { ExportSource } from '@/lib/exports/export-format';
import { shown, vendorName } from '@/lib/exports/vocabulary';

/** A finding of a list that was read: `roster` is the number of its entry. */
export interface ListFinding {
  kind: FindingKind;
  text: string;
  grant: string | null;
  ticket: string | null;
  vendor: string;
  /** Null where no person is meant, or they were forgotten. */
  email: string | null;
  roster: number;
}

/** The last list of one page that the log holds. */
interface LastList {
  entry: number;
  at: string;
  vendor: string;
  roster: Roster;
  rules: ListRules;
  /** Every address on it, without what stands after a plus. */
  boxes: ReadonlySet<string>;
}

const boxOf = (email: string) => mailboxOf(normalEmail(email));

/** Returns since when the log says that there is something to be seen of a grant; infinity where there is not. */
const begins = ({ milestones: { invited, accepted, active } }: Grant) =>
  Math.min(...[invited, accepted, active].map((mark) => mark?.seq ?? Number.POSITIVE_INFINITY));

/** Tells whether a later entry than the list's says something else by now: then the list is no evidence any more. */
function outdated(finding: Finding, list: LastList): boolean {
  switch (finding.kind) {
    case 'shadow':
      return (finding.removed?.milestones.removed?.seq ?? 0) > list.entry;
    case 'drift':
    case 'over-privileged':
      return (finding.grant.roleSeen?.seq ?? 0) > list.entry;
    case 'ghost':
      return begins(finding.grant) > list.entry;
    default:
      return false;
  }
}

/** Tells whether the grant by itself says the same. */
const isToldByGrant = (finding: Finding, now: Date) =>
  (finding.kind === 'overdue' && statusOf(finding.grant, now, null) === 'Overdue') ||
  (finding.kind === 'drift' && finding.grant.drift !== undefined);

function textOf(finding: Finding, { vendor, entry, at, roster }: LastList): string {
  const where = `list of ${vendorName(vendor)} (entry ${entry}, ${dateOf(new Date(at))})`;
  switch (finding.kind) {
    case 'shadow': {
      const role = finding.row.roles.length === 0 ? 'without a role' : `as ${finding.row.roles.map(shown).join(', ')}`;
      const removed = finding.removed?.milestones.removed;
      if (removed) {
        return `The log says that the access was removed on ${dateOf(new Date(removed.at))}; the ${where} still shows it, ${role}.`;
      }
      const perhaps = finding.perhaps.length === 0 ? '' : ' Several grants come near, and none of them is certain.';
      return `The ${where} shows this person ${role}, and no grant allows it.${perhaps}`;
    }
    case 'drift':
      return `The ${where} shows ${shown(finding.shown)}; the log holds ${shown(finding.logged)}.`;
    case 'over-privileged':
      return `The ${where} shows ${shown(finding.shown)}, which also gives ${inWords([...finding.excess])}: more than the purpose takes.`;
    case 'ghost':
      return `The log says that this person has access; the complete ${where} does not show them.`;
    case 'overdue':
      return `The access ended on ${finding.ended}; the ${where} still shows it.`;
    case 'over-limit':
      return `The ${where} shows ${quantity(finding.members, 'member')}, ${roster.complete ? 'all there are' : 'at least'}; the plan allows ${finding.limit}.`;
  }
}

/**
 * Compares the last list of each page with the grants, in bounded memory: `addEntry` is given every entry, then
 * `addGrant` every grant, and `findings` answers. What is held are these lists, and the grants that one of them shows
 * or ought to show.
 */
export function listFindings(source: ExportSource) {
  const lists = new Map<string, LastList>();
  const settled: Settlement[] = [];
  const grants: Grant[] = [];

  function readList(entry: Extract<AnyEntry, { type: 'roster.read' }>): void {
    if (!isKnown(entry) || entry.type !== 'roster.read') return;
    const { vendor, generation, page, url, seen, claimed, complete, hidden, rows: text } = reveal(entry);
    const rows = snapshotRows(text);
    const rules = source.listRules({ vendor, generation, page, url });
    if (!rows || !rules) return;
    const boxes = new Set(rows.map(({ email }) => boxOf(email)));
    const roster = { rows, seen, claimed, complete, hidden };
    lists.set(`${vendor} ${page}`, { entry: entry.seq, at: entry.at, vendor, roster, rules, boxes });
  }

  return {
    addEntry(entry: AnyEntry): void {
      if (!isKnown(entry)) return;
      if (entry.type === 'roster.read') readList(entry);
      if (entry.type !== 'finding.settled') return;
      const { vendor, kind, how, email, shown: what, until } = reveal(entry);
      settled.push({ vendor, kind, how, email, shown: what, until });
    },

    addGrant(grant: Grant): void {
      const { email, vendor, milestones } = grant;
      if (email === null) return;
      const isAbout = (list: LastList) =>
        list.vendor === vendor &&
        (list.boxes.has(boxOf(email)) ||
          (list.roster.complete && !milestones.removed && wouldShow(list.rules.lists, grant)));
      if ([...lists.values()].some(isAbout)) grants.push(grant);
    },

    /** Lists the gravest first, list by list. What the record of a grant says by itself is left out. */
    findings(): ListFinding[] {
      return [...lists.values()].flatMap((list) => {
        const { vendor, roster, rules } = list;
        const found = compareRoster({ vendor, roster, lists: rules.lists }, grants, source.now, { ...rules, settled });
        return found
          .filter((one) => !outdated(one, list))
          .filter((one) => !isToldByGrant(one, source.now))
          .map((one): ListFinding => {
            const grant = 'grant' in one ? one.grant : one.kind === 'shadow' ? one.removed : null;
            return {
              grant: grant?.id ?? null,
              ticket: grant?.ticket ?? null,
              vendor,
              email: one.email === '' ? null : shown(one.email),
              roster: list.entry,
              kind: one.kind,
              text: textOf(one, list),
            };
          });
      });
    },
  };
}

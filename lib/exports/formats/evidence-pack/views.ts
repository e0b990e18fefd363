import type { AnyEntry, CampaignBy, ReviewVerdict, SettledHow } from '@/lib/domain/log/entry';
import { snapshotRows } from '@/lib/domain/review/snapshots';
import { quantity } from '@/lib/domain/values/quantity';
import { plainText } from '@/lib/domain/values/text';
import type { AccessRecord } from '@/lib/exports/access-record';
import { vendorName } from '@/lib/exports/vocabulary';
import type { EvidenceNote } from './notes';
import type { EvidenceFinding, Rebuilt } from './rebuild';

/** Says whom a grant is about, by its id. */
type People = ReadonlyMap<string, string>;

/** Makes an element with text and children; text never becomes markup. */
export function element(name: string, text = '', ...children: Node[]): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...children);
  return made;
}

/**
 * Shows text from the log without what makes it read other than it is, and isolated, so that its direction changes
 * nothing around it.
 */
const said = (name: string, text: string) =>
  element(name, '', element('bdi', plainText(text, Number.POSITIVE_INFINITY)));

const cell = (name: string, text: string): HTMLElement => said(name, text === '' ? '–' : text);

/** Makes a row that opens: what it is, in a few words, and all there is to it. */
function fold(title: string, aside: string, ...inside: Node[]): HTMLElement {
  const summary = element('summary', '', said('strong', title), said('span', aside));
  return element('details', '', summary, ...inside);
}

const list = (lines: readonly (readonly [name: string, value: string])[]) =>
  element('dl', '', ...lines.flatMap(([name, value]) => [said('dt', name), cell('dd', value)]));

function table(heads: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const head = element('thead', '', element('tr', '', ...heads.map((text) => element('th', text))));
  for (const th of head.querySelectorAll('th')) th.scope = 'col';
  const body = element('tbody', '', ...rows.map((row) => element('tr', '', ...row.map((text) => cell('td', text)))));
  const box = element('div', '', element('table', '', head, body));
  box.className = 'wide';
  return box;
}

/** Writes a moment as every zone reads it: `2026-11-20 09:01 UTC`. */
const moment = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`;

const person = (text: string | null) => text ?? 'a person who was forgotten';
const words = (text: string | null) => (text === null ? 'a text that was forgotten' : `“${text}”`);

function recordView(record: AccessRecord): HTMLElement {
  const sections = record.sections.flatMap(({ title, lines }) => [
    element('h3', title),
    list(lines.map(({ name, value }) => [name, value])),
  ]);
  return fold(record.title, record.status, said('p', record.scenario), ...sections, said('footer', record.savedProof));
}

function findingView({ kind, text, ticket, email, vendor }: EvidenceFinding): HTMLElement {
  const about = [email, ticket, vendorName(vendor)].filter((one) => one !== null).join(' · ');
  const view = element('div', '', element('strong', kind), said('p', text), said('small', about));
  view.className = 'finding';
  return view;
}

interface RosterData {
  vendor: string;
  page: string;
  url: string;
  seen: number;
  claimed: number | null;
  complete: boolean;
  pages: number;
  hidden: string[];
  pack: string;
  rows: string | null;
}

function rosterView({ seq, at, by, data }: EvidenceNote): HTMLElement {
  const { vendor, page, url, seen, claimed, complete, pages, hidden, pack, rows: text } = data as RosterData;
  const of = claimed === null ? '' : ` of ${claimed}`;
  const rows = snapshotRows(text);
  return fold(
    `${vendorName(vendor)}: ${seen}${of} ${seen === 1 && claimed === null ? 'row' : 'rows'}, ${complete ? 'complete' : 'not complete'}`,
    `${moment(at)} · entry ${seq}`,
    list([
      ['Page', `${page}, ${url}`],
      ['Pages looked at', String(pages)],
      ['The page claims', claimed === null ? 'no total' : String(claimed)],
      ['Rows may be hidden by', hidden.length === 0 ? 'nothing' : hidden.join('; ')],
      ['Read by', person(by)],
      ['Recognised with (SHA-256)', pack],
    ]),
    rows
      ? table(
          ['E-mail', 'Name', 'Roles', 'Status', 'Access'],
          rows.map((row) => [row.email, row.name, row.roles.join(', '), row.words || row.status, row.access ?? '']),
        )
      : element('p', 'The rows were left out, or forgotten.'),
  );
}

type Told = (data: never) => readonly [title: string, lines: readonly (readonly [string, string])[]];

const decisions = { keep: 'Kept', modify: 'To be modified', remove: 'To be removed' };
const reviewers = { due: 'all that is due', vendor: 'all access at ', approver: 'all access approved by ' };
const settlements = { ticket: 'a ticket allows it', accepted: 'accepted', 'not-a-person': 'a service account' };

/** Says what a review's entries say, kind by kind; one of another kind shows its data as they stand. */
const told: Readonly<Record<string, Told>> = {
  'campaign.started': ({ by, what, grants }: { by: CampaignBy; what: string | null; grants: string[] }) => [
    `Review begun: ${quantity(grants.length, 'grant')}`,
    [
      [
        'Looks through',
        by === 'due' ? reviewers.due : `${reviewers[by]}${what === null ? person(what) : vendorName(what)}`,
      ],
    ],
  ],
  'review.decided': (data: { decision: ReviewVerdict; role: string; reason: string | null; own: boolean }) => [
    `${decisions[data.decision]}${data.role === '' ? '' : `: ${data.role}`}`,
    [
      ['Reason', words(data.reason)],
      ['Reviewer', data.own ? 'The one who granted the access' : 'Not the one who granted the access'],
    ],
  ],
  'campaign.finished': (data: { kept: number; modified: number; removed: number; statement: string | null }) => [
    `Review signed off: ${data.kept} kept, ${data.modified} to be modified, ${data.removed} to be removed`,
    [['Statement', words(data.statement)]],
  ],
  'finding.settled': (data: {
    vendor: string;
    kind: string;
    how: SettledHow;
    email: string | null;
    shown: string;
    ticket: string | null;
    until: string | null;
    reason: string | null;
    roster: number;
  }) => [
    `Finding settled: ${data.kind}, ${settlements[data.how]}`,
    [
      ['About', `${data.email === '' ? 'the list' : person(data.email)}, ${vendorName(data.vendor)}`],
      ['The list showed', `${data.shown || 'no role'} (entry ${data.roster})`],
      ...(data.ticket === null ? [] : [['Ticket', data.ticket] as const]),
      ['Until', data.until ?? 'the list shows something else'],
      ['Reason', words(data.reason)],
    ],
  ],
};

/** Shows data as they stand; a sign that would turn the text around is written as JSON may write it. */
const raw = (value: object) =>
  element(
    'pre',
    JSON.stringify(value, null, 2).replace(
      /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

function reviewView({ seq, at, type, by, grant, data }: EvidenceNote, people: People): HTMLElement {
  const tell = Object.hasOwn(told, type) ? told[type] : undefined;
  const aside = `${moment(at)} · entry ${seq}`;
  if (!tell) return fold(type, aside, raw(data));
  const [title, lines] = tell(data as never);
  const about = grant === null ? [] : [['About', people.get(grant) ?? `grant ${grant}`] as const];
  return fold(title, aside, list([...about, ...lines, ['By', person(by)]]));
}

const entryView = (entry: AnyEntry) => fold(`${entry.seq} · ${entry.type}`, moment(entry.at), raw(entry));

/** A part of what is shown: how many lines it has, and the view of each, made when it is looked at. */
export interface Part {
  id: string;
  title: string;
  count: number;
  view(index: number): HTMLElement;
}

function partOf<T>(id: string, title: string, items: readonly T[], view: (item: T) => HTMLElement): Part {
  return { id, title, count: items.length, view: (index) => view(items[index] as T) };
}

/** Lists the parts of a pack in the order in which they are shown. */
export function partsOf(entries: readonly AnyEntry[], rebuilt: Rebuilt): Part[] {
  const { grants, recordOf, findings, rosters, reviews } = rebuilt;
  const people = new Map(grants.map(({ id, email, ticket }) => [id, `${person(email)}, ${ticket}`]));
  return [
    partOf('records', 'Access records', grants, (grant) => recordView(recordOf(grant))),
    partOf('findings', 'Findings', findings, findingView),
    partOf('rosters', 'Member lists as read', rosters, rosterView),
    partOf('reviews', 'Reviews', reviews, (note) => reviewView(note, people)),
    partOf('entries', 'Log entries', entries, entryView),
  ];
}

import { list } from '@/lib/domain/advice';
import type { Milestone } from '@/lib/domain/grant/grant';
import { reveal } from '@/lib/domain/log/chain';
import { type AnyEntry, type Basis, type Check, type Entry, isKnown } from '@/lib/domain/log/entry';
import { quantity } from '@/lib/domain/values/quantity';
import { dayText } from '@/lib/domain/values/time-text';
import type { Names } from './names';

/**
 * Describes a piece of a sentence: ours, or (`said`) a value that came from a page or a person, to be kept apart from
 * the words around it.
 */
export type Phrase = string | { said: string };

type Of<T extends Entry['type']> = Extract<Entry, { type: T }>;
type Tell<T extends Entry['type']> = (entry: Of<T>, names: Names, vendor: string) => Phrase[];

const said = (text: string | null): Phrase => (text === null ? 'somebody who was forgotten' : { said: text });
const quoted = (text: string | null): Phrase[] =>
  text === null ? ['a text that was forgotten'] : ['“', { said: text }, '”'];
const shortHash = (hash: string) => hash.slice(0, 8);

/** Returns phrases as a sentence lists them: `a, b and c`. */
const listed = (items: readonly Phrase[][]): Phrase[] =>
  items.flatMap((item, index) => [...(index === 0 ? [] : [index === items.length - 1 ? ' and ' : ', ']), ...item]);

const wholeList = (basis: Basis, roster: number) =>
  basis === 'observed'
    ? `The complete list of entry ${roster}`
    : `The list of entry ${roster}, complete by the admin’s word,`;
const role = (label: string): Phrase[] => (label === '' ? ['no role'] : ['the role ', said(label)]);
const words = (text: string): Phrase[] => (text === '' ? [] : [' (', ...quoted(text), ')']);

const reached: Record<Milestone, string> = {
  invited: 'With that the invitation counts as sent.',
  accepted: 'With that the invitation counts as accepted.',
  active: 'With that the access counts as active.',
  removed: 'With that the access counts as removed.',
};

const checked: Record<Check, string> = {
  rights: 'The page shows the admin’s own role',
  room: 'The page shows room for one more member',
  place: 'The page shows the place that the ticket names',
  keys: 'The page of the keys was opened',
};

/** Says how much an export held, and which part of the log that was. */
function exported({ entries, covers }: Of<'log.exported'>['data']): string {
  if (!covers) return quantity(entries, 'entry', 'entries');
  const much = covers.entries > 0 ? quantity(covers.entries, 'entry', 'entries') : quantity(covers.grants, 'grant');
  const part: Record<typeof covers.what, string> = {
    everything: '',
    view: ' of a filtered view',
    dates: covers.from && covers.to ? ` of ${dayText(covers.from)} to ${dayText(covers.to)}` : '',
    grant: ' of one collaborator',
  };
  return `${much}${part[covers.what]}${covers.personal ? '' : ', without personal data,'}`;
}

const tellers: { [T in Entry['type']]: Tell<T> } = {
  'log.created': ({ data }) => [
    said(data.reason),
    ...(data.lost ? [` Entries ${data.lost.after + 1} to ${data.lost.upTo} were not there.`] : []),
    ...(data.previous === null ? [] : [` The hash of its last entry was ${shortHash(data.previous)}.`]),
  ],
  'grant.started': (entry, names) => {
    const { vendor, ticket, email, purpose, refine, scope, accessEnds, approvedBy, reason, sameAs } = reveal(entry);
    return [
      'Started a grant for ',
      said(email),
      ` at ${names.vendor(vendor)} under `,
      said(ticket),
      `: ${names.purpose(vendor, purpose, refine)}`,
      ...(scope.length === 0 ? [] : [' in ', ...listed(scope.map((name) => [said(name)]))]),
      ...(accessEnds === null ? [] : [`, until ${dayText(accessEnds)}`]),
      '. Approved by ',
      said(approvedBy),
      ', because ',
      ...quoted(reason),
      '.',
      ...(sameAs === null ? [] : [' Another grant for this person was open at that time.']),
    ];
  },
  'page.seen': ({ data }, names, vendor) => [
    `Found the page ${names.page(vendor, data.generation, data.page)} and recommended `,
    ...role(data.recommended.role),
    ...(data.recommended.scopeRole === null
      ? []
      : [', with ', said(data.recommended.scopeRole), ` in each ${names.scopeWord(vendor)}`]),
    '.',
  ],
  'invitation.seen': ({ data }) => [
    'The page lists the invitation with ',
    ...role(data.role),
    ...words(data.words),
    '.',
  ],
  'acceptance.seen': ({ data }) => [
    'The page lists the person as a member with ',
    ...role(data.role),
    ...words(data.words),
    '.',
  ],
  'role.seen': ({ data }) => [
    'The page shows ',
    ...role(data.role),
    ...(data.previous === '' ? [] : [' instead of ', said(data.previous)]),
    '.',
  ],
  'access.seen': ({ data }) => [
    'The page shows access to ',
    ...listed(data.access.map(({ name, role: label }) => [said(name), ' as ', said(label)])),
    '.',
  ],
  'access.confirmed': ({ data }) => [
    'Said to be given: ',
    ...listed(data.access.map(({ name, role: label }) => [said(name), ' as ', said(label)])),
    '. The page did not show it.',
  ],
  'step.confirmed': (entry) => {
    const { text, reaches } = reveal(entry);
    return ['Confirmed ', ...quoted(text), '.', ...(reaches === null ? [] : [` ${reached[reaches]}`])];
  },
  'contradiction.explained': (entry) => {
    const { shown, readAt, sighting, reason } = reveal(entry);
    const at = readAt.slice(0, 16).replace('T', ' ');
    return [
      'The page showed ',
      ...quoted(shown),
      ` (read ${at} UTC${sighting === null ? '' : `, entry ${sighting}`}). Confirmed all the same, because `,
      ...quoted(reason),
      '.',
    ];
  },
  'check.seen': ({ data }) => [`${checked[data.check]}: `, ...quoted(data.shown), '.'],
  'invitation.mistyped': (entry) => [
    'The page lists an invitation to ',
    said(reveal(entry).email),
    ', which was typed in place of the address of this grant',
    ...words(entry.data.words),
    '.',
  ],
  'step.reopened': ({ data }) => [`Took back what entry ${data.corrects} confirmed.`],
  'role.justified': (entry) => {
    const { recommended, chosen, excess, justification } = reveal(entry);
    return [
      'Justified ',
      ...role(chosen),
      ' where ',
      said(recommended),
      ' was recommended: ',
      ...quoted(justification),
      '.',
      ...(excess.length === 0 ? [] : [` It also gives ${list(excess)}.`]),
    ];
  },
  'keys.settled': ({ data }) => [data.needed ? 'Said that an API key is needed.' : 'Said that no API key is needed.'],
  'key.recorded': (entry) => {
    const { name, owner, purpose, scope, permissions, expires, rotateDays } = reveal(entry);
    const reach = [scope, permissions].filter((text) => text !== '').map(said);
    const ends = [
      expires === null ? 'has no expiry date' : `expires on ${dayText(expires)}`,
      ...(rotateDays === null ? [] : [`is rotated every ${rotateDays} days`]),
    ];
    return [
      'Recorded the key ',
      ...quoted(name),
      ', owned by ',
      said(owner),
      ', for ',
      ...quoted(purpose),
      ...(reach.length === 0
        ? []
        : [': ', ...reach.flatMap((phrase, index) => (index === 0 ? [phrase] : [', ', phrase]))]),
      '.',
      ` It ${ends.join(' and ')}.`,
    ];
  },
  'key.documented': (entry) => ['Said where the key is documented: ', ...quoted(reveal(entry).where), '.'],
  'removal.started': (entry) => ['Began to take the access away, because ', ...quoted(reveal(entry).reason), '.'],
  'removal.stopped': ({ data }) => [`Took back the removal that entry ${data.corrects} began.`],
  'roster.read': ({ data }, names) => [
    `Read the list of ${names.vendor(data.vendor)} on the page ${names.page(data.vendor, data.generation, data.page)}: `,
    data.claimed === null
      ? `${quantity(data.seen, 'row')}, of a total that the page does not name`
      : `${data.seen.toLocaleString('en')} of ${quantity(data.claimed, 'row')}`,
    `, from ${quantity(data.pages, 'page')}. It was ${data.complete ? 'complete' : data.confirmed ? 'complete by the admin’s word' : 'not complete'}`,
    ...(data.hidden.length === 0 ? [] : [': rows may be hidden by ', ...listed(data.hidden.map((why) => [said(why)]))]),
    '.',
  ],
  'invitation.expired': ({ data }) => ['The page lists the invitation as expired', ...words(data.words), '.'],
  'invitation.gone': ({ data, basis }) => [`${wholeList(basis, data.roster)} does not show the invitation any more.`],
  'invitation.resent': () => ['Said that the invitation was sent again.'],
  'invitation.withdrawn': (entry) => [
    'Said that the invitation was withdrawn, because ',
    ...quoted(reveal(entry).reason),
    '.',
  ],
  'removal.seen': ({ data, basis }) => [`${wholeList(basis, data.roster)} does not show the person any more.`],
  'finding.settled': (entry, names) => {
    const { vendor, kind, how, email, shown, ticket, until, reason, roster } = reveal(entry);
    return [
      `Settled what entry ${roster} showed at ${names.vendor(vendor)} (${kind}`,
      ...(shown === '' ? [] : [': ', said(shown)]),
      ')',
      ...(email === '' ? [] : [' about ', said(email)]),
      how === 'ticket' ? ': it has the ticket ' : how === 'not-a-person' ? ': it is a service account' : ': accepted',
      ...(ticket === null ? [] : [said(ticket)]),
      ...(until === null ? [] : [` until ${dayText(until)}`]),
      ', because ',
      ...quoted(reason),
      '.',
    ];
  },
  'campaign.started': (entry, names) => {
    const { by, what, grants } = reveal(entry);
    return [
      `Began a review of ${quantity(grants.length, 'grant')}: `,
      ...(by === 'due'
        ? ['all that are due']
        : by === 'vendor'
          ? [`all at ${names.vendor(what ?? '')}`]
          : ['all approved by ', said(what)]),
      '.',
    ];
  },
  'review.decided': (entry) => {
    const { decision, role: shown, reason, own } = reveal(entry);
    const verb = { keep: 'Reviewed and kept', modify: 'Reviewed, to be modified:', remove: 'Reviewed, to be removed:' };
    return [
      `${verb[decision]} `,
      ...role(shown),
      ', because ',
      ...quoted(reason),
      '.',
      ...(own ? [' The reviewer is the one who granted it.'] : []),
    ];
  },
  'campaign.finished': (entry) => {
    const { kept, modified, removed, statement } = reveal(entry);
    return [
      `Signed off the review: ${kept} kept, ${modified} to be modified, ${removed} to be removed. `,
      ...quoted(statement),
      '.',
    ];
  },
  'log.exported': ({ data }, names) => [
    `Exported ${exported(data)} as ${names.format(data.format)}, up to hash ${shortHash(data.head)}.`,
    ...(data.covers ? [` The file’s SHA-256 begins with ${shortHash(data.covers.file)}.`] : []),
  ],
  'log.checkpoint': ({ data }) => [
    `Signed the log up to entry ${data.entries}, hash ${shortHash(data.head)}, with this device’s key.`,
  ],
  'log.restored': ({ data }) => [
    `Restored the log from a backup, up to entry ${data.entries}, hash ${shortHash(data.head)}.`,
  ],
  'log.merged': ({ data }) => [
    `Took in another admin’s log (${shortHash(data.log)}) with ${quantity(data.entries, 'entry', 'entries')}, up to hash ${shortHash(data.head)}.`,
  ],
  'grant.imported': (entry, names) => {
    const { vendor, ticket, email, role: label, scope, since, accessEnds, approvedBy, reason } = reveal(entry);
    return [
      'Took over from a list: ',
      said(email),
      ` at ${names.vendor(vendor)} under `,
      said(ticket),
      ' with ',
      ...role(label),
      ...(scope.length === 0 ? [] : [' in ', ...listed(scope.map((name) => [said(name)]))]),
      ...(since === null ? [] : [`, since ${dayText(since)}`]),
      ...(accessEnds === null ? [] : [`, until ${dayText(accessEnds)}`]),
      '.',
      ...(approvedBy === '' ? [] : [' Approved by ', said(approvedBy), '.']),
      ...(reason === '' ? [] : [' Reason: ', ...quoted(reason), '.']),
    ];
  },
  'person.forgotten': ({ data }) => [
    `Deleted ${quantity(data.values, 'personal value')} ${data.grants === 0 ? 'outside of any grant' : `in ${quantity(data.grants, 'grant')}`}${data.because === 'retention' ? ', since the retention period is over' : ', as was asked'}. The proof of what the log said stands.`,
  ],
};

/**
 * Tells what an entry says, in one or a few plain sentences. `vendor`: that of the entry's grant, empty where it has
 * none.
 */
export function entryPhrases(entry: AnyEntry, names: Names, vendor: string): Phrase[] {
  if (isKnown(entry)) return (tellers[entry.type] as Tell<typeof entry.type>)(entry as never, names, vendor);
  return [
    'An entry of the kind ',
    ...quoted(entry.type),
    ', which this version of Grantbook does not know. It says: ',
    ...quoted(JSON.stringify(entry.data)),
    '.',
  ];
}

import { givenAccess, samePlace } from '@/lib/domain/grant/access';
import { explainedOf, type Grant, type GrantStatus, type Mark, removerOf, statusOf } from '@/lib/domain/grant/grant';
import { savedProofLine } from '@/lib/domain/log/saved-proof';
import { reviewsDue } from '@/lib/domain/review/review';
import { dateOf } from '@/lib/domain/values/calendar';
import type { ExportSource } from './export-format';
import { purposeLabel, roleGist, scopeWord, shown, vendorName } from './vocabulary';

/** One line of a record: what, and what about it. Both are plain text on one line. */
interface RecordLine {
  name: string;
  value: string;
}

/** The access that was given under one ticket, as a page for the tracker or the auditor. */
export interface AccessRecord {
  title: string;
  status: GrantStatus;
  scenario: string;
  sections: readonly { title: string; lines: readonly RecordLine[] }[];
  /** The line that proves it against the log. */
  savedProof: string;
}

const forgotten = 'a person who was forgotten';

const bases: Record<Mark['basis'], string> = {
  observed: 'observed on the page',
  confirmed: 'confirmed by the admin',
  recorded: 'recorded by Grantbook',
};

const decisions: Record<NonNullable<Grant['review']>['decision'], string> = {
  keep: 'Kept',
  modify: 'To be modified',
  remove: 'To be removed',
};

const when = (mark: Mark) => `${dateOf(new Date(mark.at))} (${bases[mark.basis]}, entry ${mark.seq})`;

const withGist = (role: string, gist: string | null) => (gist === null ? shown(role) : `${shown(role)} (${gist})`);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const people = (one: { name: string | null; email: string | null }) =>
  [one.name, one.email]
    .flatMap((text) => (text === null || text === '' ? [] : shown(text)))
    .filter((text, index, all) => all.indexOf(text) === index)
    .join(', ') || forgotten;

function places(grant: Grant, source: ExportSource): RecordLine[] {
  const given = givenAccess(grant);
  const isGiven = (name: string) => given.some((one) => samePlace(one.name, name));
  const isAsked = (name: string) => grant.scope.some((one) => samePlace(one, name));
  const asked = grant.scope.filter((name) => !isGiven(name));
  const others = source.places(grant.vendor).filter((name) => !isGiven(name) && !isAsked(name));
  // The page names apps as it likes: only where it named the asked one is its role known.
  return [
    ...given.map(({ name, role, basis }) => ({
      name: shown(name),
      value: [
        withGist(role, roleGist(grant, role, 'scope')),
        ...(basis === 'confirmed' ? ['confirmed by the admin, not seen on the page'] : []),
        ...(grant.scope.length > 0 && !isAsked(name) ? [`not in the scope of ${shown(grant.ticket)}`] : []),
      ].join('; '),
    })),
    ...asked.map((name) => ({ name: shown(name), value: 'In scope; no role of its own was seen on the page' })),
    ...others.map((name) => ({ name: shown(name), value: 'Not added (not in scope)' })),
  ];
}

function keys(grant: Grant): RecordLine[] {
  const { keyElsewhere } = grant;
  if (keyElsewhere && grant.keys.length === 0)
    return [{ name: 'Keys', value: `Documented elsewhere: ${why(keyElsewhere.where)}` }];
  if (grant.keys.length === 0) {
    const value = grant.keyNeeded === false ? 'None needed' : grant.keyNeeded ? 'Needed, none recorded yet' : 'None';
    return [{ name: 'Keys', value }];
  }
  return grant.keys.map(({ name, scope, permissions, purpose, owner, expires, rotateDays }) => ({
    name: name === null ? 'A key whose name was forgotten' : shown(name),
    value: [
      shown(permissions),
      ...(scope === '' ? [] : [shown(scope)]),
      ...(purpose === null ? [] : [`for ${shown(purpose)}`]),
      ...(owner === null ? [] : [`owner ${shown(owner)}`]),
      expires === null ? 'no expiry date' : `expires ${expires}`,
      ...(rotateDays === null ? [] : [`rotated every ${rotateDays} days`]),
    ].join('; '),
  }));
}

function review(grant: Grant, { now, cadence }: ExportSource): RecordLine[] {
  if (grant.accessEnds !== null) return [{ name: 'Access ends', value: grant.accessEnds }];
  const [due] = reviewsDue([grant], now, cadence);
  if (!due) return [{ name: 'Access review date', value: 'Not set until access is active' }];
  const why = due.because.charAt(0).toLowerCase() + due.because.slice(1);
  return [{ name: 'Access review date', value: `${due.due} (${why})` }];
}

const why = (reason: string | null) => (reason === null ? 'a text that was forgotten' : shown(reason));

function reviewLines({ decision, by, own, reason, ...mark }: NonNullable<Grant['review']>): RecordLine[] {
  return [
    { name: 'Last review', value: `${decisions[decision]} on ${when(mark)}` },
    { name: 'Reviewed by', value: `${people(by)}${own ? ', who also granted the access' : ''}` },
    { name: 'Review reason', value: why(reason) },
  ];
}

function removalLines(grant: Grant, removed: Mark): RecordLine[] {
  const { removal } = grant;
  const by = removerOf(grant);
  return [
    { name: 'Removed', value: when(removed) },
    ...(by ? [{ name: 'Removed by', value: people(by) }] : []),
    ...(removal?.reason === undefined ? [] : [{ name: 'Removal reason', value: why(removal.reason) }]),
  ];
}

function documentation(grant: Grant, source: ExportSource): RecordLine[] {
  const { review: reviewed } = grant;
  const { invited, accepted, active, removed } = grant.milestones;
  const url = source.ticketUrl(grant.ticket);
  const granted = active ?? accepted ?? invited;
  return [
    { name: 'IAM ticket', value: shown(grant.ticket) + (url === null ? '' : ` (${url})`) },
    { name: 'Approved by', value: grant.approvedBy === null ? forgotten : shown(grant.approvedBy) },
    { name: 'Reason', value: why(grant.reason) },
    { name: 'Created by', value: people(grant.grantedBy) },
    { name: 'Access granted', value: granted ? dateOf(new Date(granted.at)) : 'Not yet' },
    ...(removed ? [] : review(grant, source)),
    ...(invited ? [{ name: 'Invited', value: when(invited) }] : []),
    ...(accepted ? [{ name: 'Accepted', value: when(accepted) }] : []),
    ...(active ? [{ name: 'Active', value: when(active) }] : []),
    ...(reviewed ? reviewLines(reviewed) : []),
    ...(removed ? removalLines(grant, removed) : []),
  ];
}

/** Writes the record of one grant, in the layout of the how-to's example configuration. */
export function accessRecord(grant: Grant, source: ExportSource): AccessRecord {
  const { vendor, role, recommended } = grant;
  const word = capital(scopeWord(vendor));
  const scope = grant.scope.map(shown).join(', ');
  const roleLines: RecordLine[] = [
    { name: 'Role', value: role ? withGist(role, roleGist(grant, role, 'organization')) : 'Not seen on the page yet' },
    ...(recommended && recommended.role !== role ? [{ name: 'Recommended', value: shown(recommended.role) }] : []),
    ...grant.exceptions.map(({ chosen, recommended: advised, justification }) => ({
      name: 'Exception',
      value: `${shown(chosen)} instead of ${shown(advised)}: ${justification === null ? 'the justification was forgotten' : shown(justification)}`,
    })),
    ...explainedOf(grant).map(({ text, reason }) => ({
      name: 'Contradiction',
      value: `${shown(text)}: ${why(reason)}`,
    })),
  ];
  const placeLines = places(grant, source);
  return {
    title: `${vendorName(vendor)} access for ${grant.email === null ? forgotten : shown(grant.email)}`,
    status: statusOf(grant, source.now, source.invitationDays(grant)),
    scenario: `${purposeLabel(grant)}${scope === '' ? '' : `, in ${scope}`}`,
    sections: [
      { title: 'Organization role', lines: roleLines },
      ...(placeLines.length === 0 ? [] : [{ title: `${word} access`, lines: placeLines }]),
      { title: 'API keys', lines: keys(grant) },
      { title: 'Documentation', lines: documentation(grant, source) },
    ],
    savedProof: savedProofLine({ log: source.log, ...source.head }),
  };
}

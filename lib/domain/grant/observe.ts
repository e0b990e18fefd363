import type { Draft } from '@/lib/domain/log/entry';
import { sameEmail } from '@/lib/domain/values/email';
import { plainText } from '@/lib/domain/values/text';
import { type AccessPlace, readAccess, sameAccess, samePlace, withReading } from './access';
import { type Grant, isTickAlone } from './grant';
import type { PageFacts, RosterRow } from './page-facts';

/** Holds what was advised when the page was seen: goes into the first entry that the page gives. */
export interface Recommended {
  role: string;
  scopeRole: string | null;
}

/**
 * Drafts what one look at the vendor's page proves about a grant and the log does not say yet. Pure, and idempotent:
 * once its drafts are in the log the same facts give none. Concludes only from a single row with exactly the grant's
 * e-mail.
 */
export function observe(grant: Grant, facts: PageFacts, recommended: Recommended | null): Draft[] {
  if (facts.recognition.vendor !== grant.vendor || grant.milestones.removed) return [];
  const { generation, page } = facts.recognition;
  const seen = { generation, page, url: placeOf(facts.url) };
  const drafts: Draft[] = [];

  if (recommended && (grant.page === null || grant.generation !== generation)) {
    drafts.push({ type: 'page.seen', grant: grant.id, basis: 'observed', data: { ...seen, recommended } });
  }
  const row = isAboutToSend(facts) ? null : rowOf(grant, facts.rows);
  if (!row) return drafts;

  const role = impersonal(row.roles.join(', '), 300);
  const words = statusWords(row.words);
  const invited = grant.milestones.invited;
  const draft = { grant: grant.id, basis: 'observed' } as const;
  const { accepted, active } = grant.milestones;
  // Whoever counts as a member on a tick alone is not one while the page says otherwise.
  const isIn = Boolean(accepted ?? active) && !isTickAlone(grant);
  if (row.status === 'pending' && (invited?.basis !== 'observed' || grant.lapsed || isTickAlone(grant))) {
    drafts.push({ ...draft, type: 'invitation.seen', data: { ...seen, role, words } });
  } else if (row.status === 'expired' && (!grant.lapsed || isTickAlone(grant)) && !isIn) {
    drafts.push({ ...draft, type: 'invitation.expired', data: { ...seen, role, words } });
  } else if (isAccepted(grant, row) && grant.milestones.accepted?.basis !== 'observed') {
    drafts.push({ ...draft, type: 'acceptance.seen', data: { ...seen, role, words } });
  } else if (role !== '' && grant.roleSeen && role !== grant.role) {
    drafts.push({ ...draft, type: 'role.seen', data: { ...seen, role, previous: grant.role ?? '' } });
  }
  const access = accessSeen(grant, facts, row);
  if (access) drafts.push({ ...draft, type: 'access.seen', data: { ...seen, ...access } });
  return drafts;
}

/** Returns the part of a look that `observe` concludes from; everything else that it holds proves nothing. */
export const proofIn = (facts: PageFacts) => {
  const { vendor, generation, page } = facts.recognition;
  return [vendor, generation, page, facts.url, isAboutToSend(facts), facts.rows, facts.access ?? null];
};

/**
 * Reads what the page shows of the person's apps, workspaces or groups, those that the ticket does not name included;
 * null where it adds nothing to the log. What an open dialog shows counts once it is saved.
 */
function accessSeen(
  grant: Grant,
  { access: opened }: PageFacts,
  row: RosterRow,
): { access: AccessPlace[]; whole: boolean } | null {
  const readings = [readAccess(row.access, grant.scope), ...(opened?.isSaved ? [opened] : [])];
  const whole = readings.some(({ isWhole }) => isWhole);
  const access = readings.reduce(withReading, grant.access as readonly AccessPlace[]).map(({ name, role }) => ({
    name: grant.scope.find((one) => samePlace(one, name)) ?? impersonal(name, 100),
    role: impersonal(role, 100),
  }));
  const isNews = !sameAccess(access, grant.access) || (access.length > 0 && whole && grant.accessWhole !== true);
  return isNews ? { access, whole } : null;
}

/**
 * Tells whether the page is the last step of an invite wizard, which shows whom it would invite, and how: as long as it
 * is open, no row proves that anybody is.
 */
export const isAboutToSend = ({ landmarks }: Pick<PageFacts, 'landmarks'>) =>
  landmarks['send-button'] === true && landmarks['email-field'] !== true;

/**
 * Says for the log where a page is: what else an address holds (searches, tokens, whom the page is about) is personal
 * or secret, and stays out of the chain.
 */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/[^/]*(?:@|%40)[^/]*/gi, '…');
}

/** Makes words of the page fit for the chain, where nothing can be forgotten: plain, and without addresses. */
export function impersonal(text: string, max: number): string {
  return plainText(plainText(text, 5000).replace(/[^\s<>(),;]+@[^\s<>(),;]+/g, '…'), max);
}

/**
 * Every word that lists use of a status, and that is nobody's name: no month, no word of a language that we do not
 * know.
 */
const statusVocabulary = new Set(
  `accept acceptance accepted active ago awaiting by confirmed day days deactivated disabled expired expires for has hour hours in invitation invite invited
  joined member minute minutes no not on open outstanding pending registered sent since suspended unconfirmed unverified verified waiting week weeks yet`.split(
    /\s+/,
  ),
);

/**
 * Makes the words of a status fit for the chain: `Invited by Jane Doe` names somebody whom nobody could forget there
 * again.
 */
export function statusWords(text: string): string {
  const words = plainText(text, 5000)
    .split(' ')
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '')
    .map((word) => (statusVocabulary.has(word.toLowerCase()) || /^\d{1,4}$/.test(word) ? word : '…'));
  return plainText(words.filter((word, at) => word !== '…' || words[at - 1] !== '…').join(' '), 100);
}

/** Returns the one row that is surely this person's; null where several rows claim the address. */
export function rowOf(grant: Grant, rows: readonly RosterRow[]): RosterRow | null {
  const email = grant.email;
  if (email === null) return null;
  const mine = rows.filter((row) => sameEmail(row.email, email));
  return mine.length === 1 ? (mine[0] ?? null) : null;
}

/** Said to be active; or listed without the mark that this same list showed while the invitation was pending. */
function isAccepted(grant: Grant, row: RosterRow): boolean {
  return (
    row.status === 'active' ||
    (row.status === 'unknown' && row.words === '' && grant.milestones.invited?.basis === 'observed')
  );
}

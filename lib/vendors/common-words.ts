import type { ListSigns, PagesPack, RosterWords } from './vendor';

/** What lists of members call an invitation and a member: no vendor documents its words, so all the usual ones count. */
export const statuses: Pick<RosterWords, 'pending' | 'active' | 'expired'> = {
  pending: ['Pending', 'Invited', 'Invitation sent', 'Invite sent', 'Invitation pending', 'Invite pending'],
  active: ['Active', 'Accepted', 'Joined'],
  expired: ['Expired', 'Invitation expired', 'Invite expired'],
};

const number = '(\\d[\\d.,\\s]*)';
const nouns = '(?:members?|users?|people|teammates?|results?|rows?|items?|entries|invit\\w+|total)';

/** What is said around any list. */
export const signs: ListSigns = {
  claims: `\\d\\s*(?:[-–—]|to)\\s*\\d+\\s*of\\s*${number}|${number}\\s(?:\\w+ )?${nouns}\\b|\\b${nouns}\\s*[:(]?\\s*${number}\\)?$`,
  otherwise: 'limit|seat|plan|licen|up to|used|free|left|remain|\\badd|select|upgrade|page \\d',
  turns: '^(goto)?(next|prev|previous|lastpage|firstpage)(page)?$|^(load|show|view|see)(more|all)',
  clears: '^(clear|reset)(all)?(search|filters?)?$|^activefilters?$',
};

/** Words by which any page refuses an invitation. */
export const refusals: PagesPack['refusals'] = [
  'already',
  'limit',
  'exceed',
  'upgrade',
  'sso',
  'single sign-on',
  'not allowed',
  'failed',
  'error',
  'invalid',
  'unable',
  'could not',
  "couldn't",
  'denied',
];

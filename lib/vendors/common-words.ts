import type { ListSigns, PagesPack, RosterWords } from './vendor';

/**
 * Lists what lists of members call an invitation and a member: no vendor documents its words, so all the usual ones
 * count.
 */
export const statuses: Pick<RosterWords, 'pending' | 'active' | 'expired'> = {
  pending: [
    'Pending',
    'Invited',
    'Invitation sent',
    'Invite sent',
    'Sent',
    'Invitation pending',
    'Invite pending',
    'Pending invitation',
    'Pending invite',
    'Active invitation',
    'Open invitation',
    'Outstanding invitation',
    'Awaiting',
    'Waiting for',
    'Not accepted',
    'Not yet accepted',
    'Not joined',
    'Not yet joined',
    'Not accepted yet',
    'Not joined yet',
  ],
  active: ['Active', 'Accepted', 'Joined', 'Confirmed'],
  expired: ['Expired', 'Invitation expired', 'Invite expired', 'Invitation has expired', 'Invite has expired'],
};

/** Names the button that begins an invitation, beside the vendor's own words. Which page it is the title says. */
export const invitesPeople = ['member', 'team member', 'teammate', 'user', 'people', 'person', 'colleague'].flatMap(
  (who) =>
    ['Invite', 'Invite new', 'Add', 'Add new'].flatMap((verb) => [
      `${verb} ${who}`,
      `${verb} ${who}s`,
      `${verb} a ${who}`,
    ]),
);

/** Names the button that sends it. */
export const sendsInvite = [
  'Invite',
  'Send invite',
  'Send invites',
  'Send invitation',
  'Send invitations',
  ...invitesPeople,
  // A wizard's button that leads on.
  'Next',
  'Continue',
];

const number = '(\\d{1,3}(?:[.,\\s\u202f]\\d{3})+|\\d+)';
const people = '(?:members?|users?|people|persons?|teammates?|seats? taken|accounts?|collaborators?)';
const rows = '(?:results?|rows?|items?|entries|entry|records?)';
const invitations = '(?:invitations?|invites?|invitees?|(?:pending|invited)(?: members?| users?| people)?)';
const kinds =
  '(?:total|team|workspace|organi[sz]ation|org|all|active|pending|open|outstanding|current|other|registered)';
const whole = `${people}|${rows}|${invitations}`;

/** Matches what is said around any list. */
export const signs: ListSigns = {
  range: `^(?:showing|viewing|displaying|rows?|items?|entries|results?)?\\s*\\d[\\d.,]*\\s*(?:[-–—]|to|through)\\s*\\d[\\d.,]*\\s*(?:of|out of|/)\\s*${number}\\s*(?:(?:${kinds} )*(?:${whole}))?(?: in total| total)?\\W*$|^(?:showing|viewing|displaying)\\s+(?:all\\s+)?\\d[\\d.,]*\\s*(?:of|out of|/)\\s*${number}\\s*(?:(?:${kinds} )*(?:${whole}))?\\W*$`,
  count: `^(?:showing (?:all )?|all |total:? )?${number} (?:${kinds} )*(?:${whole}|total|in total)(?: in total| total)?\\W*$|^(?:${kinds} )*(?:${whole}|total)(?: ${people})?\\s*[:(]?\\s*${number}\\s*\\)?$`,
  invitations: `invit|pending`,
  otherwise:
    'limit|seat|plan|licen|up to|used|free|left|remain|\\badd|select|upgrade|page \\d|per page|per\\s+page|\\bmax|at most|show \\d',
  over: 'session (?:has |is |was )?(?:expired|ended|timed out)|(?:been|are) (?:signed|logged) out|(?:sign|log) ?in again|(?:under|for) maintenance|temporarily unavailable',
  when: '^(?:\\d.*|ago|today|tomorrow|yesterday|never|now|h|s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|hrs?|hours?|days?|weeks?|months?|years?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|january|february|march|april|june|july|august|september|october|november|december|on|in|at|by|via|since|until|for|from|an?|the|than|to|as|just|less|about|over|last|next|expires?|am|pm|utc|gmt)$',
  time: '^\\d|^(?:ago|today|tomorrow|yesterday|never|now)$',
  awaited: '^(?:acceptance|response|confirmation|users?|members?|invitees?)$',
  denial: '^(.+?)\\s*[:=]\\s*(?:no|not yet|never|false|none|n/a|[-–—✗✘×])$',
  under: {
    expired: '\\b(?:expired|lapsed)\\b.*\\binvit',
    active: '\\baccepted\\b.*\\binvit',
    // `Invite members` stands over a form.
    pending:
      '^(?!invite\\b)(?:(?:pending|open|active|outstanding|sent|unaccepted|current|your|team|user|member)\\s+)*invit(?:es?|ations?|ed)(?:\\s+(?:sent|pending|users?|members?|people))?[\\d().,:\\s]*$',
  },
  stateLike: '^(?!.*\\b(?:by|at|on|date|until|sent)\\b).*(?:invit|accept|stat|respon|progress|stage)',
  pager: '[class*=pagi i],[class*=pager i],[aria-label*=pagi i],[role=navigation],nav',
  pages: 'per\\s+page|\\bpages?\\b|\\d\\s*(?:of|[-–—/])\\s*\\d',
  apart: ',(?!\\d{3})|[;|·•+&/]|\\band\\b|(?<=\\d\\D*[a-z])\\s*(?=\\d)',
  closedTab: '[role=tab][aria-selected=false],[role=tablist] [aria-selected=false]',
  turns:
    '^(goto)?(next|prev|previous|last|lastpage|first|firstpage|older|newer)(page)?$|^(load|show|view|see|fetch|get|display)\\d*(more|all|rest|next|older|remaining)|^(more|remaining)(members|users|people|rows|results|entries|invitations)',
  clears: '^(clear|reset)(all)?(search|filters?)?$|^activefilters?$',
  elsewhere:
    'nav,aside,footer,[role=navigation],[role=complementary],header:not(main header,article header),form,option,label,button,[role=listbox],[role=menu],[role=alert],[role=status],[aria-live],[class*=toast i]',
  typed:
    'textarea,input:not([type=checkbox],[type=radio],[type=hidden],[role],[readonly],[aria-hidden],[aria-haspopup])',
  notices: {
    message: '[role=alert],[role=status],.ant-message-notice,.ant-notification-notice,[data-sonner-toast]',
    maybe:
      '[aria-live]:not([aria-live=off],[role=dialog]),.alert,.notification,[class*=toast i],[class*=snack i],:is(form,[role=dialog]) :is([class*=error i],[id*=error i],.invalid-feedback):not(button),[class*=InlineError],[class*=field-error i],[class*=fieldError]',
  },
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
  'too many',
];

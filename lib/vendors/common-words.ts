import type { ListSigns, PagesPack, RosterWords } from './vendor';

/** What lists of members call an invitation and a member: no vendor documents its words, so all the usual ones count. */
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
  ],
  active: ['Active', 'Accepted', 'Joined', 'Confirmed'],
  expired: ['Expired', 'Invitation expired', 'Invite expired', 'Invitation has expired', 'Invite has expired'],
};

/** What the button is called that begins an invitation, beside the vendor's own words. Which page it is the title says. */
export const invitesPeople = ['member', 'team member', 'teammate', 'user', 'people', 'person', 'colleague'].flatMap(
  (who) =>
    ['Invite', 'Invite new', 'Add', 'Add new'].flatMap((verb) => [
      `${verb} ${who}`,
      `${verb} ${who}s`,
      `${verb} a ${who}`,
    ]),
);

/** What the button is called that sends it. */
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

const number = '(\\d[\\d.,\\s]*)';
const nouns = '(?:members?|users?|people|teammates?|results?|rows?|items?|entries|invit\\w+|total)';

/** What is said around any list. */
export const signs: ListSigns = {
  claims: `\\d\\s*(?:[-–—]|to)\\s*\\d+\\s*of\\s*${number}|${number}\\s(?:\\w+ )?${nouns}\\b|\\b${nouns}\\s*[:(]?\\s*${number}\\)?$`,
  otherwise: 'limit|seat|plan|licen|up to|used|free|left|remain|\\badd|select|upgrade|page \\d',
  turns: '^(goto)?(next|prev|previous|lastpage|firstpage)(page)?$|^(load|show|view|see)(more|all)',
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

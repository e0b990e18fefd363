import type { PagesPack, RosterWords } from './vendor';

/** What lists of members call an invitation and a member: no vendor documents its words, so all the usual ones count. */
export const statuses: Pick<RosterWords, 'pending' | 'active' | 'expired'> = {
  pending: ['Pending', 'Invited', 'Invitation sent', 'Invite sent', 'Invitation pending', 'Invite pending'],
  active: ['Active', 'Accepted', 'Joined'],
  expired: ['Expired', 'Invitation expired', 'Invite expired'],
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

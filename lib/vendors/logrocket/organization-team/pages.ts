import { invitesPeople, refusals, sendsInvite, signs, statuses } from '../../common-words';
import { invitePage } from '../../invite-page';
import type { PagesPack } from '../../vendor';

const procedure = {
  ref: 'https://opsblu.com/documentation/analytics-platforms/logrocket/user-management/add-user-access',
  checkedOn: '2026-11-21',
  kind: 'how-to',
} as const;

const inviteButton = ['Invite Team Member', ...invitesPeople];

/** Settings → Organization → Team, as a third party's procedure describes it; the vendor documents another page. */
export const pages: PagesPack = {
  pages: [
    {
      id: 'team',
      name: 'Settings › Organization › Team',
      every: [
        [{ role: 'title', words: ['Team', 'Organization Team', 'Team Members'] }],
        [{ role: 'button', words: inviteButton }],
      ],
      // The vendor documents a page that may say the same; the columns tell which it is.
      none: [{ role: 'columnheader', words: ['Team Roles', 'Team Role'] }],
      also: [
        { role: 'title', words: ['Organization'] },
        { role: 'columnheader', words: ['Email'] },
        { role: 'columnheader', words: ['Apps'] },
        { role: 'columnheader', words: ['Role', 'Organization Role'] },
      ],
      landmarks: {
        'invite-button': { find: 'control', role: 'button', words: inviteButton },
        'email-field': { find: 'form', part: 'email' },
        'role-field': { find: 'form', part: 'role' },
        'send-button': { find: 'form', part: 'submit' },
        'member-list': { find: 'roster' },
        'member-row': { find: 'row' },
        'member-apps': { find: 'row', column: 'access' },
        'add-to-app': { find: 'control', role: 'button', words: ['Add to App'], shows: 'opened' },
        'save-app': { find: 'control', role: 'button', words: ['Save', 'Save changes'], shows: 'opened' },
        'api-keys-link': { find: 'control', role: 'link', words: ['API Keys'] },
      },
      source: procedure,
    },
    invitePage(
      'Settings › Organization › Team',
      [
        { role: 'link', words: ['Team', 'Organization Team'] },
        { role: 'link', words: ['Organization'] },
      ],
      procedure,
    ),
    {
      id: 'api-keys',
      name: 'Settings › API Keys',
      every: [
        [{ role: 'title', words: ['API Keys'] }],
        [{ role: 'button', words: ['Create API Key', 'Create API key', 'New API Key'] }],
      ],
      landmarks: {
        'create-key': { find: 'control', role: 'button', words: ['Create API Key', 'New API Key'] },
        'team-link': { find: 'control', role: 'link', words: ['Team'] },
      },
      source: procedure,
    },
  ],
  roster: {
    columns: {
      name: ['Name', 'Member', 'User', 'Team member'],
      email: ['Email', 'Email address', 'E-mail', 'Invitee'],
      role: ['Role', 'Organization Role', 'Org role'],
      status: ['Status', 'State'],
      access: ['Apps', 'App access'],
    },
    roles: ['Owner', 'Admin', 'Member'],
    ...statuses,
    signs,
  },
  form: {
    email: ['Email', 'Email address', 'E-mail', 'Work email'],
    role: ['Organization Role', 'Role', 'Org role'],
    submit: ['Send Invitation', ...sendsInvite],
  },
  refusals,
};

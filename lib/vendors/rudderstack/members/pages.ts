import { invitesPeople, refusals, sendsInvite, signs, statuses } from '../../common-words';
import { invitePage } from '../../invite-page';
import type { PagesPack } from '../../vendor';

const procedure = {
  ref: 'https://rudderstack.com/docs/dashboard-guides/members',
  checkedOn: '2026-11-21',
  kind: 'vendor',
} as const;

/** Finds where the tokens stand: “scroll down to Personal access tokens under the Account tab”. */
const tokens = {
  ref: 'https://github.com/rudderlabs/rudderstack-docs/blob/0d3db12879c2b4caba7f6841b29f5ff5d179e8f5/docs/dashboard-guides/personal-access-token.mdx',
  checkedOn: '2026-11-21',
  kind: 'vendor',
} as const;

const inviteButton = ['Invite member', ...invitesPeople];

/** Settings › Members (January 2023). Labels: the vendor's page and its screenshot `permissions-management-1.png`. */
export const pages: PagesPack = {
  pages: [
    {
      id: 'members',
      name: 'Settings › Members',
      every: [[{ role: 'title', words: ['Members', 'People'] }], [{ role: 'button', words: inviteButton }]],
      none: [{ role: 'title', words: ['Access Management', 'Organization', 'Teammates', 'Group Members'] }],
      also: [
        { role: 'columnheader', words: ['Email'] },
        { role: 'columnheader', words: ['Role'] },
        { role: 'columnheader', words: ['Status'] },
        { role: 'tab', words: ['Data Management'] },
      ],
      landmarks: {
        'invite-button': { find: 'control', role: 'button', words: inviteButton },
        'email-field': { find: 'form', part: 'email' },
        'role-field': { find: 'form', part: 'role' },
        'send-button': { find: 'form', part: 'submit' },
        'member-list': { find: 'roster' },
        'member-row': { find: 'row' },
        'member-role': { find: 'row', column: 'role' },
      },
      source: procedure,
    },
    invitePage(
      'Settings › Members',
      [
        { role: 'link', words: ['Members', 'People'] },
        { role: 'link', words: ['Data Management'] },
      ],
      procedure,
    ),
    {
      id: 'tokens',
      name: 'Settings › Account › Personal access tokens',
      every: [
        [{ role: 'title', words: ['Account'] }],
        [{ role: 'heading', words: ['Personal access tokens'] }],
        [{ role: 'button', words: ['Generate new token'] }],
        [{ role: 'tab', words: ['Members'] }],
      ],
      none: [{ role: 'title', words: ['Members', 'Access Management', 'Organization', 'Teammates'] }],
      also: [{ role: 'columnheader', words: ['Token name'] }],
      landmarks: {
        'generate-token': { find: 'control', role: 'button', words: ['Generate new token'] },
        'members-tab': { find: 'control', role: 'tab', words: ['Members'] },
      },
      source: tokens,
    },
  ],
  roster: {
    columns: {
      name: ['Name'],
      email: ['Email', 'Email address', 'E-mail', 'Invitee'],
      role: ['Role', 'Access', 'Permission'],
      status: ['Status'],
    },
    roles: ['Read-Only', 'Read-Write', 'Admin'],
    ...statuses,
    signs,
  },
  form: {
    email: ['Email', 'Email address', 'E-mail', 'Member email'],
    role: ['Role', 'Access', 'Permission', 'Select a role', 'Select role'],
    submit: sendsInvite,
  },
  refusals,
};

import { invitesPeople, refusals, sendsInvite, signs, statuses } from '../../common-words';
import { invitePage } from '../../invite-page';
import type { PagesPack } from '../../vendor';

const guide = {
  ref: 'https://github.com/rudderlabs/rudderstack-docs/blob/108349ae93a0ecc37acb0deead528f9fe6af6541/docs/dashboard-guides/teammates.mdx',
  checkedOn: '2026-11-21',
  kind: 'vendor',
} as const;

const inviteButton = ['Invite Teammate', ...invitesPeople];

/**
 * Settings › Teammates (2022). Labels: the vendor's page and its screenshots `invite-teammates.png` and
 * `teammate-details.png`.
 */
export const pages: PagesPack = {
  pages: [
    {
      id: 'teammates',
      name: 'Settings › Teammates',
      every: [[{ role: 'title', words: ['Teammates'] }], [{ role: 'button', words: inviteButton }]],
      also: [
        { role: 'columnheader', words: ['Email'] },
        { role: 'columnheader', words: ['Access'] },
        { role: 'columnheader', words: ['Invited at'] },
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
      source: guide,
    },
    invitePage(
      'Settings › Teammates',
      [
        { role: 'link', words: ['Teammates'] },
        { role: 'title', words: ['Invite Teammate', 'Invite Teammates'] },
      ],
      guide,
    ),
    {
      id: 'tokens',
      name: 'Settings › Personal access tokens',
      every: [
        [{ role: 'title', words: ['Personal access tokens'] }],
        [{ role: 'button', words: ['Generate new token'] }],
        [{ role: 'link', words: ['Teammates'] }],
      ],
      landmarks: {
        'generate-token': { find: 'control', role: 'button', words: ['Generate new token'] },
        'teammates-link': { find: 'control', role: 'link', words: ['Teammates'] },
      },
      source: guide,
    },
  ],
  roster: {
    columns: {
      name: ['Name'],
      email: ['Email', 'Email address', 'Invitee'],
      role: ['Access', 'Role', 'Permission'],
      // The screenshot of 2022 shows “-” there for somebody who had accepted.
      status: ['Status', 'Invited at'],
    },
    datedWhilePending: true,
    roles: ['Read-Only', 'Read-Write', 'Admin'],
    ...statuses,
    signs,
  },
  form: {
    email: ['Email', 'Email address'],
    role: ['Role', 'Access', 'Permission', 'Permissions'],
    submit: sendsInvite,
  },
  refusals,
};

import { invitesPeople, refusals, sendsInvite, signs, statuses } from '../../common-words';
import { invitePage } from '../../invite-page';
import type { PagesPack } from '../../vendor';

const guide = {
  ref: 'https://www.rudderstack.com/docs/archive/dashboard-guides/user-management/',
  checkedOn: '2026-11-21',
  kind: 'vendor',
} as const;
const tokens = {
  ref: 'https://www.rudderstack.com/docs/archive/dashboard-guides/service-access-tokens',
  checkedOn: '2026-11-21',
  kind: 'vendor',
} as const;

const inviteButton = ['Invite member', ...invitesPeople];
const here = [
  { role: 'title', words: ['Organization', 'Organization settings'] },
  { role: 'link', words: ['Organization'] },
] as const;
const elsewhere = [{ role: 'title', words: ['Access Management', 'Group Members', 'Teammates'] }] as const;

/** Settings › Organization (permissions management, RBAC). Labels: the vendor's archived pages. */
export const pages: PagesPack = {
  pages: [
    {
      id: 'members',
      name: 'Settings › Organization › Members',
      every: [[{ role: 'title', words: ['Members', 'People'] }], [{ role: 'button', words: inviteButton }], here],
      none: elsewhere,
      also: [
        { role: 'columnheader', words: ['Email', 'Email address'] },
        { role: 'columnheader', words: ['Role', 'Organization Role'] },
        { role: 'columnheader', words: ['Access policy', 'Workspaces'] },
        { role: 'columnheader', words: ['Status'] },
        { role: 'tab', words: ['Service Access Tokens'] },
      ],
      landmarks: {
        'invite-button': { find: 'control', role: 'button', words: inviteButton },
        'email-field': { find: 'form', part: 'email' },
        'role-field': { find: 'form', part: 'role' },
        'send-button': { find: 'form', part: 'submit' },
        'member-list': { find: 'roster' },
        'member-row': { find: 'row' },
        'member-role': { find: 'row', column: 'role' },
        'member-workspaces': { find: 'row', column: 'access' },
        'add-workspaces': {
          find: 'control',
          role: 'button',
          words: ['Add workspaces', 'Add workspace(s)'],
          shows: 'sometimes',
        },
        'save-policy': { find: 'control', role: 'button', words: ['Save'], shows: 'sometimes' },
        'tokens-tab': { find: 'control', role: 'tab', words: ['Service Access Tokens'] },
      },
      source: guide,
    },
    invitePage(
      'Settings › Organization › Members',
      [
        { role: 'link', words: ['Organization'] },
        { role: 'link', words: ['Members', 'People'] },
        { role: 'tab', words: ['Service Access Tokens'] },
      ],
      guide,
    ),
    {
      id: 'tokens',
      name: 'Settings › Organization › Service Access Tokens',
      every: [
        [{ role: 'title', words: ['Service Access Tokens'] }],
        [{ role: 'button', words: ['Generate new token'] }],
        [
          { role: 'tab', words: ['Members', 'People'] },
          { role: 'title', words: ['Organization', 'Organization settings'] },
        ],
      ],
      none: elsewhere,
      landmarks: {
        'generate-token': { find: 'control', role: 'button', words: ['Generate new token'] },
        'workspace-tokens': { find: 'control', role: 'tab', words: ['Workspace'] },
        'members-tab': { find: 'control', role: 'tab', words: ['Members'] },
      },
      source: tokens,
    },
  ],
  roster: {
    columns: {
      name: ['Name', 'Member', 'User'],
      email: ['Email', 'Email address', 'Invitee'],
      role: ['Organization Role', 'Role', 'Org role'],
      status: ['Status'],
      access: ['Access policy', 'Workspaces', 'Workspace'],
    },
    roles: ['Admin', 'Member', 'Org Admin', 'Org Member', 'Owner', 'Org Owner'],
    ...statuses,
    signs,
  },
  form: {
    email: ['Email address', 'Email'],
    role: ['Organization Role', 'Role'],
    submit: ['Send invite(s)', 'Send invite', 'Send invites', 'Next', ...sendsInvite],
  },
  refusals: [...refusals, 'incorrect', 'wrong password'],
};

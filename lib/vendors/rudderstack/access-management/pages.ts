import { invitesPeople, refusals, signs, statuses } from '../../common-words';
import { invitePage } from '../../invite-page';
import type { PagesPack, Query } from '../../vendor';

const docs = (page: string) =>
  ({
    ref: `https://www.rudderstack.com/docs/access-management/${page}/`,
    checkedOn: '2026-11-21',
    kind: 'vendor',
  }) as const;

const inviteButton = ['Invite users', ...invitesPeople];
// A member's and a group's details may stand under the tab of the list that they were opened from.
const memberPage = ['Individual Permissions', 'Member Workspace Policies'];
const groupPage = ['Group Members'];
const here: readonly Query[] = [
  { role: 'title', words: ['Access Management'] },
  { role: 'tab', words: ['Service Access Tokens', 'Baseline Workspace Policies', 'Base Workspace Policies'] },
];
const tabs = {
  'invitations-tab': { find: 'control', role: 'tab', words: ['Invitations'] },
  'users-tab': { find: 'control', role: 'tab', words: ['Users'] },
  'tokens-tab': { find: 'control', role: 'tab', words: ['Service Access Tokens'] },
  'baseline-tab': {
    find: 'control',
    role: 'tab',
    words: ['Baseline Workspace Policies', 'Base Workspace Policies', 'Baseline Workspace Policy'],
  },
} as const;
const list = { 'member-list': { find: 'roster' }, 'member-row': { find: 'row' } } as const;

/**
 * Settings › Access Management (policies, PBAC; since 2026). Labels: the vendor's pages; column headings are not
 * documented.
 */
export const pages: PagesPack = {
  pages: [
    {
      id: 'invitations',
      name: 'Settings › Access Management › Invitations',
      lists: 'pending',
      every: [[{ role: 'title', words: ['Invitations'] }], [{ role: 'button', words: inviteButton }], here],
      also: [
        { role: 'tab', words: ['Users'] },
        { role: 'tab', words: ['Groups'] },
      ],
      landmarks: {
        'invite-button': { find: 'control', role: 'button', words: inviteButton },
        'email-field': { find: 'form', part: 'email' },
        'add-email': { find: 'control', role: 'button', words: ['Add'], shows: 'sometimes' },
        'role-field': { find: 'form', part: 'role' },
        'next-button': { find: 'control', role: 'button', words: ['Next'], shows: 'sometimes' },
        // The last step of the wizard shows no address field any more, so the button is found by its word alone.
        'send-button': { find: 'control', role: 'button', words: ['Invite'], shows: 'sometimes' },
        // Nothing documents what stands there while no invitation is open.
        'member-list': { find: 'roster', shows: 'sometimes' },
        'member-row': { find: 'row' },
        ...tabs,
      },
      source: docs('member-management'),
    },
    invitePage(
      'Settings › Access Management',
      [
        { role: 'link', words: ['Access Management'] },
        { role: 'link', words: ['Invitations'] },
        { role: 'tab', words: ['Groups'] },
        { role: 'tab', words: ['Users'] },
        { role: 'title', words: ['Invite users'] },
      ],
      docs('member-management'),
    ),
    {
      id: 'users',
      name: 'Settings › Access Management › Users',
      lists: 'active',
      every: [[{ role: 'title', words: ['Users'] }], [{ role: 'tab', words: ['Invitations'] }], here],
      none: [{ role: 'title', words: memberPage }],
      also: [{ role: 'tab', words: ['Groups'] }],
      landmarks: { ...list, 'member-role': { find: 'row', column: 'role' }, ...tabs },
      source: docs('members'),
    },
    {
      id: 'member',
      name: 'Settings › Access Management › Users › member',
      every: [[{ role: 'title', words: memberPage }], [{ role: 'button', words: ['Add workspace policy', 'Save'] }]],
      landmarks: {
        'add-policy': { find: 'control', role: 'button', words: ['Add workspace policy'] },
        'save-policy': { find: 'control', role: 'button', words: ['Save'] },
      },
      source: docs('members'),
    },
    {
      id: 'groups',
      name: 'Settings › Access Management › Groups',
      every: [[{ role: 'title', words: ['Groups'] }], [{ role: 'tab', words: ['Invitations'] }], here],
      none: [{ role: 'title', words: groupPage }],
      also: [{ role: 'button', words: ['Create group'] }],
      landmarks: tabs,
      source: docs('groups'),
    },
    {
      id: 'group',
      name: 'Settings › Access Management › Groups › members',
      every: [[{ role: 'title', words: groupPage }], [{ role: 'button', words: ['Add group members'] }]],
      landmarks: list,
      source: docs('groups'),
    },
    {
      id: 'tokens',
      name: 'Settings › Access Management › Service Access Tokens',
      every: [
        [{ role: 'title', words: ['Service Access Tokens'] }],
        [{ role: 'button', words: ['Generate new token'] }],
        [
          { role: 'title', words: ['Access Management'] },
          { role: 'tab', words: ['Invitations'] },
        ],
      ],
      landmarks: {
        'generate-token': { find: 'control', role: 'button', words: ['Generate new token'] },
        'workspace-tokens': { find: 'control', role: 'tab', words: ['Workspace'] },
        ...tabs,
      },
      source: docs('service-access-tokens'),
    },
  ],
  roster: {
    columns: {
      name: ['Name', 'User', 'Member'],
      email: ['Email', 'Email address', 'User email', 'Invitee'],
      role: ['Role', 'Organization Role', 'Member role'],
      status: ['Status', 'Invitation status'],
      access: ['Workspaces', 'Groups'],
    },
    roles: ['Admin', 'Member'],
    ...statuses,
    signs,
  },
  form: {
    email: ['Email', 'Email address', 'Email addresses', 'Emails', 'Add emails'],
    role: ['Role', 'Member role', 'Organization Role', 'Select role', 'Select member role'],
    submit: ['Invite', 'Next'],
  },
  refusals: [...refusals, 'at least one'],
};

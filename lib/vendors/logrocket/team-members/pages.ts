import { invitesPeople, refusals, sendsInvite, signs, statuses } from '../../common-words';
import { invitePage } from '../../invite-page';
import type { PagesPack } from '../../vendor';

const docs = (page: string) =>
  ({ ref: `https://docs.logrocket.com/docs/${page}`, checkedOn: '2026-11-21', kind: 'vendor' }) as const;

const inviteSection = ['Invite Team Members', 'Invite Team Member'];
const inviteButton = [...inviteSection, ...invitesPeople];

/**
 * Settings › Team Members, as LogRocket documents it. Column headings and the words of invitations are not documented.
 */
export const pages: PagesPack = {
  pages: [
    {
      id: 'team-members',
      name: 'Settings › Team Members',
      every: [
        [{ role: 'title', words: ['Team Members'] }],
        [
          { role: 'heading', words: inviteSection },
          { role: 'button', words: inviteButton },
          { role: 'text', words: inviteSection },
        ],
      ],
      none: [
        { role: 'title', words: ['Organization'] },
        { role: 'columnheader', words: ['Apps', 'App access'] },
      ],
      also: [
        { role: 'link', words: ['Team Roles'] },
        { role: 'link', words: ['Audit Log'] },
        { role: 'columnheader', words: ['Email'] },
        { role: 'columnheader', words: ['Role', 'Roles', 'Team Roles'] },
      ],
      landmarks: {
        // The vendor documents a section of this name; whether a button opens it is not said.
        'invite-button': { find: 'control', role: 'button', words: inviteButton, shows: 'sometimes' },
        'email-field': { find: 'form', part: 'email' },
        'role-field': { find: 'form', part: 'role' },
        'send-button': { find: 'form', part: 'submit' },
        'member-list': { find: 'roster' },
        'member-row': { find: 'row' },
        'member-role': { find: 'row', column: 'role' },
        'team-roles-link': { find: 'control', role: 'link', words: ['Team Roles'] },
        'api-keys-link': { find: 'control', role: 'link', words: ['API Keys'] },
      },
      source: docs('user-management'),
    },
    invitePage(
      'Settings › Team Members',
      [
        { role: 'link', words: ['Team Members'] },
        { role: 'link', words: ['Team Roles'] },
      ],
      docs('user-management'),
    ),
    {
      id: 'team-roles',
      name: 'Settings › Team Roles',
      every: [[{ role: 'title', words: ['Team Roles'] }], [{ role: 'button', words: ['Add Role'] }]],
      landmarks: {
        'add-role': { find: 'control', role: 'button', words: ['Add Role'] },
        'team-members-link': { find: 'control', role: 'link', words: ['Team Members'] },
      },
      source: docs('role-based-access'),
    },
    {
      id: 'api-keys',
      name: 'Settings › API Keys',
      every: [
        [{ role: 'title', words: ['API Keys'] }],
        [
          { role: 'link', words: ['Team Members'] },
          { role: 'link', words: ['Team Roles'] },
        ],
      ],
      also: [{ role: 'button', words: ['Create API Key', 'New API Key'] }],
      landmarks: {
        'create-key': { find: 'control', role: 'button', words: ['Create API Key', 'New API Key'] },
        'team-members-link': { find: 'control', role: 'link', words: ['Team Members'] },
      },
      source: docs('audit-log-api'),
    },
  ],
  roster: {
    columns: {
      name: ['Name', 'Member', 'User', 'Team member'],
      email: ['Email', 'Email address', 'Invitee'],
      role: ['Role', 'Roles', 'Team Roles', 'Team Role'],
      status: ['Status'],
    },
    roles: ['Admin', 'Developer', 'Guest'],
    // Several roles per person, custom ones among them, in the dropdown next to the name.
    rolesApart: '[,;|·•▾▼⌄:]',
    ...statuses,
    signs,
  },
  form: {
    email: ['Email', 'Email address', 'Work email'],
    role: ['Role', 'Roles'],
    submit: sendsInvite,
  },
  refusals: [...refusals, 'seat'],
};

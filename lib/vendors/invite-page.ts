import type { Source } from '@/lib/domain/values/source';
import { invitesPeople, sendsInvite } from './common-words';
import type { PageDefinition, Query } from './vendor';

const titles = [
  ...invitesPeople,
  'Invite',
  'Invite your team',
  'Invite collaborator',
  'Invite collaborators',
  'Invite to organization',
  'Invite to workspace',
  'Invite to team',
  'New invitation',
  'Create invitation',
  'Send invitation',
  'Send invitations',
];

const lists = ['Members', 'People', 'Team', 'Team Members', 'Teammates', 'Users', 'Invitations'];

/**
 * Defines the page of its own on which a generation may invite people: no vendor documents one, and consoles move their
 * dialogs to pages. `also`: what else of this generation shows there, since all of them may call it the same.
 */
export const invitePage = (name: string, also: readonly Query[], source: Source): PageDefinition => ({
  id: 'invite',
  name: `${name} › Invite`,
  every: [[{ role: 'title', words: titles }], [{ role: 'button', words: ['Send Invitation', ...sendsInvite] }]],
  // A list that is still loading, with its form beside it.
  none: [{ role: 'heading', words: lists }],
  also,
  landmarks: {
    'email-field': { find: 'form', part: 'email' },
    'role-field': { find: 'form', part: 'role' },
    'send-button': { find: 'form', part: 'submit' },
  },
  source,
});

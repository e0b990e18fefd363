import { commonSteps, commonTroubles } from '../../common-steps';
import type { ChecklistsPack } from '../../vendor';
import { addAccess, auditLogApi, removeAccess, roleBasedAccess, userManagement } from '../sources';

const common = commonSteps('how-to');

export const checklists: ChecklistsPack = {
  grant: {
    stages: [
      {
        id: 'prepare',
        title: 'Before you invite',
        steps: [
          {
            id: 'open-team-members',
            text: 'Go to Settings → “Team Members”.',
            why: 'Users are managed there.',
            landmark: 'member-list',
            proof: 'page',
            source: userManagement,
          },
          {
            id: 'check-rights',
            text: 'Check that you are “Admin”, or that your custom role includes “Invite Users” for the role to give.',
            why: 'Only Admins add and remove users, apart from custom roles that say so.',
            landmark: 'member-list',
            source: roleBasedAccess,
          },
          {
            id: 'identify-projects',
            text: 'Identify the projects that {email} should reach: {scope}.',
            why: 'The built-in roles reach all projects; only a custom role can be limited to some.',
            source: roleBasedAccess,
          },
          {
            id: 'settle-role',
            text: 'Confirm the role: {role} is the least of the built-in ones that does the job.',
            why: 'Developer is the default that is set when nobody chooses.',
            source: userManagement,
          },
          {
            id: 'custom-role',
            text: 'On the Professional plan, look in “Team Roles” for a custom role that gives less and is limited to {scope}; add one if needed.',
            why: 'A role’s permissions hold in all its projects: leave out “Request Bodies” unless the job takes it.',
            landmark: 'team-roles-link',
            source: roleBasedAccess,
          },
        ],
      },
      {
        id: 'identity-provider',
        title: 'Identity provider first',
        steps: [
          {
            id: 'sso-provision',
            text: 'Provision {email} in your identity provider.',
            why: 'Where Google sign-in is required, a password and an invitation lead nowhere.',
            when: { sso: true },
            copy: 'email',
            source: { ...userManagement, kind: 'derived' },
          },
          {
            id: 'sso-domain',
            text: 'Check that {email} can sign in with your provider at all.',
            why: 'Somebody from outside needs an account there first.',
            when: { sso: true, outside: false },
            source: { ...userManagement, kind: 'derived' },
          },
          common.ssoOutside,
          {
            id: 'sso-sign-in',
            text: 'Ask {email} to sign in through SSO.',
            why: 'Where SSO is enforced, the way in is the SSO login, not an invitation by e-mail.',
            when: { sso: true },
            copy: 'email',
            source: addAccess,
          },
        ],
      },
      {
        id: 'invite',
        title: 'Invite',
        steps: [
          {
            id: 'open-form',
            text: 'Go to the section “Invite Team Members”.',
            why: 'Invitations by e-mail start there.',
            landmark: 'invite-button',
            when: { sso: false },
            proof: 'invited',
            source: userManagement,
          },
          {
            id: 'enter-email',
            text: 'Enter {email} as the e-mail address.',
            why: 'Whoever reads that mailbox can accept: copy the address rather than typing it.',
            landmark: 'email-field',
            when: { sso: false },
            proof: 'invited',
            copy: 'email',
            source: userManagement,
          },
          {
            id: 'choose-role',
            text: 'Choose the role {role}.',
            why: 'The default may be more than this grant needs.',
            landmark: 'role-field',
            when: { sso: false },
            proof: 'role',
            source: userManagement,
          },
          {
            id: 'send-invitation',
            text: 'Send the invitation.',
            why: 'LogRocket invites by e-mail where people log in with user name and password.',
            landmark: 'send-button',
            when: { sso: false },
            proof: 'invited',
            reaches: 'invited',
            source: userManagement,
          },
          { ...common.documentRequest, when: { sso: false } },
        ],
      },
      {
        id: 'acceptance',
        title: 'Until they accept',
        steps: [
          common.sharePolicies,
          {
            id: 'decide-keys',
            text: 'Decide which API keys {email} will need, if any, and note them.',
            why: 'A key acts without a login: give one only for source maps, integrations or a program that the ticket names.',
            source: addAccess,
          },
          {
            id: 'watch-pending',
            text: 'Watch the invitation until {email} has accepted it.',
            why: 'An invitation left open is a door left open.',
            landmark: 'member-row',
            when: { sso: false },
            proof: 'accepted',
            reaches: 'accepted',
            source: addAccess,
          },
          {
            id: 'watch-first-sign-in',
            text: 'Check that the list shows {email} after the first login.',
            why: 'Only then is there somebody to give the role to.',
            landmark: 'member-row',
            when: { sso: true },
            proof: 'accepted',
            reaches: 'accepted',
            source: { ...userManagement, kind: 'derived' },
          },
          {
            id: 'set-roles',
            text: 'In the dropdown next to the name of {email}, leave only the role that was confirmed.',
            why: 'One person can hold several roles, and each adds what it gives.',
            landmark: 'member-role',
            source: { ...roleBasedAccess, kind: 'derived' },
          },
        ],
      },
      {
        id: 'api-key',
        title: 'API key',
        steps: [
          {
            id: 'open-keys',
            text: 'In the project that {ticket} names, go to Settings → “API Keys”.',
            why: 'A key belongs to one organization and one project.',
            landmark: 'api-keys-link',
            when: { apiKey: true },
            source: auditLogApi,
          },
          {
            id: 'create-key',
            text: 'Create a key and name it clearly, such as “Collaborator - Source Maps - Production”.',
            why: 'Who, what for and where: the name is all that tells keys apart later.',
            landmark: 'create-key',
            when: { apiKey: true },
            source: addAccess,
          },
          {
            id: 'key-permissions',
            text: 'If LogRocket offers permissions for the key, choose read-only, or read/write if it has to write.',
            why: 'Uploading source maps takes read/write; reading data does not.',
            when: { apiKey: true },
            source: addAccess,
          },
          {
            id: 'share-key',
            text: 'Copy the key and share it with {email} through a secure channel.',
            why: 'It belongs neither into the ticket nor into a mail; Grantbook does not take it either.',
            when: { apiKey: true },
            copy: 'email',
            source: addAccess,
          },
          {
            id: 'document-key',
            form: 'key',
            text: 'Note in {ticket}: key name, created by and for, purpose, expiration date, rotation schedule. Never the key itself.',
            why: 'Without an owner and a date nobody will dare to delete it.',
            when: { apiKey: true },
            copy: 'ticket',
            source: addAccess,
          },
        ],
      },
      {
        id: 'verify',
        title: 'Check and close',
        steps: [
          {
            id: 'verify-role',
            text: 'Check that the list shows {email} with the role {role} and no further one.',
            why: 'What counts is the role that they hold now, not the one that was asked for.',
            landmark: 'member-row',
            proof: 'role',
            source: roleBasedAccess,
          },
          common.setReminder,
          common.setReview,
          common.noteAccess,
          {
            id: 'confirm-access',
            text: 'Have {email} confirm that they can reach {scope}.',
            why: 'Only they can see what really opens for them; a built-in role opens the other projects too.',
            reaches: 'active',
            copy: 'email',
            source: addAccess,
          },
        ],
      },
    ],
    troubles: [
      {
        id: 'not-received',
        title: 'The invitation does not arrive',
        advice:
          'Have them check the spam folder and allow mail from @logrocket.com. Compare the address in the list with the ticket, then invite again.',
        source: addAccess,
      },
      {
        id: 'sso-enforced',
        title: 'Signing in fails because SSO is enforced',
        advice:
          'Where Google sign-in is required of everybody, they have to sign in with Google; an invitation with a password does not help.',
        source: userManagement,
      },
      {
        id: 'all-projects',
        title: 'They reach projects that the ticket does not name',
        advice:
          'The built-in roles reach all projects. On the Professional plan, add a custom role in “Team Roles” that is limited to the projects of the ticket and give that instead.',
        source: roleBasedAccess,
      },
      {
        id: 'seats',
        title: 'No seat is left',
        advice:
          'A user who is deleted frees the seat, and Guests use none. Delete a user who is no longer needed, or check whether Guest is enough.',
        source: userManagement,
      },
      commonTroubles('how-to').temporary,
    ],
  },
  removal: {
    stages: [
      {
        id: 'removal-prepare',
        title: 'Before you remove',
        steps: [
          common.removalApproved,
          {
            id: 'removal-record',
            text: 'Find {email} in Settings → “Team Members” and note the roles.',
            why: 'Afterwards the page no longer shows what they held.',
            landmark: 'member-row',
            source: removeAccess,
          },
          {
            id: 'removal-record-keys',
            text: 'In Settings → “API Keys” of each project, note every key that was made by {email} or for them.',
            why: 'A key that nobody listed is a key that nobody revokes.',
            landmark: 'api-keys-link',
            source: removeAccess,
          },
          common.removalHandover,
        ],
      },
      {
        id: 'removal-projects',
        title: 'Projects first',
        steps: [
          {
            id: 'removal-roles',
            text: 'In the dropdown next to the name of {email}, take away the custom roles that open a project.',
            why: 'Access goes from the inside out: it leaves a trail of what they could reach.',
            landmark: 'member-role',
            source: { ...removeAccess, kind: 'derived' },
          },
          {
            id: 'removal-custom-role',
            text: 'Delete a custom role that was made for {email} alone.',
            why: 'Otherwise somebody will give it to the next person because it is there.',
            landmark: 'team-roles-link',
            source: { ...roleBasedAccess, kind: 'derived' },
          },
        ],
      },
      {
        id: 'removal-keys',
        title: 'Then the keys',
        steps: [
          {
            id: 'removal-open-keys',
            text: 'Go to Settings → “API Keys”.',
            why: 'A key does not need its owner to log in.',
            landmark: 'api-keys-link',
            source: removeAccess,
          },
          {
            id: 'removal-each-key',
            text: 'Delete each key that was made by {email} or for them; rotate those that something still needs.',
            why: 'They may have kept a copy.',
            source: removeAccess,
          },
          {
            id: 'removal-keys-noted',
            text: 'Note in {ticket} which keys were deleted or rotated.',
            why: 'A rotated key has to be replaced wherever it is used.',
            copy: 'ticket',
            source: removeAccess,
          },
        ],
      },
      {
        id: 'removal-organization',
        title: 'Then the organization',
        steps: [
          {
            id: 'removal-identity',
            text: 'Take {email} off LogRocket in your identity provider.',
            why: 'Otherwise a sign-in through SSO could bring the account back.',
            when: { sso: true },
            source: { ...removeAccess, kind: 'derived' },
          },
          {
            id: 'removal-member',
            text: 'Click “Delete” at the right of {email}.',
            why: 'Only an Admin can do that; it frees the seat.',
            landmark: 'member-row',
            source: userManagement,
          },
          common.removalLogged,
          {
            id: 'removal-confirmed',
            text: 'Check that the list no longer shows {email}.',
            why: 'Removed is what the list says, not what was clicked.',
            landmark: 'member-list',
            reaches: 'removed',
            source: removeAccess,
          },
        ],
      },
    ],
    troubles: [],
  },
};

import type { ChecklistsPack } from '../../vendor';
import { membersGuide, oldTokenGuide, permissionsGuide, permissionsMatrix } from '../sources';
import { derived, personalToken, steps, troubles } from '../steps';

export const checklists: ChecklistsPack = {
  grant: {
    stages: [
      {
        id: 'prepare',
        title: 'Before you invite',
        steps: [
          {
            id: 'open-members',
            text: 'Go to Settings → “Members”.',
            why: 'Members of the workspace and open invitations are listed there.',
            landmark: 'member-list',
            proof: 'page',
            source: membersGuide,
          },
          {
            id: 'check-rights',
            text: 'Check that your own role is “Admin”.',
            why: 'Only an Admin can invite people to the workspace.',
            landmark: 'member-list',
            source: permissionsMatrix,
          },
          {
            id: 'check-workspace',
            text: 'Check that this is the workspace that {ticket} names: {scope}.',
            why: 'An invitation is for the workspace you are in, and for all of it.',
            copy: 'ticket',
            source: derived,
          },
          { ...steps.confirmRole, source: membersGuide },
          {
            id: 'check-limit',
            text: 'Check that the plan has room for one more member.',
            why: 'Free and Starter plans hold 10 members; Growth and Enterprise have no limit.',
            landmark: 'member-list',
            when: { memberLimit: true },
            source: membersGuide,
          },
        ],
      },
      {
        id: 'identity-provider',
        title: 'Identity provider first',
        steps: [steps.ssoDomain, steps.ssoOutside, steps.ssoProvision, steps.ssoSignIn],
      },
      {
        id: 'invite',
        title: 'Invite',
        steps: [
          {
            id: 'open-form',
            text: 'Click “Invite member”.',
            why: 'It opens the form for the e-mail address and the role.',
            landmark: 'invite-button',
            when: { sso: false },
            proof: 'invited',
            source: membersGuide,
          },
          { ...steps.enterEmail, source: membersGuide },
          { ...steps.chooseRole, source: membersGuide },
          {
            id: 'send-invitation',
            text: 'Click “Invite”.',
            why: 'RudderStack sends the invitation by e-mail; the list shows it until it is accepted.',
            landmark: 'send-button',
            when: { sso: false },
            proof: 'invited',
            reaches: 'invited',
            source: membersGuide,
          },
          steps.documentRequest,
        ],
      },
      {
        id: 'acceptance',
        title: 'Until they accept',
        steps: [
          steps.sharePolicies,
          steps.decideToken,
          {
            ...steps.watchPending,
            why: 'They are added to the workspace once they accept; an invitation left open is a door left open.',
            source: membersGuide,
          },
          steps.watchFirstSignIn,
          { ...steps.ssoRole, landmark: 'member-role' },
        ],
      },
      {
        id: 'token',
        title: 'API token',
        steps: personalToken('Settings → “Account” → “Personal access tokens”'),
      },
      {
        id: 'verify',
        title: 'Check and close',
        steps: [
          { ...steps.verifyRole, source: membersGuide },
          {
            id: 'limit-objects',
            text: 'If the ticket limits {email} to some objects or bars personal data, set that now: on the object, “Permissions” → “Only people you select”.',
            why: 'The role alone reaches every object of the workspace; an Admin can lock single ones, and limit who sees personal data.',
            source: permissionsGuide,
          },
          steps.setReminder,
          steps.setReview,
          steps.noteAccess,
          steps.confirmAccess,
        ],
      },
    ],
    troubles: troubles('If it is wrong, delete the invitation and invite again.'),
  },
  removal: {
    stages: [
      {
        id: 'removal-prepare',
        title: 'Before you remove',
        steps: [
          steps.removalApproved,
          {
            id: 'removal-record',
            text: 'Find {email} in Settings → “Members” and note the role and the status.',
            why: 'Afterwards the page no longer shows what they held.',
            landmark: 'member-row',
            source: derived,
          },
          steps.removalHandover,
        ],
      },
      {
        id: 'removal-objects',
        title: 'Objects and tokens first',
        steps: [
          {
            id: 'removal-objects-unlocked',
            text: 'Click “Remove” next to {email} under “Permissions” of every object that was opened to them by name.',
            why: 'Access goes from the inside out, so that nothing is forgotten when the member is gone.',
            source: permissionsGuide,
          },
          {
            id: 'removal-tokens',
            text: 'Have {email} delete their personal access tokens (“Delete”, then “Yes, delete”) and strike them from your records.',
            why: 'A token works without a sign-in.',
            source: oldTokenGuide,
          },
          {
            id: 'removal-secrets',
            text: 'Rotate the secrets that stand in transformation code.',
            why: 'Every member, Read-Only included, could read them.',
            source: membersGuide,
          },
        ],
      },
      {
        id: 'removal-workspace',
        title: 'Then the workspace',
        steps: [
          steps.removalIdentity,
          {
            id: 'removal-member',
            text: 'In the row of {email}, open the “…” menu and remove them from the workspace, or delete the invitation if it is still open.',
            why: 'Only an Admin can do that; Grantbook cannot.',
            landmark: 'member-row',
            source: permissionsMatrix,
          },
          steps.removalLogged,
          steps.removalConfirmed,
        ],
      },
    ],
    troubles: [],
  },
};

import type { ChecklistsPack } from '../../vendor';
import { permissionsMatrix, teammatesGuide } from '../sources';
import { derived, personalToken, steps, troubles } from '../steps';

export const checklists: ChecklistsPack = {
  grant: {
    stages: [
      {
        id: 'prepare',
        title: 'Before you invite',
        steps: [
          {
            id: 'open-teammates',
            text: 'Go to Settings → “Teammates”.',
            why: 'Everybody with access to the workspace is listed there.',
            landmark: 'member-list',
            proof: 'page',
            source: teammatesGuide,
          },
          {
            id: 'check-rights',
            text: 'Check that your own “Access” is “admin”.',
            why: 'Only an Admin can invite people.',
            landmark: 'member-list',
            source: teammatesGuide,
          },
          {
            id: 'check-workspace',
            text: 'Check that this is the workspace that {ticket} names: {scope}.',
            why: 'An invitation is for the workspace you are in, and for all of it.',
            copy: 'ticket',
            source: teammatesGuide,
          },
          { ...steps.confirmRole, source: teammatesGuide },
          {
            id: 'check-limit',
            text: 'Check that the plan has room for one more teammate.',
            why: 'Plans below Enterprise hold a few teammates only: 3 or 10 when this page was current.',
            landmark: 'member-list',
            when: { memberLimit: true },
            source: teammatesGuide,
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
            text: 'Click “Invite Teammate”.',
            why: 'It opens the form for the e-mail address and the role.',
            landmark: 'invite-button',
            when: { sso: false },
            proof: 'invited',
            source: teammatesGuide,
          },
          { ...steps.enterEmail, source: teammatesGuide },
          { ...steps.chooseRole, source: teammatesGuide },
          {
            id: 'send-invitation',
            text: 'Click “Invite”.',
            why: 'RudderStack sends the invitation by e-mail.',
            landmark: 'send-button',
            when: { sso: false },
            proof: 'invited',
            reaches: 'invited',
            source: teammatesGuide,
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
          steps.watchPending,
          steps.watchFirstSignIn,
          { ...steps.ssoRole, landmark: 'member-role' },
        ],
      },
      { id: 'token', title: 'API token', steps: personalToken('Settings → “Personal access tokens”') },
      {
        id: 'verify',
        title: 'Check and close',
        steps: [
          { ...steps.verifyRole, source: teammatesGuide },
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
            text: 'Find {email} in Settings → “Teammates” and note the access.',
            why: 'Afterwards the page no longer shows what they held.',
            landmark: 'member-row',
            source: derived,
          },
          steps.removalHandover,
        ],
      },
      {
        id: 'removal-tokens',
        title: 'Tokens first',
        steps: [
          {
            id: 'removal-tokens-deleted',
            text: 'Have {email} delete their personal access tokens (“Delete”, then “Yes, delete”) and strike them from your records.',
            why: 'A token works without a sign-in.',
            source: derived,
          },
          {
            id: 'removal-secrets',
            text: 'Rotate the secrets that stand in transformation code.',
            why: 'Every teammate, Read-Only included, could read them.',
            source: teammatesGuide,
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
            text: 'In the row of {email}, remove them from the workspace, or delete the invitation if it is still open.',
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

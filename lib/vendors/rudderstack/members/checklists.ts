import type { Source } from '@/lib/domain/source';
import { commonSteps, commonTroubles } from '../../common-steps';
import type { ChecklistsPack } from '../../vendor';
import { membersGuide, oldTokenGuide, permissionsGuide, permissionsMatrix, planLimits, ssoGuide } from '../sources';

const common = commonSteps('derived');
const derived: Source = { ...common.noteAccess.source };

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
          {
            id: 'settle-role',
            text: 'Settle the role: {role} is the least that does the job.',
            why: 'Each role includes everything that the lesser ones may do.',
            source: membersGuide,
          },
          {
            id: 'check-limit',
            text: 'Check that the plan has room for one more member.',
            why: 'Free and Starter plans hold 10 members; Growth and Enterprise have no limit.',
            landmark: 'member-list',
            source: membersGuide,
          },
        ],
      },
      {
        id: 'identity-provider',
        title: 'Identity provider first',
        steps: [
          {
            id: 'sso-domain',
            text: 'Check that the address {email} belongs to a domain of your SSO.',
            why: 'Somebody from outside needs an account in your identity provider first.',
            when: { sso: true },
            source: { ...ssoGuide, kind: 'derived' },
          },
          {
            id: 'sso-provision',
            text: 'Assign {email} to RudderStack in your identity provider.',
            why: 'With SSO on, the account is made when they first sign in through it.',
            when: { sso: true },
            copy: 'email',
            source: ssoGuide,
          },
          {
            id: 'sso-sign-in',
            text: 'Ask {email} to sign in at app.rudderstack.com/sso.',
            why: 'With SSO on, the usual sign-in page stops working for the users of the organization.',
            when: { sso: true },
            copy: 'email',
            source: ssoGuide,
          },
        ],
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
          {
            id: 'enter-email',
            text: 'Enter {email} under “Email”.',
            why: 'Whoever reads that mailbox can accept: copy the address rather than typing it.',
            landmark: 'email-field',
            when: { sso: false },
            proof: 'invited',
            copy: 'email',
            source: membersGuide,
          },
          {
            id: 'choose-role',
            text: 'Choose the role {role}.',
            why: 'What a role gives beyond the need is access that nobody approved.',
            landmark: 'role-field',
            when: { sso: false },
            proof: 'role',
            source: membersGuide,
          },
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
          { ...common.documentRequest, when: { sso: false } },
        ],
      },
      {
        id: 'acceptance',
        title: 'Until they accept',
        steps: [
          common.sharePolicies,
          {
            id: 'decide-token',
            text: 'Settle whether {email} needs an API token, and for what.',
            why: 'A token acts without a sign-in: give one only for a purpose that the ticket names.',
            source: derived,
          },
          {
            id: 'watch-pending',
            text: 'Watch the invitation until {email} has accepted it.',
            why: 'They join the workspace by accepting; an invitation left open is a door left open.',
            landmark: 'member-row',
            when: { sso: false },
            proof: 'accepted',
            reaches: 'accepted',
            source: membersGuide,
          },
          {
            id: 'watch-first-sign-in',
            text: 'Check that the list shows {email} after the first sign-in.',
            why: 'The first sign-in through SSO creates the member.',
            landmark: 'member-row',
            when: { sso: true },
            proof: 'accepted',
            reaches: 'accepted',
            source: ssoGuide,
          },
          {
            id: 'sso-role',
            text: 'After the first sign-in, give {email} the role {role} in the members list.',
            why: 'No invitation carries the role when the account comes from the identity provider.',
            landmark: 'member-role',
            when: { sso: true },
            proof: 'role',
            source: derived,
          },
        ],
      },
      {
        id: 'token',
        title: 'API token',
        steps: [
          {
            id: 'create-token',
            text: 'Ask {email} to go to Settings → “Account” → “Personal access tokens” and click “Generate new token”.',
            why: 'A personal token belongs to whoever creates it: yours would act in your name, with your rights.',
            when: { apiKey: true },
            copy: 'email',
            source: oldTokenGuide,
          },
          {
            id: 'name-token',
            text: 'Have them enter a “Token name” that says who, what for and where, such as “Collaborator - Data Catalog - Production”.',
            why: 'The name is all that tells the tokens in the list apart.',
            when: { apiKey: true },
            source: derived,
          },
          {
            id: 'token-role',
            text: 'Have them choose the least “Role” for the token: “Read-Only” unless it has to write.',
            why: 'A token can hold its owner’s rights or less, never more.',
            when: { apiKey: true },
            source: oldTokenGuide,
          },
          {
            id: 'store-token',
            text: 'Have them click “Generate” and copy the token straight into a secret store.',
            why: 'It is shown only once, and belongs neither into the ticket nor into a mail.',
            when: { apiKey: true },
            source: oldTokenGuide,
          },
          {
            id: 'document-token',
            text: 'Note in {ticket}: token name, created by and for, purpose, expiration, rotation. Never the token itself.',
            why: 'Without an owner and a date nobody will dare to delete it.',
            when: { apiKey: true },
            copy: 'ticket',
            source: derived,
          },
        ],
      },
      {
        id: 'verify',
        title: 'Check and close',
        steps: [
          {
            id: 'verify-role',
            text: 'Check that the list shows {email} with the role {role}.',
            why: 'What counts is the role that they hold now, not the one that was asked for.',
            landmark: 'member-row',
            proof: 'role',
            source: membersGuide,
          },
          {
            id: 'limit-objects',
            text: 'If the ticket limits {email} to some objects or bars personal data, set that now: on the object, “Permissions” → “Only people you select”.',
            why: 'The role alone reaches every object of the workspace; an Admin can lock single ones, and limit who sees personal data.',
            source: permissionsGuide,
          },
          common.setReminder,
          common.setReview,
          common.noteAccess,
          {
            id: 'confirm-access',
            text: 'Have {email} confirm that they reach what the ticket names, and nothing beyond it.',
            why: 'Only they can see what really opens for them.',
            reaches: 'active',
            copy: 'email',
            source: derived,
          },
        ],
      },
    ],
    troubles: [
      {
        id: 'not-received',
        title: 'The invitation does not arrive',
        advice:
          'Have them look in the spam folder and allow mail from RudderStack. Compare the address in the list with the ticket; if it is wrong, delete the invitation and invite again.',
        source: derived,
      },
      {
        id: 'sso-enforced',
        title: 'Signing in fails because SSO is enforced',
        advice:
          'Assign them to RudderStack in the identity provider first and have them sign in at app.rudderstack.com/sso, not through an invitation. There is no other sign-in page as long as SSO is on.',
        source: ssoGuide,
      },
      {
        id: 'member-limit',
        title: 'No more members can be invited',
        advice: 'Free and Starter plans hold 10 members. Remove one that is no longer needed, or change the plan.',
        source: planLimits,
      },
      commonTroubles('derived').temporary,
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
            text: 'Find {email} in Settings → “Members” and note the role and the status.',
            why: 'Afterwards the page no longer shows what they held.',
            landmark: 'member-row',
            source: derived,
          },
          common.removalHandover,
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
          {
            id: 'removal-identity',
            text: 'Take {email} off RudderStack in your identity provider.',
            why: 'Otherwise the next sign-in through SSO could create the account again.',
            when: { sso: true },
            source: { ...ssoGuide, kind: 'derived' },
          },
          {
            id: 'removal-member',
            text: 'In the row of {email}, open the “…” menu and remove them from the workspace, or delete the invitation if it is still open.',
            why: 'Only an Admin can do that; Grantbook cannot.',
            landmark: 'member-row',
            source: permissionsMatrix,
          },
          common.removalLogged,
          {
            id: 'removal-confirmed',
            text: 'Check that the list no longer shows {email}.',
            why: 'Removed is what the list says, not what was clicked.',
            landmark: 'member-list',
            reaches: 'removed',
            source: derived,
          },
        ],
      },
    ],
    troubles: [],
  },
};

import type { ChecklistsPack } from '../../vendor';
import { oldServiceTokens, organizationGuide, organizationPolicies, planLimits } from '../sources';
import { derived, serviceToken, steps, troubles } from '../steps';

export const checklists: ChecklistsPack = {
  grant: {
    stages: [
      {
        id: 'prepare',
        title: 'Before you invite',
        steps: [
          {
            id: 'open-members',
            text: 'Go to Settings → “Organization” → “Members”.',
            why: 'All members of the organization are listed there, with role and status.',
            landmark: 'member-list',
            proof: 'page',
            source: organizationGuide,
          },
          {
            id: 'check-rights',
            text: 'Check that you are Admin of the organization, and have your password at hand.',
            why: 'Only an Org Admin can invite, and RudderStack asks for the password before it sends.',
            landmark: 'member-list',
            source: organizationGuide,
          },
          {
            id: 'settle-role',
            text: 'Confirm the organization role: {role} is the least that does the job.',
            why: 'An Admin reaches all workspaces by default; a Member only what you open.',
            source: organizationGuide,
          },
          {
            id: 'settle-resource-roles',
            text: 'Confirm what {email} gets in each of {scope}: {scopeRole}.',
            why: 'Resource roles decide what a Member sees and changes inside a workspace.',
            when: { scopeRole: true },
            source: organizationGuide,
          },
          {
            id: 'check-limit',
            text: 'Check that the plan has room for one more member.',
            why: 'Free and Starter plans hold 10 members; Growth and Enterprise have no limit.',
            landmark: 'member-list',
            when: { memberLimit: true },
            source: planLimits,
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
            why: 'It opens the form for the e-mail address and the organization role.',
            landmark: 'invite-button',
            when: { sso: false },
            proof: 'invited',
            source: organizationGuide,
          },
          {
            ...steps.enterEmail,
            text: 'Enter {email} under “Email address”.',
            source: organizationGuide,
          },
          {
            ...steps.chooseRole,
            text: 'Choose the “Organization Role” {role}.',
            source: organizationGuide,
          },
          {
            id: 'send-invitation',
            text: 'Click “Send invite(s)” and confirm with your own password.',
            why: 'Without the password nothing is sent. Grantbook never reads it. The invitation is valid for 3 days.',
            landmark: 'send-button',
            when: { sso: false },
            proof: 'invited',
            reaches: 'invited',
            source: organizationGuide,
          },
          steps.documentRequest,
        ],
      },
      {
        id: 'workspaces',
        title: 'Open the workspaces',
        steps: [
          {
            id: 'add-workspaces',
            text: 'Next to {email}, click “Add workspaces”, select {scope} and click “Add workspace(s)”.',
            why: 'They join these workspaces by themselves once they accept; leave out every other one.',
            landmark: 'add-workspaces',
            when: { scopeRole: true },
            source: organizationGuide,
          },
          {
            id: 'open-policy',
            text: 'In the row of {email}, open the “…” menu and choose “Edit access policy”.',
            why: 'Resource roles are set per workspace.',
            landmark: 'member-row',
            when: { scopeRole: true },
            source: organizationPolicies,
          },
          {
            id: 'set-resource-roles',
            text: 'In each of {scope}, set {scopeRole}.',
            why: 'Whatever is not needed stays read-only.',
            when: { scopeRole: true },
            source: organizationGuide,
          },
          {
            id: 'save-policy',
            text: 'Click “Save” and confirm with your own password.',
            why: 'RudderStack asks for it at every change; what is not saved is not granted.',
            landmark: 'save-policy',
            when: { scopeRole: true },
            source: organizationPolicies,
          },
          {
            id: 'note-workspaces',
            text: 'Note in {ticket} the workspaces and roles that you gave.',
            why: 'RudderStack’s list shows the role in the organization; your record should say what lies under it.',
            when: { scopeRole: true },
            copy: 'ticket',
            source: derived,
          },
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
            why: 'They join by accepting; after 3 days the invitation has lapsed and a new one is needed.',
            source: organizationGuide,
          },
          steps.watchFirstSignIn,
          { ...steps.ssoRole, landmark: 'member-role' },
        ],
      },
      {
        id: 'token',
        title: 'Service token',
        steps: serviceToken('Settings → “Organization”', oldServiceTokens, {
          text: 'Give the token the least role that its purpose takes, in the workspace that {ticket} names.',
          why: 'A service token outlives the people who use it, and its rights with it.',
        }),
      },
      {
        id: 'verify',
        title: 'Check and close',
        steps: [
          { ...steps.verifyRole, source: organizationGuide },
          {
            id: 'verify-workspaces',
            text: 'Check in the row of {email} that {scope} are open to them, with {scopeRole}, and no other workspace.',
            why: 'One workspace too many is the mistake that nobody reports.',
            landmark: 'member-workspaces',
            when: { scopeRole: true },
            source: organizationGuide,
          },
          steps.setReminder,
          steps.setReview,
          steps.noteAccess,
          steps.confirmAccess,
        ],
      },
    ],
    troubles: [
      ...troubles('If it is wrong, or older than 3 days, withdraw it and invite again.'),
      {
        id: 'wrong-password',
        title: 'The invitation is not sent',
        advice: 'RudderStack asks for your own password before it sends. Enter it again; Grantbook never reads it.',
        source: organizationGuide,
      },
      {
        id: 'downgraded',
        title: 'A former Admin can only read',
        advice:
          'When an Admin becomes a Member, RudderStack resets everything to read-only. Set the role for each resource again and click “Save”.',
        source: organizationPolicies,
      },
    ],
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
            text: 'Find {email} in Settings → “Organization” → “Members” and note role, workspaces and access policy.',
            why: 'Afterwards the page no longer shows what they held.',
            landmark: 'member-row',
            source: derived,
          },
          steps.removalHandover,
        ],
      },
      {
        id: 'removal-workspaces',
        title: 'Workspaces and tokens first',
        steps: [
          {
            id: 'removal-each-workspace',
            text: 'For each workspace of {email}, choose “Remove from workspace”.',
            why: 'Access goes from the inside out, so that nothing is forgotten when the member is gone.',
            landmark: 'member-row',
            source: organizationGuide,
          },
          {
            id: 'removal-tokens',
            text: 'In “Service Access Tokens”, delete the tokens that were made for {email}; replace those that something still needs.',
            why: 'A service token is not tied to a person: it goes on working when they are gone.',
            landmark: 'tokens-tab',
            source: oldServiceTokens,
          },
        ],
      },
      {
        id: 'removal-organization',
        title: 'Then the organization',
        steps: [
          steps.removalIdentity,
          {
            id: 'removal-member',
            text: 'In the row of {email}, open the “…” menu, choose “Remove member” and confirm with your own password.',
            why: 'Only you can do that; Grantbook cannot.',
            landmark: 'member-row',
            source: organizationPolicies,
          },
          steps.removalLogged,
          steps.removalConfirmed,
        ],
      },
    ],
    troubles: [],
  },
};

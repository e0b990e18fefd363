import type { ChecklistsPack } from '../../vendor';
import {
  baselinePolicy,
  featurePermissions,
  groupsGuide,
  memberManagement,
  memberPolicies,
  planLimits,
  serviceTokens,
} from '../sources';
import { derived, serviceToken, steps, troubles } from '../steps';

export const checklists: ChecklistsPack = {
  grant: {
    stages: [
      {
        id: 'prepare',
        title: 'Before you invite',
        steps: [
          {
            id: 'open-invitations',
            text: 'Go to Settings → “Access Management” → “Invitations”.',
            why: 'Open invitations are listed there; members are under “Users”.',
            landmark: 'invitations-tab',
            proof: 'page',
            source: memberManagement,
          },
          {
            id: 'check-rights',
            text: 'Check that you are Admin of the organization.',
            why: 'Only an Admin can invite, and no policy can give that right to anybody else.',
            source: featurePermissions,
          },
          {
            id: 'check-limit',
            text: 'Check that the plan has room for one more member.',
            why: 'Free and Starter plans hold 10 members; Growth and Enterprise have no limit.',
            landmark: 'users-tab',
            when: { memberLimit: true },
            source: memberManagement,
          },
          {
            id: 'check-baseline',
            text: 'Look at the baseline policy of each of {scope}: “Baseline Workspace Policies”.',
            why: 'Every new member has it at once and nothing takes it away again; below Enterprise it includes all personal data.',
            landmark: 'baseline-tab',
            source: baselinePolicy,
          },
          {
            id: 'settle-role',
            text: 'Confirm the role in the organization: {role} is the least that does the job.',
            why: 'An Admin has everything; a Member has what the policies of each workspace give.',
            source: memberManagement,
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
            text: 'Click “Invite users”.',
            why: 'It opens the steps for address, role, groups and workspaces.',
            landmark: 'invite-button',
            when: { sso: false },
            proof: 'invited',
            source: memberManagement,
          },
          {
            ...steps.enterEmail,
            text: 'Enter {email} and click “Add”.',
            why: 'Several addresses would share one role: invite one person at a time, with the address copied from the ticket.',
            source: memberManagement,
          },
          {
            ...steps.chooseRole,
            text: 'Choose the role {role} and click “Next”.',
            source: memberManagement,
          },
          {
            id: 'choose-groups',
            text: 'Select a group only if its policies give no more than {ticket} asks for; most of the time, none.',
            why: 'A group carries a policy in each of its workspaces, and policies only ever add up.',
            landmark: 'next-button',
            when: { sso: false },
            source: groupsGuide,
          },
          {
            id: 'choose-workspaces',
            text: 'Select the workspaces {scope} and click “Next”.',
            why: 'An invitation must name at least one group or workspace; each one brings its baseline policy.',
            landmark: 'next-button',
            when: { sso: false },
            source: memberManagement,
          },
          {
            id: 'send-invitation',
            text: 'Check the confirmation window and click “Invite”.',
            why: 'It shows all that will be sent. The invitation is valid for 3 days.',
            landmark: 'send-button',
            when: { sso: false },
            proof: 'invited',
            reaches: 'invited',
            source: memberManagement,
          },
        ],
      },
      {
        id: 'acceptance',
        title: 'Until they accept',
        steps: [
          steps.documentRequest,
          steps.sharePolicies,
          steps.decideToken,
          {
            ...steps.watchPending,
            text: 'Watch “Invitations” until {email} has accepted and shows under “Users”.',
            why: 'After 3 days the invitation has lapsed: delete it and invite again.',
            source: memberManagement,
          },
          steps.watchFirstSignIn,
        ],
      },
      {
        id: 'policy',
        title: 'Set the policy',
        steps: [
          {
            id: 'open-member',
            text: 'Under “Users”, open the “…” menu in the row of {email} and choose “View member details”.',
            why: 'There stand the workspaces, the groups and the policies of this one person.',
            landmark: 'member-row',
            when: { scopeRole: true },
            source: memberManagement,
          },
          {
            id: 'add-workspaces',
            text: 'Under “Individual Permissions”, check that {scope} are there; if not, click “Add workspace policy”, select and “Add”.',
            why: 'A policy can be set only in a workspace that they belong to.',
            landmark: 'add-policy',
            when: { scopeRole: true },
            source: memberManagement,
          },
          {
            id: 'set-policy',
            text: 'In each of {scope}, set {scopeRole}, and nothing beyond it.',
            why: 'A green check mark is inherited from the baseline or a group and cannot be taken away here.',
            when: { scopeRole: true },
            source: memberPolicies,
          },
          {
            id: 'save-policy',
            text: 'Click “Save”.',
            why: 'What is not saved is not granted.',
            landmark: 'save-policy',
            when: { scopeRole: true },
            source: memberPolicies,
          },
          {
            id: 'note-policy',
            text: 'Note in {ticket} which permissions you set, and in which workspace.',
            why: 'A policy has no name of its own: the record has to spell it out.',
            when: { scopeRole: true },
            copy: 'ticket',
            source: derived,
          },
        ],
      },
      {
        id: 'token',
        title: 'Service token',
        steps: serviceToken('Settings → “Access Management”', serviceTokens, {
          text: 'Choose the workspace, click “Next” and set the least access policy that the purpose takes.',
          why: 'The policy cannot be changed after the token is made, and the token inherits the baseline too.',
        }),
      },
      {
        id: 'verify',
        title: 'Check and close',
        steps: [
          {
            ...steps.verifyRole,
            text: 'Check that “Users” shows {email} with the role {role}.',
            source: memberManagement,
          },
          {
            id: 'verify-policy',
            text: 'Check in the details of {email} what they have in {scope} in the end, and that no other workspace or group is there.',
            why: 'Baseline, groups and their own policy add up: only the sum tells what they can do.',
            landmark: 'member-row',
            when: { scopeRole: true },
            source: memberPolicies,
          },
          steps.setReminder,
          steps.setReview,
          steps.noteAccess,
          steps.confirmAccess,
        ],
      },
    ],
    troubles: [
      ...troubles('If it is wrong, or older than 3 days, choose “Delete invitation” in its “…” menu and invite again.'),
      {
        id: 'no-group-or-workspace',
        title: 'The invitation cannot be sent without a group or workspace',
        advice: 'Select at least one of the two: the workspace that the ticket names is enough.',
        source: memberManagement,
      },
      {
        id: 'no-token',
        title: 'No token can be generated',
        advice:
          'The Free plan has neither personal nor service access tokens; Starter, Growth and Enterprise have both.',
        source: planLimits,
      },
      {
        id: 'too-much',
        title: 'They can see more than the policy gives',
        advice:
          'Look at the baseline policy of the workspace and at their groups: policies only add up. Take them out of the group, or have the baseline narrowed (Enterprise only).',
        source: baselinePolicy,
      },
      {
        id: 'migration',
        title: 'New policies do not hold yet',
        advice:
          'While a “Migration Status” banner shows, the old permissions hold until somebody clicks “Deploy”. That cannot be undone and is for the whole organization: ask before you do it.',
        source: {
          ref: 'https://www.rudderstack.com/docs/access-management/migration-steps/',
          checkedOn: '2026-11-21',
          kind: 'vendor',
        },
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
            text: 'Under “Users”, open the details of {email} and note role, groups, workspaces and policies.',
            why: 'Afterwards the page no longer shows what they held.',
            landmark: 'member-row',
            source: memberManagement,
          },
          steps.removalHandover,
        ],
      },
      {
        id: 'removal-inside',
        title: 'Groups and tokens first',
        steps: [
          {
            id: 'removal-groups',
            text: 'In each group of {email}, under “Group Members”, choose “Remove member from group” in the “…” menu and “Remove”.',
            why: 'Access goes from the inside out, so that nothing is forgotten when the member is gone.',
            source: groupsGuide,
          },
          {
            id: 'removal-tokens',
            text: 'In “Service Access Tokens”, delete the tokens that were made for {email}; replace those that something still needs.',
            why: 'A service token is not tied to a person: it goes on working when they are gone.',
            landmark: 'tokens-tab',
            source: serviceTokens,
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
            text: 'Under “Users”, choose “Delete member” in the “…” menu of {email} and “Delete”; an open invitation: “Delete invitation”.',
            why: 'Only an Admin can do that; Grantbook cannot. To come back they need a new invitation.',
            landmark: 'member-row',
            source: memberManagement,
          },
          steps.removalLogged,
          {
            ...steps.removalConfirmed,
            text: 'Check that neither “Users” nor “Invitations” shows {email} any more.',
            landmark: 'users-tab',
          },
        ],
      },
    ],
    troubles: [],
  },
};

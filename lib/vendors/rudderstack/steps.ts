import type { Step, Trouble } from '@/lib/domain/grant/checklist';
import type { Source } from '@/lib/domain/values/source';
import { commonSteps, commonTroubles } from '../common-steps';
import { oldTokenGuide, planLimits, serviceTokens, ssoEntraGuide, ssoGuide } from './sources';

const common = commonSteps('derived');

/** Stands for what the two procedures imply for RudderStack without saying it. */
export const derived: Source = common.noteAccess.source;

/** Steps that are the same in every generation of RudderStack. */
export const steps = {
  ...common,
  confirmRole: {
    id: 'settle-role',
    text: 'Confirm the role: {role} is the least that does the job.',
    why: 'Each role includes everything that the lesser ones may do.',
    source: derived,
  },
  ssoDomain: {
    id: 'sso-domain',
    text: 'Check that the address {email} belongs to a domain of your SSO.',
    why: 'Somebody from outside needs an account in your identity provider first.',
    when: { sso: true, outside: false },
    source: { ...ssoGuide, kind: 'derived' },
  },
  ssoOutside: {
    ...common.ssoOutside,
    why: 'Only one domain can be named there, and with SSO on there is no other way in.',
    source: { ...ssoEntraGuide, kind: 'derived' },
  },
  ssoProvision: {
    id: 'sso-provision',
    text: 'Assign {email} to RudderStack in your identity provider.',
    why: 'With SSO on, the account is made when they first sign in through it.',
    when: { sso: true },
    copy: 'email',
    source: ssoGuide,
  },
  ssoSignIn: {
    id: 'sso-sign-in',
    text: 'Ask {email} to sign in at app.rudderstack.com/sso.',
    why: 'With SSO on, the usual sign-in page stops working for the users of the organization.',
    when: { sso: true },
    copy: 'email',
    source: ssoGuide,
  },
  enterEmail: {
    id: 'enter-email',
    text: 'Enter {email} under “Email”.',
    why: 'Whoever reads that mailbox can accept: copy the address rather than typing it.',
    landmark: 'email-field',
    when: { sso: false },
    proof: 'invited',
    copy: 'email',
    source: derived,
  },
  chooseRole: {
    id: 'choose-role',
    text: 'Choose the role {role}.',
    why: 'What a role gives beyond the need is access that nobody approved.',
    landmark: 'role-field',
    when: { sso: false },
    proof: 'role',
    source: derived,
  },
  documentRequest: { ...common.documentRequest, when: { sso: false } },
  decideToken: {
    id: 'decide-token',
    text: 'Decide whether {email} needs an API token, and for what.',
    why: 'A token acts without a sign-in: give one only for a purpose that the ticket names.',
    source: derived,
  },
  watchPending: {
    id: 'watch-pending',
    text: 'Watch the invitation until {email} has accepted it.',
    why: 'They join by accepting; an invitation left open is a door left open.',
    landmark: 'member-row',
    when: { sso: false },
    proof: 'accepted',
    reaches: 'accepted',
    source: derived,
  },
  watchFirstSignIn: {
    id: 'watch-first-sign-in',
    text: 'Check that the list shows {email} after the first sign-in.',
    why: 'The first sign-in through SSO creates the member.',
    landmark: 'member-row',
    when: { sso: true },
    proof: 'accepted',
    reaches: 'accepted',
    source: ssoGuide,
  },
  ssoRole: {
    id: 'sso-role',
    text: 'Give {email} the role {role} in the list, if it shows another.',
    why: 'No invitation carries the role when the account comes from the identity provider.',
    landmark: 'member-row',
    when: { sso: true },
    proof: 'role',
    source: derived,
  },
  verifyRole: {
    id: 'verify-role',
    text: 'Check that the list shows {email} with the role {role}.',
    why: 'What counts is the role that they hold now, not the one that was asked for.',
    landmark: 'member-row',
    proof: 'role',
    source: derived,
  },
  confirmAccess: {
    id: 'confirm-access',
    text: 'Have {email} confirm that they reach what the ticket names, and nothing beyond it.',
    why: 'Only they can see what really opens for them.',
    reaches: 'active',
    copy: 'email',
    source: derived,
  },
  removalIdentity: {
    id: 'removal-identity',
    text: 'Take {email} off RudderStack in your identity provider.',
    why: 'Otherwise the next sign-in through SSO could create the account again.',
    when: { sso: true },
    source: { ...ssoGuide, kind: 'derived' },
  },
  removalConfirmed: {
    id: 'removal-confirmed',
    text: 'Check that the list no longer shows {email}.',
    why: 'Removed is what the list says, not what was clicked.',
    landmark: 'member-list',
    reaches: 'removed',
    source: derived,
  },
} as const satisfies Record<string, Step>;

const documentToken = {
  id: 'document-token',
  form: 'key',
  text: 'Note in {ticket}: token name, created by and for, purpose, expiration, rotation. Never the token itself.',
  why: 'Without an owner and a date nobody will dare to delete it.',
  when: { apiKey: true },
  copy: 'ticket',
  source: derived,
} as const satisfies Step;

/**
 * Lists the steps for a personal access token, made by the collaborator; `where` is the way to it in this generation.
 */
export function personalToken(where: string, landmark?: string): readonly Step[] {
  return [
    {
      id: 'create-token',
      text: `Ask {email} to go to ${where} and click “Generate new token”.`,
      why: 'A personal token belongs to whoever creates it: yours would act in your name, with your rights.',
      ...(landmark === undefined ? {} : { landmark }),
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
    documentToken,
  ];
}

/** Lists the steps for a service access token of one workspace, made by an Admin. */
export function serviceToken(where: string, source: Source, limits: { text: string; why: string }): readonly Step[] {
  return [
    {
      id: 'open-tokens',
      text: `Go to ${where} → “Service Access Tokens” → “Workspace”.`,
      why: 'A workspace token reaches one workspace; an organization token has Admin rights and is for SCIM and audit logs only.',
      landmark: 'tokens-tab',
      when: { apiKey: true },
      source,
    },
    {
      id: 'create-token',
      text: 'Click “Generate new token” and name it clearly, such as “Collaborator - Data Catalog - Production”.',
      why: 'Who, what for and where: the name is all that tells the tokens in the list apart.',
      landmark: 'generate-token',
      when: { apiKey: true },
      source,
    },
    { id: 'token-policy', ...limits, when: { apiKey: true }, source },
    {
      id: 'share-token',
      text: 'Copy the token and share it with {email} through a secure channel.',
      why: 'It is shown only once, and belongs neither into the ticket nor into a mail; Grantbook does not take it either.',
      when: { apiKey: true },
      copy: 'email',
      source: serviceTokens,
    },
    documentToken,
  ];
}

/** Lists what goes wrong in any generation; `again` says how to send an invitation once more. */
export function troubles(again: string): readonly Trouble[] {
  return [
    {
      id: 'not-received',
      title: 'The invitation does not arrive',
      advice: `Have them look in the spam folder and allow mail from RudderStack. Compare the address in the list with the ticket. ${again}`,
      offered: 'lapsed',
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
  ];
}

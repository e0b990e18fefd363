import { type PracticeGeneration, teamUrl, vendorOf } from './practice.ts';
import type { GrantInput } from './vendors.ts';

/** An element by role and exact accessible name or, where a component library gives it none, by selector. */
export type Spot = { readonly role: string; readonly name: string } | { readonly css: string };

/** One thing that a person does on a page; data, so that every browser can do it. */
export type Act =
  | { readonly click: Spot }
  | { readonly type: string; readonly into: Spot }
  | { readonly press: 'Enter' | 'Escape' };

/** One practice console: what an admin grants there, and does on it until the acceptance shows. */
export interface Walk {
  readonly generation: PracticeGeneration;
  readonly teamUrl: string;
  readonly grant: GrantInput;
  /** The recommended role, in the words of the guide. */
  readonly role: string;
  /** Invites with that role. */
  readonly invite: readonly Act[];
  /** Goes where members are listed, after the acceptance; empty where invitations stand among them. */
  readonly members: readonly Act[];
}

const button = (name: string): Act => ({ click: { role: 'button', name } });
const fill = (name: string, type: string): Act => ({ type, into: { role: 'textbox', name } });
const option = (name: string): Act => ({ click: { role: 'option', name } });

/** Chooses in a select of antd, whose list stands at the end of the page and keeps its options' roles to itself. */
const antdChoice = (select: string, title: string): readonly Act[] => [
  { click: { css: select } },
  {
    click: {
      css: `.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option[title="${title}"]`,
    },
  },
];

interface Told {
  readonly role: string;
  readonly purpose: string;
  readonly scope: readonly string[];
  readonly invite: (email: string) => readonly Act[];
  readonly members?: readonly Act[];
}

const told: Readonly<Record<PracticeGeneration, Told>> = {
  teammates: {
    role: 'Read-Only',
    purpose: 'Look only',
    scope: ['Acme Production'],
    invite: (email) => [button('Invite Teammate'), fill('Email', email), button('Invite')],
  },
  members: {
    role: 'Read-Write',
    purpose: 'Sources and destinations',
    scope: ['Acme Production'],
    invite: (email) => [
      button('Invite member'),
      fill('Email', email),
      ...antdChoice('.ant-modal .ant-select', 'Read-Write'),
      button('Invite'),
    ],
  },
  organization: {
    role: 'Organization Member',
    purpose: 'Look only',
    scope: ['Production'],
    invite: (email) => [
      button('Invite member'),
      fill('Email address', email),
      { click: { role: 'combobox', name: 'Organization Role' } },
      option('member'),
      button('Send invite(s)'),
      { type: 'practice', into: { css: '[role="dialog"] input[type="password"]' } },
      { press: 'Enter' },
    ],
  },
  'access-management': {
    role: 'Member',
    purpose: 'Look only',
    scope: ['Production'],
    invite: (email) => [
      button('Invite users'),
      fill('Email addresses', email),
      button('Add'),
      button('Next'),
      ...antdChoice('.ant-select:has(#invite-workspaces)', 'Acme Production'),
      { press: 'Escape' },
      button('Next'),
      button('Invite'),
    ],
    members: [{ click: { role: 'tab', name: 'Users' } }],
  },
  'organization-team': {
    role: 'Member',
    purpose: 'Implementation or configuration',
    scope: ['Production', 'Staging'],
    invite: (email) => [button('Invite Team Member'), fill('Email address', email), button('Send Invitation')],
  },
  'team-members': {
    role: 'Developer',
    purpose: 'Support or analysis',
    scope: ['Production'],
    invite: (email) => [fill('Email', email), button('Invite')],
  },
};

const vendorName = { rudderstack: 'RudderStack', logrocket: 'LogRocket' } as const;

/** Every generation, the older vendor's first; no two share a ticket or a collaborator. */
export const walks: readonly Walk[] = (Object.keys(told) as PracticeGeneration[]).map((generation, index) => {
  const { role, purpose, scope, invite, members = [] } = told[generation];
  const grant: GrantInput = {
    ticket: `IAM-${1201 + index}`,
    vendor: vendorName[vendorOf(generation)],
    email: `sam.rivera.${generation}@partner.example`,
    purpose,
    scope,
    approvedBy: 'Priya Raman',
    reason: 'Looks after the checkout project',
  };
  return { generation, teamUrl: teamUrl(generation), grant, role, invite: invite(grant.email), members };
});

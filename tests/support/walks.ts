import { pageUrls, teamUrl, vendorOf } from '../../practice/serve.mjs';
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
  readonly generation: string;
  readonly teamUrl: string;
  readonly grant: GrantInput;
  /** The recommended role, in the words of the guide. */
  readonly role: string;
  /** Invites with that role. */
  readonly invite: readonly Act[];
  /** Goes where members are listed, after the acceptance; empty where invitations stand among them. */
  readonly members: readonly Act[];
  /** The address of that list. */
  readonly membersUrl: string;
  /** Turns the list to its next page; not there, or disabled, on the last one. */
  readonly nextPage: string;
  /** The role that they have, in the words of findings. */
  readonly listedRole: string;
  /** Another one, as another admin would choose it; findings call it `Admin` everywhere. */
  readonly otherRole: string;
  /** Whether roles in each app, or groups and policies, are given only after the acceptance. */
  readonly givenLater: boolean;
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

/** How the pager of a component library names its way on. */
const pagers = {
  antd: '.ant-pagination-next:not(.ant-pagination-disabled) button',
  mantine: '.mantine-Pagination-control:last-of-type:not(:disabled)',
  mui: 'button[aria-label="Go to next page"]:not(:disabled)',
  aria: 'button:text-is("Next"):not(:disabled)',
} as const;

interface Told {
  readonly pager: keyof typeof pagers;
  readonly role: string;
  readonly purpose: string;
  readonly scope: readonly string[];
  readonly invite: (email: string) => readonly Act[];
  readonly members?: readonly Act[];
  readonly membersPage?: string;
  readonly listedRole?: string;
  readonly otherRole?: string;
  readonly givenLater?: boolean;
}

const told: Readonly<Record<string, Told>> = {
  teammates: {
    pager: 'antd',
    role: 'Read-Only',
    purpose: 'Look only',
    scope: ['Acme Production'],
    invite: (email) => [button('Invite Teammate'), fill('Email', email), button('Invite')],
  },
  members: {
    pager: 'antd',
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
    pager: 'mantine',
    role: 'Organization Member',
    listedRole: 'Member',
    otherRole: 'admin',
    givenLater: true,
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
    pager: 'antd',
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
    membersPage: 'users',
    givenLater: true,
  },
  'organization-team': {
    pager: 'mui',
    role: 'Member',
    givenLater: true,
    purpose: 'Implementation or configuration',
    scope: ['Production', 'Staging'],
    invite: (email) => [button('Invite Team Member'), fill('Email address', email), button('Send Invitation')],
  },
  'team-members': {
    pager: 'aria',
    role: 'Developer',
    purpose: 'Support or analysis',
    scope: ['Production'],
    invite: (email) => [fill('Email', email), button('Invite')],
  },
};

const vendorName: Readonly<Record<string, string>> = { rudderstack: 'RudderStack', logrocket: 'LogRocket' };

/** Every generation, the older vendor's first; no two share a ticket or a collaborator. */
export const walks: readonly Walk[] = Object.entries(told).map(([generation, one], index) => {
  const { pager, role, purpose, scope, invite, members = [], membersPage, givenLater = false } = one;
  const grant: GrantInput = {
    ticket: `IAM-${1201 + index}`,
    vendor: vendorName[vendorOf(generation)] ?? '',
    email: `sam.rivera.${generation}@partner.example`,
    purpose,
    scope,
    approvedBy: 'Priya Raman',
    reason: 'Looks after the checkout project',
  };
  return {
    generation,
    teamUrl: teamUrl(generation),
    grant,
    role,
    invite: invite(grant.email),
    members,
    membersUrl: pageUrls(generation)[membersPage ?? ''] ?? teamUrl(generation),
    nextPage: pagers[pager],
    listedRole: one.listedRole ?? role,
    otherRole: one.otherRole ?? 'Admin',
    givenLater,
  };
});

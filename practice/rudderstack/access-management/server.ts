import { person } from '../../shared/people.ts';
import { createServer, type ServerState } from '../../shared/server.ts';
import { EARLIER_LOG } from '../parts/audit.ts';

export const ROLES = ['Admin', 'Member'] as const;
export const WORKSPACES = ['Acme Production', 'Acme Staging', 'Marketing EU'] as const;

export interface Group {
  readonly name: string;
  readonly description: string;
  readonly workspaces: readonly string[];
  /** Workspace to permissions, each written `Resource: Verb`. */
  readonly policies: Readonly<Record<string, readonly string[]>>;
}

const GROUPS: readonly Group[] = [
  {
    name: 'Data engineering',
    description: 'Sources, destinations and transformations',
    workspaces: ['Acme Production', 'Acme Staging'],
    policies: { 'Acme Production': ['Event Stream Sources: Edit', 'Destinations: Edit', 'Transformations: Edit'] },
  },
  {
    name: 'Contractors',
    description: 'External collaborators, view only',
    workspaces: ['Acme Staging'],
    policies: {},
  },
];

export const server = createServer({
  roles: ['Member', 'Member', 'Admin'],
  inviteDays: 3,
  seed: () => ({
    log: EARLIER_LOG,
    extra: { groups: GROUPS },
    people: [
      person({ name: 'Dana Whitfield', email: 'dana.whitfield@acme.example', role: 'Admin', you: true }),
      person({ name: 'Marcus Oyelaran', email: 'marcus.oyelaran@acme.example', role: 'Admin' }),
      person({
        name: 'Priya Raman',
        email: 'priya.raman@acme.example',
        role: 'Member',
        groups: ['Data engineering'],
        workspaces: { 'Acme Production': '' },
      }),
      person({
        name: 'Tomás Ferreira',
        email: 'tomas.ferreira@acme.example',
        role: 'Member',
        workspaces: { 'Marketing EU': '' },
      }),
    ],
  }),
});

export function groupsOf(state: ServerState): readonly Group[] {
  const { groups } = state.extra;
  return Array.isArray(groups) ? (groups as readonly Group[]) : [];
}

export function saveGroups(groups: readonly Group[]): Promise<void> {
  return server.setExtra({ groups });
}

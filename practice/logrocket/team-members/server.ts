import { person } from '../../shared/people.ts';
import { createServer, type ServerState } from '../../shared/server.ts';
import { EARLIER_LOG } from '../parts/pages.tsx';

export const PROJECTS = ['production', 'staging', 'development'] as const;

export interface TeamRole {
  readonly name: string;
  /** Admin, Developer and Guest cannot be changed. */
  readonly builtIn: boolean;
  readonly description: string;
  readonly permissions: readonly string[];
  /** Empty: all projects. */
  readonly projects: readonly string[];
}

const ROLES: readonly TeamRole[] = [
  {
    name: 'Admin',
    builtIn: true,
    description: 'Everything, billing and roles included',
    permissions: [],
    projects: [],
  },
  {
    name: 'Developer',
    builtIn: true,
    description: 'All product features, most settings',
    permissions: [],
    projects: [],
  },
  { name: 'Guest', builtIn: true, description: 'Sessions shared by direct link only', permissions: [], projects: [] },
  {
    name: 'Support (production)',
    builtIn: false,
    description: 'Watches sessions to answer tickets',
    permissions: ['Session Playback', 'Dashboard Features'],
    projects: ['production'],
  },
];

export const server = createServer({
  roles: ['Developer', 'Guest', 'Admin'],
  seed: () => ({
    log: EARLIER_LOG,
    extra: { roles: ROLES, defaultRole: 'Developer' },
    people: [
      person({ name: 'Dana Whitfield', email: 'dana.whitfield@acme.example', role: 'Admin', you: true }),
      person({ name: 'Marcus Oyelaran', email: 'marcus.oyelaran@acme.example', roles: ['Admin', 'Developer'] }),
      person({ name: 'Priya Raman', email: 'priya.raman@acme.example', role: 'Developer' }),
      person({ name: 'Tomás Ferreira', email: 'tomas.ferreira@acme.example', role: 'Support (production)' }),
    ],
    keys: [
      {
        id: 'k1',
        name: 'CI - Source Maps - Production',
        permission: '',
        scope: 'acme:production',
        createdAt: '2026-08-03T09:00:00.000Z',
        createdBy: 'Marcus Oyelaran',
        hint: '…tQ7d',
      },
    ],
  }),
});

export function rolesOf(state: ServerState): readonly TeamRole[] {
  const { roles } = state.extra;
  return Array.isArray(roles) ? (roles as readonly TeamRole[]) : [];
}

/** The role that stands in the invite form at first. */
export function defaultRoleOf(state: ServerState): string {
  const { defaultRole } = state.extra;
  return typeof defaultRole === 'string' ? defaultRole : 'Developer';
}

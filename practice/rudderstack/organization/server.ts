import { person } from '../../shared/people.ts';
import { type ApiKey, createServer } from '../../shared/server.ts';
import { EARLIER_LOG } from '../parts/audit.ts';

/** Organization roles as the dialog writes them. */
export const ORG_ROLES = ['member', 'admin'] as const;
/** The same roles as the list of members names them. */
export const ROLE_TITLES: Readonly<Record<string, string>> = { admin: 'Org Admin', member: 'Org Member' };
export const CONNECTION_ROLES = ['Connections Viewer', 'Connections Editor', 'Connections Admin'] as const;
export const WORKSPACES = ['Acme Production', 'Acme Staging', 'Marketing EU'] as const;

/** The inviter's password in the practice data; the strip says it. */
export const PASSWORD = 'practice';

/** Stands before the role of a service access token; personal ones have nothing there. */
export const SERVICE = 'Service: ';
export const isService = ({ permission }: ApiKey): boolean => permission.startsWith(SERVICE);

export const server = createServer({
  roles: ORG_ROLES,
  password: PASSWORD,
  inviteDays: 3,
  seed: () => ({
    log: EARLIER_LOG,
    people: [
      person({ name: 'Dana Whitfield', email: 'dana.whitfield@acme.example', role: 'admin', you: true }),
      person({ name: 'Marcus Oyelaran', email: 'marcus.oyelaran@acme.example', role: 'admin' }),
      person({
        name: 'Priya Raman',
        email: 'priya.raman@acme.example',
        role: 'member',
        workspaces: { 'Acme Production': 'Connections Editor', 'Acme Staging': 'Connections Admin' },
      }),
      person({
        name: 'Tomás Ferreira',
        email: 'tomas.ferreira@acme.example',
        role: 'member',
        workspaces: { 'Marketing EU': 'Connections Viewer' },
      }),
    ],
  }),
});

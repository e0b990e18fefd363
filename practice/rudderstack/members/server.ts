import { person } from '../../shared/people.ts';
import { createServer } from '../../shared/server.ts';
import { EARLIER_LOG } from '../parts/audit.ts';

/** Roles in the order of the vendor's dropdown; the first is the default. */
export const ROLES = ['Read-Only', 'Read-Write', 'Admin'] as const;

export const server = createServer({
  roles: ROLES,
  seed: () => ({
    log: EARLIER_LOG,
    people: [
      person({ name: 'Dana Whitfield', email: 'dana.whitfield@acme.example', role: 'Admin', you: true }),
      person({ name: 'Marcus Oyelaran', email: 'marcus.oyelaran@acme.example', role: 'Admin' }),
      person({ name: 'Priya Raman', email: 'priya.raman@acme.example', role: 'Read-Write' }),
      person({ name: 'Tomás Ferreira', email: 'tomas.ferreira@acme.example', role: 'Read-Only' }),
    ],
  }),
});

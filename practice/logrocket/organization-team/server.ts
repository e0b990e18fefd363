import { person } from '../../shared/people.ts';
import { createServer } from '../../shared/server.ts';
import { EARLIER_LOG } from '../parts/pages.tsx';

/** Organization roles of the how-to, in its order. */
export const ORG_ROLES = ['Owner', 'Admin', 'Member'] as const;
export const APP_ROLES = ['Admin', 'Member', 'Viewer'] as const;
export const APPS = ['Production', 'Staging', 'Development'] as const;

const everywhere = { Production: 'Admin', Staging: 'Admin', Development: 'Admin' };

export const server = createServer({
  roles: ['Member', 'Admin'],
  seed: () => ({
    log: EARLIER_LOG,
    people: [
      person({
        name: 'Dana Whitfield',
        email: 'dana.whitfield@acme.example',
        role: 'Owner',
        you: true,
        apps: everywhere,
      }),
      person({ name: 'Marcus Oyelaran', email: 'marcus.oyelaran@acme.example', role: 'Admin', apps: everywhere }),
      person({
        name: 'Priya Raman',
        email: 'priya.raman@acme.example',
        role: 'Member',
        apps: { Production: 'Member', Staging: 'Member' },
      }),
      person({
        name: 'Tomás Ferreira',
        email: 'tomas.ferreira@acme.example',
        role: 'Member',
        apps: { Production: 'Viewer' },
      }),
    ],
    keys: [
      {
        id: 'k1',
        name: 'CI - Source Maps - Production',
        permission: 'Read/Write',
        scope: 'acme:production',
        createdAt: '2026-08-03T09:00:00.000Z',
        createdBy: 'Marcus Oyelaran',
        hint: '…tQ7d',
      },
    ],
  }),
});

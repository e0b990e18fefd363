import type { LogLine } from '../../shared/server.ts';

/** Earlier lines of the audit log, in the vendor's own words for actions and types. */
export const EARLIER_LOG: readonly LogLine[] = [
  {
    at: '2026-11-18T14:22:00Z',
    user: 'Dana Whitfield',
    action: 'Invited',
    target: 'tomas.ferreira@acme.example',
    type: 'Team',
  },
  {
    at: '2026-11-18T15:02:00Z',
    user: 'Tomás Ferreira',
    action: 'Accepted Invitation',
    target: 'tomas.ferreira@acme.example',
    type: 'Team',
  },
  { at: '2026-11-17T09:10:00Z', user: 'Marcus Oyelaran', action: 'Created', target: 'ios-production', type: 'Source' },
  {
    at: '2026-11-16T11:41:00Z',
    user: 'Dana Whitfield',
    action: 'Invited',
    target: 'former.contractor@northwind.example',
    type: 'Team',
  },
  {
    at: '2026-11-16T11:45:00Z',
    user: 'Dana Whitfield',
    action: 'Canceled Invitation',
    target: 'former.contractor@northwind.example',
    type: 'Team',
  },
  {
    at: '2026-11-12T08:05:00Z',
    user: 'Priya Raman',
    action: 'Enabled',
    target: 'priya.raman@acme.example',
    type: 'MFA',
  },
];

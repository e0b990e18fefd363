import type { Draft } from '@/lib/domain/log/entry';

const seen = { generation: 'access-management', page: 'members', url: 'https://app.rudderstack.com/organization' };

/** The eight entries of one grant, as a real one makes them: invited, accepted, active. `index` tells it from others. */
export function typicalDrafts(grant: string, index: number): Draft[] {
  const step = (name: string, reaches: 'active' | null): Draft => ({
    type: 'step.confirmed',
    grant,
    basis: 'confirmed',
    data: { generation: seen.generation, step: name, text: `Check that ${name} is done for the ticket.`, reaches },
  });
  return [
    {
      type: 'grant.started',
      grant,
      basis: 'recorded',
      data: {
        vendor: index % 2 ? 'rudderstack' : 'logrocket',
        ticket: `IAM-${index}`,
        email: `person${index}@partner${index % 97}.example`,
        purpose: 'look',
        scope: ['Production'],
        accessEnds: index % 5 ? null : '2026-06-30',
        approvedBy: 'Katherine Johnson',
        reason: `Looks at the events of project ${index % 31}`,
        sameAs: null,
      },
    },
    {
      type: 'page.seen',
      grant,
      basis: 'observed',
      data: { ...seen, recommended: { role: 'Member', scopeRole: null } },
    },
    step('ticket', null),
    step('address', null),
    { type: 'invitation.seen', grant, basis: 'observed', data: { ...seen, role: 'Member', words: 'Pending' } },
    { type: 'acceptance.seen', grant, basis: 'observed', data: { ...seen, role: 'Member', words: 'Active' } },
    {
      type: 'access.seen',
      grant,
      basis: 'observed',
      data: { ...seen, access: [{ name: 'Production', role: 'Viewer' }] },
    },
    step('sign-in', 'active'),
  ];
}

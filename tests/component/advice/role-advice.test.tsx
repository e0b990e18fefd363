import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { RoleAdvicePanel } from '@/components/advice/role-advice';
import { advise, purposeNeed, type RoleModel } from '@/lib/domain/advice';
import { generationFor } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/axe';

function modelOf(vendor: string, generation: string) {
  const found = generationFor(vendor, generation);
  if (found?.id !== generation) throw new Error(`${vendor} ${generation} is not registered`);
  return found.model;
}
const advised = (model: RoleModel, purpose: string) => {
  const need = purposeNeed(model, purpose);
  return need && advise(need, model);
};
const members = modelOf('rudderstack', 'members');
const team = modelOf('logrocket', 'organization-team');

test('says the role and why in one sentence; the rest on demand', async () => {
  const user = userEvent.setup();
  const { container } = render(<RoleAdvicePanel model={members} advice={advised(members, 'look')} />);
  const region = screen.getByRole('region', { name: 'Recommended role' });
  const hidden = region.querySelector('details')?.open;

  await user.click(within(region).getByText('2 extra permissions'));

  expect(hidden).toBe(false);
  expect(region.textContent).toContain('Read-Only');
  expect(region.textContent).toContain('Views everything that is set up and changes nothing.');
  expect(region.textContent).toContain('reading secrets in transformation code and viewing live events');
  expect(region.querySelector('details')?.open).toBe(true);
  await expectNoAxeViolations(container);
});

test('tells needed, extra and missing permissions apart in words', async () => {
  const advice = advised(members, 'look');
  if (!advice) throw new Error('no advice');
  const lacking = members.permissions.filter(({ id }) => id === 'audit-logs');
  const { container } = render(
    <RoleAdvicePanel
      model={members}
      advice={{ ...advice, organization: { ...advice.organization, lacking } }}
      expanded
    />,
  );

  const rows = screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent).join(' | '));

  expect(rows).toEqual([
    'viewing the set-up | Needed | Given',
    'viewing live events | Not needed | Extra',
    'reading secrets in transformation code | Not needed | Extra',
    'reading audit logs | Needed | Missing',
  ]);
  await expectNoAxeViolations(container);
});

test('names the role in the organization and in each app, each with caution, source and date', async () => {
  const { container } = render(<RoleAdvicePanel model={team} advice={advised(team, 'implementation')} expanded />);
  const region = screen.getByRole('region', { name: 'Recommended role' });

  const links = within(region).getAllByRole('link');

  expect(region.textContent).toMatch(/Organization Member.*Each app Admin/);
  expect(region.textContent).toContain('It includes the privacy settings, which decide what is recorded.');
  expect(links).toHaveLength(2);
  expect(links[0]?.textContent).toMatch(/procedure that the vendor does not confirm, checked 21 Nov 2026/);
  await expectNoAxeViolations(container);
});

test('does not guess for a purpose that the pack does not know', async () => {
  const { container } = render(<RoleAdvicePanel model={members} advice={advised(members, 'unheard of')} />);

  expect(screen.getByRole('region', { name: 'Recommended role' }).textContent).toContain('no recommendation');
  await expectNoAxeViolations(container);
});

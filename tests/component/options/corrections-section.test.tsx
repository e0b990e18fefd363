import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { expect, test, vi } from 'vitest';
import { CorrectionsSection } from '@/components/options/corrections-section';
import { vendors } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/axe';

const people = {
  vendor: 'rudderstack',
  generation: 'access-management',
  page: 'invitations',
  landmark: 'users-tab',
  role: 'tab',
  name: 'People',
  at: '2026-11-21T10:00:00.000Z',
};
const foreign = { ...people, generation: 'from tomorrow', page: 'people', landmark: 'badge' };
const place = { place: 'app.rudderstack.com/team', generation: 'members', page: 'members' };

const show = (change: Partial<ComponentProps<typeof CorrectionsSection>>) =>
  render(
    <CorrectionsSection
      corrections={[]}
      assumed={[]}
      vendors={vendors}
      onRemove={() => {}}
      onForget={() => {}}
      {...change}
    />,
  );
const rows = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

test('says that there is none', async () => {
  const { container } = show({});

  expect(screen.getByText(/^None/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
  await expectNoAxeViolations(container);
});

test('names page and element as the admin knows them, and by their ids where this version does not', async () => {
  const { container } = show({ corrections: [people, foreign], assumed: [place] });

  expect(rows()).toEqual([
    'RudderStack · Settings › Access Management › Invitationsthe tab “Users” is the tab “People”',
    'RudderStack · peoplebadge is the tab “People”',
    'app.rudderstack.com/teamis Settings › Members',
  ]);
  await expectNoAxeViolations(container);
});

test('removes the one, and forgets the other', async () => {
  const user = userEvent.setup();
  const onRemove = vi.fn();
  const onForget = vi.fn();
  const { container } = show({ corrections: [people], assumed: [place], onRemove, onForget });

  await user.click(screen.getByRole('button', { name: 'Remove the tab “Users”' }));
  await user.click(screen.getByRole('button', { name: 'Forget app.rudderstack.com/team' }));

  expect(onRemove).toHaveBeenCalledWith(people);
  expect(onForget).toHaveBeenCalledWith('app.rudderstack.com/team');
  await expectNoAxeViolations(container);
});

test('exports all of them as one file', async () => {
  const { container } = show({ corrections: [people], assumed: [place] });
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Export corrections' });

  const [, text = ''] = link.href.split(',', 2);

  expect(link.download).toBe('grantbook-corrections.json');
  expect(JSON.parse(decodeURIComponent(text))).toEqual({ corrections: [people], assumed: [place] });
  await expectNoAxeViolations(container);
});

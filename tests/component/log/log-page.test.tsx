import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { expectNoAxeViolations } from '../../support/component-setup';
import { grantsOf, logOfGrants, started, storyGrant } from '../../unit/exports/sample-log';
import { bodyRows, details, grants, Page, search, shownTickets, tickets } from './stage';

describe('LogPage', () => {
  it('shows grants of a merged log beside its own, marked whose they are, and opens one', async () => {
    const user = userEvent.setup();
    const theirs = grantsOf(logOfGrants([{ ticket: 'IAM-90', email: 'mary@partner.example' }]));
    const other = theirs.map((grant) => ({ ...grant, id: storyGrant }));
    const onGo = vi.fn();
    const { container } = render(<Page merged={[{ log: 'ab12', owner: 'Hedy Lamarr', grants: other }]} onGo={onGo} />);

    const row = screen.getByRole('row', { name: /mary@partner\.example/ });
    expect(within(row).getByText('Hedy Lamarr’s log')).toBeDefined();
    await user.click(within(row).getByRole('link', { name: 'mary@partner.example' }));
    expect(onGo).toHaveBeenCalledWith({ grant: storyGrant, log: 'ab12' }, false);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Log' }), 'This log');

    expect(shownTickets()).toHaveLength(tickets.length);
    await expectNoAxeViolations(container);
  });

  it('empties the search at the first Escape and closes the grant at the second', async () => {
    const user = userEvent.setup();
    render(<Page />);
    await user.click(screen.getByRole('link', { name: 'radia@partner.example' }));
    await user.type(search(), 'radia');

    await user.keyboard('{Escape}');
    expect((search() as HTMLInputElement).value).toBe('');
    expect(details()).toBeTruthy();

    await user.keyboard('{Escape}');
    expect(details()).toBeNull();
  });

  it('shows hostile values as text', async () => {
    const hostile = grantsOf(
      logOfGrants([
        {
          ...started,
          ticket: '=1+1',
          email: '<img src=x onerror="globalThis.hacked=1">@evil.example',
          approvedBy: '\u202eeveS',
          reason: '<script>globalThis.hacked = 1</script>',
        },
      ]),
    );
    const user = userEvent.setup();
    const { container } = render(<Page grants={hostile} ticketLink="https://jira.example.com/{ticket}" />);

    await user.click(screen.getByRole('link', { name: /^<img src=x/ }));

    expect(container.querySelector('img, script')).toBeNull();
    expect(screen.getAllByRole('link', { name: '=1+1' })[0]?.getAttribute('href')).toBe(
      'https://jira.example.com/%3D1%2B1',
    );
    expect(within(details() as HTMLElement).getByText('[U+202E]eveS')).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  it.each(['2026-99-99T99:99:99.999Z', '', '0000-01-01T00:00:00.000Z'])(
    'shows a grant of the moment “%s”, which a log may have held before such were refused',
    async (at) => {
      const user = userEvent.setup();
      const log = logOfGrants([{ email: 'bad@dates.example', accessEnds: '2027-99-99' }]);
      const [grant] = grantsOf(log.map((entry) => ({ ...entry, at })));
      const mark = { seq: 2, at, basis: 'observed' } as const;
      const spoilt = {
        ...(grant as Grant),
        milestones: { invited: mark, accepted: mark, active: mark },
        roleSeen: mark,
      };
      render(<Page grants={[spoilt, ...grants]} />);

      await user.click(screen.getByRole('link', { name: 'bad@dates.example' }));

      expect(details()).toBeTruthy();
      expect(bodyRows()).toHaveLength(grants.length + 1);
      for (const name of ['Export log', 'Verify log']) expect(screen.getByRole('button', { name })).toBeTruthy();
    },
  );

  it('names what cannot be drawn, and leaves the rest of the page as it is', async () => {
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => {});
    const user = userEvent.setup();
    const [first] = grants as [Grant];
    const broken = {
      ...first,
      id: storyGrant,
      email: 'broken@partner.example',
      exceptions: [null],
    } as unknown as Grant;
    render(<Page grants={[broken, ...grants]} />);

    await user.click(screen.getByRole('link', { name: 'broken@partner.example' }));

    expect(screen.getByRole('alert').textContent).toMatch(
      new RegExp(`^Something in grant ${storyGrant} cannot be shown`),
    );
    for (const name of ['Export log', 'Verify log']) expect(screen.getByRole('button', { name })).toBeTruthy();
    expect(bodyRows().length).toBeGreaterThanOrEqual(grants.length);
    silenced.mockRestore();
  });

  it('says how to start where no grant is yet', async () => {
    const { container } = render(<Page grants={[]} entries={0} />);

    expect(screen.getByRole('heading', { name: 'No grants yet' })).toBeTruthy();
    expect(screen.getByText(/press New grant/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('shows what is there while the rest is read, and claims no number', async () => {
    const user = userEvent.setup();
    render(<Page complete={false} />);

    expect(bodyRows()).toHaveLength(3);
    expect(screen.queryByText(/3 grants/)).toBeNull();

    await user.type(search(), 'figma');
    expect(screen.getByText(/the rest of the log is being read/)).toBeTruthy();
  });
});

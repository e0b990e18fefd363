import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import { expectNoAxeViolations } from '../../support/component-setup';
import { storyGrant } from '../../unit/exports/sample-log';
import { bodyRows, details, grants, Page, shownTickets, table, tickets } from './stage';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('GrantsTable', () => {
  it('shows every grant with what an auditor looks for first, the one changed last on top', async () => {
    const { container } = render(<Page />);

    const heads = within(table()).getAllByRole('columnheader');
    expect(heads.map((head) => head.textContent)).toEqual([
      'Ticket',
      'Collaborator',
      'Vendor',
      'Role',
      'Purpose',
      'Status',
      'Granted by',
      'Started',
      'Last change',
    ]);
    expect(shownTickets()).toEqual(['RITM0012345', 'IAM-2', 'IAM-1']);
    const cells = within(bodyRows()[1] as HTMLElement).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual([
      'IAM-2',
      'hedy@partner.example',
      'RudderStack',
      '–Not seen yet',
      'Look only',
      'Draft',
      'Ada Lovelace',
      '20 Nov 2026',
      '1 day ago',
    ]);
    expect(screen.getByText('3 grants, 4 entries')).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  it('links each ticket where a template is set', async () => {
    const { container } = render(<Page ticketLink="https://jira.example.com/browse/{ticket}" />);

    expect(screen.getByRole('link', { name: 'IAM-1' }).getAttribute('href')).toBe(
      'https://jira.example.com/browse/IAM-1',
    );
    await expectNoAxeViolations(container);
  });

  it('sorts by the column that is clicked, and the other way at the second click', async () => {
    const user = userEvent.setup();
    const { container } = render(<Page />);
    const ticket = screen.getByRole('columnheader', { name: 'Ticket' });

    await user.click(within(ticket).getByRole('button'));
    expect(shownTickets()).toEqual(tickets);
    expect(ticket.getAttribute('aria-sort')).toBe('ascending');

    await user.click(within(ticket).getByRole('button'));
    expect(shownTickets()).toEqual(tickets.toReversed());
    expect(ticket.getAttribute('aria-sort')).toBe('descending');
    await expectNoAxeViolations(container);
  });

  it('is walked by arrows, opened by Enter and left by Escape, the focus going along', async () => {
    const user = userEvent.setup();
    render(<Page />);
    const link = (email: string) => screen.getByRole('link', { name: email });

    link('radia@partner.example').focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(link('hedy@partner.example'));

    await user.keyboard('{Enter}');
    const heading = within(details() as HTMLElement).getByRole('heading', { name: 'hedy@partner.example' });
    expect(document.activeElement).toBe(heading);

    await user.keyboard('{Escape}');
    expect(details()).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(link('hedy@partner.example')));

    await user.keyboard('{End}');
    expect(document.activeElement).toBe(link('grace@partner.example'));
    await user.keyboard('{Home}');
    expect(document.activeElement).toBe(link('radia@partner.example'));
  });

  it('takes one place in the order of tabs, however many grants there are', () => {
    render(<Page ticketLink="https://jira.example.com/{ticket}" />);

    const stops = within(table())
      .getAllByRole('link')
      .filter(({ tabIndex }) => tabIndex === 0);

    expect(stops.map((link) => link.textContent)).toEqual(['RITM0012345', 'radia@partner.example']);
  });

  it('follows the arrows with the open grant, without filling the history', async () => {
    const user = userEvent.setup();
    const onGo = vi.fn();
    render(<Page onGo={onGo} />);

    screen.getByRole('link', { name: 'radia@partner.example' }).focus();
    await user.keyboard('{Enter}');
    screen.getByRole('link', { name: 'radia@partner.example' }).focus();
    await user.keyboard('{ArrowDown}');

    expect(within(details() as HTMLElement).getByRole('heading', { name: 'hedy@partner.example' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'hedy@partner.example' }));
    expect(onGo.mock.calls).toEqual([
      [{ grant: grants[2]?.id }, false],
      [{ grant: grants[1]?.id }, true],
    ]);
  });

  it('opens a grant from anywhere in its row', async () => {
    const user = userEvent.setup();
    const { container } = render(<Page />);

    await user.click(within(bodyRows()[0] as HTMLElement).getByText('LogRocket'));

    expect(within(details() as HTMLElement).getByRole('heading', { name: 'radia@partner.example' })).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  it('keeps only the rows in view in the page where there are many, and tells their true number', async () => {
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200);
    const [grant] = grants as [Grant];
    const many = Array.from({ length: 5000 }, (_, index) => ({
      ...grant,
      id: `${storyGrant.slice(0, -4)}${String(index).padStart(4, '0')}`,
      email: `person${index}@x.example`,
      last: { seq: index + 1, at: grant.last.at },
    }));

    const { container } = render(<Page grants={many} />);

    expect(bodyRows().length).toBeGreaterThan(10);
    expect(bodyRows().length).toBeLessThan(60);
    expect(table().getAttribute('aria-rowcount')).toBe('5001');
    expect(bodyRows()[0]?.getAttribute('aria-rowindex')).toBe('2');
    expect(within(bodyRows()[0] as HTMLElement).getByText('person4999@x.example')).toBeTruthy();
    await expectNoAxeViolations(container);
  });
});

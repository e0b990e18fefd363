import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LogPage, type LogPageProps, type Opened } from '@/components/log/log-page';
import type { Place } from '@/components/log/place';
import type { Entry } from '@/lib/domain/entry';
import type { Grant } from '@/lib/domain/grant';
import { expectNoAxeViolations } from '../support/component-setup';
import { chainOf, grantsOf, logOfGrants, now, started, story, storyGrant } from '../unit/exports/sample-log';

const tickets = ['IAM-1', 'IAM-2', 'RITM0012345'];
const log = logOfGrants([
  { ticket: 'IAM-1', email: 'grace@partner.example' },
  { ticket: 'IAM-2', email: 'hedy@partner.example', vendor: 'rudderstack', purpose: 'look', reason: 'Reads the plan' },
  { ticket: 'RITM0012345', email: 'radia@partner.example' },
]);
const grants = grantsOf(log);

/** The page with its address kept in memory, as the browser keeps it. */
function Page(props: Partial<LogPageProps> & { onGo?: (place: Place, replace: boolean) => void }) {
  const [place, setPlace] = useState<Place>(null);
  const all = props.grants ?? grants;
  const grant = place && 'grant' in place ? all.find(({ id }) => id === place.grant) : undefined;
  const opened: Opened | null = grant
    ? { kind: 'grant', grant, entries: log.filter((entry) => entry.grant === grant.id), marked: null }
    : null;
  return (
    <LogPage
      grants={grants}
      complete
      trouble={null}
      entries={log.length}
      loss={null}
      opened={opened}
      onExport={() => {}}
      verify={async () => ({ ok: true, count: log.length, head: 'ab'.repeat(32) })}
      ticketLink=""
      now={now}
      optionsUrl="options.html"
      {...props}
      onPlace={(next, replace) => {
        setPlace(next);
        props.onGo?.(next, replace);
      }}
    />
  );
}

afterEach(() => {
  vi.restoreAllMocks();
});

const table = () => screen.getByRole('table', { name: 'Grants' });
const bodyRows = () => within(table()).getAllByRole('row').slice(1);
const shownTickets = () => bodyRows().map((row) => within(row).getAllByRole('cell')[0]?.textContent);
const search = () => screen.getByRole('searchbox', { name: 'Search grants' });
const details = () => screen.queryByRole('complementary', { name: 'Details' });

describe('LogPage', () => {
  it('offers to save the entries where the log cannot be read', async () => {
    const onRescue = vi.fn();
    render(<Page grants={null} trouble="The upgrade failed." onRescue={onRescue} />);

    await userEvent.setup().click(screen.getByRole('button', { name: 'Save the entries' }));

    expect(onRescue).toHaveBeenCalledOnce();
    expect(screen.getByRole('alert').textContent).toContain('The upgrade failed.');
  });

  it('says how the log is kept, and that it is time for an export', () => {
    const storage = '8.7 MB of 10.7 GB are used.';
    const keeping = { storage, lastExport: 'The log was never exported.', suggestion: null };
    const { container, rerender } = render(<Page keeping={keeping} />);
    const quiet = container.textContent;
    rerender(<Page keeping={{ ...keeping, suggestion: '101 entries are not in any export.' }} />);

    expect(quiet).toContain(`The log was never exported. ${storage}`);
    expect(quiet).not.toContain('Time for an export');
    expect(container.textContent).toContain(`Time for an export101 entries are not in any export.`);
    expect(container.textContent).toContain(storage);
  });

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

  it('filters by ticket and by the days of the start', async () => {
    const user = userEvent.setup();
    render(<Page />);

    await user.type(screen.getByRole('textbox', { name: 'Ticket' }), 'ritm');
    expect(shownTickets()).toEqual(['RITM0012345']);
    await user.clear(screen.getByRole('textbox', { name: 'Ticket' }));
    await user.type(screen.getByLabelText('Started from'), '2099-01-01');

    expect(screen.getByText('No grant matches.')).toBeDefined();
  });

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

  it('searches as it is typed, says how many are left, and offers the way back', async () => {
    const user = userEvent.setup();
    const { container } = render(<Page />);

    await user.type(search(), 'reads plan');
    expect(shownTickets()).toEqual(['IAM-2']);
    expect(screen.getByText('1 of 3')).toBeTruthy();

    await user.type(search(), ' figma');
    expect(screen.getByText('No grant matches.')).toBeTruthy();
    await expectNoAxeViolations(container);

    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    expect(bodyRows()).toHaveLength(3);
  });

  it('filters by vendor and status', async () => {
    const user = userEvent.setup();
    render(<Page />);

    await user.selectOptions(screen.getByRole('combobox', { name: 'Vendor' }), 'RudderStack');
    expect(shownTickets()).toEqual(['IAM-2']);

    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Active');
    expect(screen.getByText('No grant matches.')).toBeTruthy();
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

  it('opens a grant from anywhere in its row', async () => {
    const user = userEvent.setup();
    const { container } = render(<Page />);

    await user.click(within(bodyRows()[0] as HTMLElement).getByText('LogRocket'));

    expect(within(details() as HTMLElement).getByRole('heading', { name: 'radia@partner.example' })).toBeTruthy();
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

  it('says how to start where no grant is yet', async () => {
    const { container } = render(<Page grants={[]} entries={0} />);

    expect(screen.getByRole('heading', { name: 'No grants yet' })).toBeTruthy();
    expect(screen.getByText(/press New grant/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('does not take a lost log for a new one', async () => {
    const { container } = render(
      <Page grants={[]} entries={0} loss="Entry 1 is missing: the log was seen to reach entry 40." />,
    );

    expect(screen.getByRole('alert').textContent).toContain('Entry 1 is missing');
    expect(screen.queryByText('No grants yet')).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('says when the log cannot be read', async () => {
    const { container } = render(<Page grants={null} complete={false} trouble="The database is closed." />);

    expect(screen.getByRole('alert').textContent).toContain('The database is closed.');
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

  it('shows an entry of no grant, and an entry or a grant that is not there', async () => {
    const [begin] = chainOf(story) as [Entry];
    const { container, rerender } = render(<Page opened={{ kind: 'entry', seq: 1, entry: begin }} entries={16} />);
    expect(details()?.textContent).toContain('The log begins here.');
    expect(screen.getByRole('link', { name: 'Entry 2' }).getAttribute('href')).toBe('#entry=2');
    await expectNoAxeViolations(container);

    rerender(<Page opened={{ kind: 'entry', seq: 99, entry: null }} entries={16} />);
    expect(details()?.textContent).toContain('The log holds no entry 99: its last one is entry 16.');

    rerender(<Page opened={{ kind: 'unknown' }} />);
    expect(details()?.textContent).toContain('this browser’s log does not hold');
    await expectNoAxeViolations(container);
  });
});

describe('Verify log', () => {
  it('answers with the number of entries that hold', async () => {
    const user = userEvent.setup();
    const { container } = render(<Page />);

    await user.click(screen.getByRole('button', { name: 'Verify log' }));

    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Log verified: 4 entries'));
    await expectNoAxeViolations(container);

    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('names the first bad entry, and leads to it', async () => {
    const user = userEvent.setup();
    const message = 'Entry 3 was changed: its hash does not match what it says.';
    const { container } = render(
      <Page verify={async () => ({ ok: false, count: 2, seq: 3, fault: 'hash', message })} />,
    );

    await user.click(screen.getByRole('button', { name: 'Verify log' }));

    expect((await screen.findByRole('alert')).textContent).toBe(message);
    expect(screen.getByRole('link', { name: 'Show entry 3' }).getAttribute('href')).toBe('#entry=3');
    expect(screen.getByRole('status').textContent).toBe('');
    await expectNoAxeViolations(container);
  });

  it('shows how far it is, and can be cancelled', async () => {
    const user = userEvent.setup();
    let signal: AbortSignal | undefined;
    const { container } = render(
      <Page
        entries={1000}
        verify={(onProgress, given) => {
          signal = given;
          onProgress(250);
          return new Promise((_, reject) => given.addEventListener('abort', () => reject(given.reason)));
        }}
      />,
    );

    await user.click(screen.getByRole('button', { name: 'Verify log' }));
    const bar = screen.getByRole('progressbar', { name: 'Verifying the log' });
    expect(bar.getAttribute('aria-valuetext')).toBe('250 of 1000');
    expect((screen.getByRole('button', { name: 'Verify log' }) as HTMLButtonElement).disabled).toBe(true);
    await expectNoAxeViolations(container);

    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(signal?.aborted).toBe(true);
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says when the log could not be read', async () => {
    const user = userEvent.setup();
    render(<Page verify={() => Promise.reject(new Error('The database is closed.'))} />);

    await user.click(screen.getByRole('button', { name: 'Verify log' }));

    expect((await screen.findByRole('alert')).textContent).toBe('The log could not be read: The database is closed.');
  });
});

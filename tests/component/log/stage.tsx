import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { LogPage, type LogPageProps } from '@/components/log/log-page';
import type { LogLink, Opened } from '@/lib/domain/log/log-link';
import { grantsOf, logOfGrants, now } from '../../unit/exports/sample-log';

export const tickets = ['IAM-1', 'IAM-2', 'RITM0012345'];

const log = logOfGrants([
  { ticket: 'IAM-1', email: 'grace@partner.example' },
  { ticket: 'IAM-2', email: 'hedy@partner.example', vendor: 'rudderstack', purpose: 'look', reason: 'Reads the plan' },
  { ticket: 'RITM0012345', email: 'radia@partner.example' },
]);

export const grants = grantsOf(log);

/** The page with its address kept in memory, as the browser keeps it. */
export function Page(props: Partial<LogPageProps> & { onGo?: (place: LogLink, replace: boolean) => void }) {
  const [place, setPlace] = useState<LogLink>(null);
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
      onNavigate={(next, replace) => {
        setPlace(next);
        props.onGo?.(next, replace);
      }}
    />
  );
}

export const table = () => screen.getByRole('table', { name: 'Grants' });
export const bodyRows = () => within(table()).getAllByRole('row').slice(1);
export const shownTickets = () => bodyRows().map((row) => within(row).getAllByRole('cell')[0]?.textContent);
export const search = () => screen.getByRole('searchbox', { name: 'Search grants' });
export const details = () => screen.queryByRole('complementary', { name: 'Details' });

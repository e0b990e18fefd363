import { Search } from 'lucide-react';
import { useId } from 'react';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { GrantStatus } from '@/lib/domain/grant/grant';
import { logName, type MergedLog } from '@/lib/domain/log/merged-log';
import type { Filter } from './grant-rows';
import styles from './grants-toolbar.module.css';
import { names } from './names';
import { visibleText } from './visible-text';

const statuses: readonly GrantStatus[] = [
  'Draft',
  'Invited',
  'Accepted',
  'Active',
  'Expired invitation',
  'Overdue',
  'Removed',
];

interface GrantsToolbarProps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** The ids of the vendors to choose from. */
  vendors: readonly string[];
  /** The merged logs to choose from. */
  merged: readonly MergedLog[];
  /** Says how many rows the filters leave, and of how many; null where they leave all. */
  left: { shown: number; all: number } | null;
}

/** Shows the search and the filters above the table. */
export function GrantsToolbar({ filter, onFilter, vendors, merged, left }: GrantsToolbarProps) {
  const change = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  return (
    <search className={styles.toolbar} aria-label="Grants">
      <div className={styles.search}>
        <Search size={14} aria-hidden="true" />
        <TextInput
          type="search"
          aria-label="Search grants"
          placeholder="Ticket, e-mail, role, vendor or reason"
          value={filter.search}
          onChange={(event) => change({ search: event.target.value })}
        />
      </div>
      <div className={styles.filters}>
        <Select aria-label="Vendor" value={filter.vendor} onChange={(event) => change({ vendor: event.target.value })}>
          <option value="">All vendors</option>
          {vendors.map((id) => (
            <option key={id} value={id}>
              {names.vendor(id)}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Status"
          value={filter.status}
          onChange={(event) => change({ status: event.target.value as Filter['status'] })}
        >
          <option value="">Every status</option>
          {statuses.map((status) => (
            <option key={status}>{status}</option>
          ))}
        </Select>
        {merged.length > 0 && (
          <Select aria-label="Log" value={filter.log} onChange={(event) => change({ log: event.target.value })}>
            <option value="">All logs</option>
            <option value="own">This log</option>
            {merged.map((one) => (
              <option key={one.log} value={one.log}>
                {visibleText(logName(one))}
              </option>
            ))}
          </Select>
        )}
        <TextInput
          aria-label="Ticket"
          placeholder="Ticket"
          value={filter.ticket}
          onChange={(event) => change({ ticket: event.target.value })}
        />
        <DayFilter label="Started from" value={filter.from} onChange={(from) => change({ from })} />
        <DayFilter label="Started before" value={filter.before} onChange={(before) => change({ before })} />
      </div>
      <p className={styles.count} aria-live="polite">
        {left ? `${left.shown.toLocaleString('en')} of ${left.all.toLocaleString('en')}` : ''}
      </p>
    </search>
  );
}

interface DayFilterProps {
  label: string;
  value: string;
  onChange: (day: string) => void;
}

/** Asks for a day of the start, first or last. */
function DayFilter({ label, value, onChange }: DayFilterProps) {
  const id = useId();
  return (
    <span className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <TextInput id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </span>
  );
}

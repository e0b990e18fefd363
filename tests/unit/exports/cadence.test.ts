import { describe, expect, it } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import type { Cadence } from '@/lib/domain/review/cadence';
import { writeExport } from '@/lib/exports/write-export';
import { grantsOf, logOfGrants, sourceOf, textOf } from './sample-log';

const [sample] = grantsOf(logOfGrants([{}]));
const active = { seq: 2, at: '2026-08-31T09:01:00.000Z', basis: 'observed' } as const;
const grant: Grant = { ...(sample as Grant), accessEnds: null, role: 'Member', milestones: { active } };
const cadence = (months: number): Cadence => ({
  preset: '',
  privileged: { count: 1, unit: 'months' },
  others: { count: months, unit: 'months' },
});

/** Formats that tell by when an access is to be reviewed, with the day as each of them writes it. */
const told: Record<string, (day: string) => string> = {
  'csv-spreadsheet': (day) => `,${day},`,
  'csv-machine': (day) => `,${day},`,
  'access-record-text': (day) => `Access review date: ${day} (every 6 months)`,
  'access-record-markdown': (day) => `${day} (every 6 months)`,
  'access-record-html': (day) => `${day} (every 6 months)`,
  icalendar: (day) => `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
  'jira-csv': (day) => `,${day},`,
  servicenow: (day) => `,${day},`,
};

describe('the policy of the settings', () => {
  it.each(Object.entries(told))('says in %s by when an access is to be reviewed', async (id, written) => {
    const text = (months: number) => textOf(writeExport(id, { ...sourceOf([], [grant]), cadence: cadence(months) }));

    // Six months from 31 August is the last of February.
    expect(await text(6)).toContain(written('2027-02-28'));
    expect(await text(3)).not.toContain(written('2027-02-28'));
  });
});

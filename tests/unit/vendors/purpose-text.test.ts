import { describe, expect, it } from 'vitest';
import { purposeText } from '@/lib/vendors/purpose-text';

describe('purposeText', () => {
  it.each([
    ['rudderstack', 'look', undefined, 'Look only'],
    ['rudderstack', 'look', null, 'Look only'],
    ['rudderstack', 'look', { add: [], drop: [] }, 'Look only'],
    ['rudderstack', 'look', { add: ['audit-logs'], drop: [] }, 'Look only (also reading audit logs)'],
    [
      'rudderstack',
      'connections',
      { add: ['audit-logs', 'bots'], drop: ['create-sources'] },
      'Sources and destinations (also reading audit logs and managing bots; not creating or deleting event stream sources)',
    ],
    [
      'logrocket',
      'support',
      { add: [], drop: ['developer-pane'] },
      'Support or analysis (not reading performance data or logs in a replay)',
    ],
    [
      'logrocket',
      'support',
      { add: ['of-a-newer-version'], drop: [] },
      'Support or analysis (also of-a-newer-version)',
    ],
    ['nobody', 'look', { add: ['audit-logs'], drop: [] }, 'look (also audit-logs)'],
    ['rudderstack', '', null, ''],
  ])('%s, %s, %j', (vendor, purpose, refine, expected) => {
    expect(purposeText(vendor, purpose, refine)).toBe(expected);
  });

  it('names a permission that several generations have as the newest does', () => {
    expect(purposeText('rudderstack', 'look', { add: ['edit-transformations'], drop: [] })).toBe(
      'Look only (also changing transformations)',
    );
  });
});

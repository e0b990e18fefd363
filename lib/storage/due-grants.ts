import { type Cadence, type Every, lastDueBy } from '@/lib/domain/review/cadence';
import { addDays, type DateOnly, startOf } from '@/lib/domain/values/calendar';
import type { Places } from './grant-index';

/** Days of the calendar, both included; `from`: null for all that came before. */
interface Days {
  from: DateOnly | null;
  to: DateOnly;
}

/** Returns where temporary access stands whose last day is one of these. */
export function endsIn({ from, to }: Days): Places {
  return { index: 'ends', from: from ?? '', to: addDays(to, 1) };
}

/**
 * Returns where access stands whose review is due on one of these days by a policy: privileged access, then all other.
 */
export function reviewsIn(days: Days, { privileged, others }: Cadence): Places[] {
  return [reviewedIn(days, 1, privileged), reviewedIn(days, 0, others)];
}

function reviewedIn({ from, to }: Days, privileged: 0 | 1, every: Every): Places {
  const afterAllDueBy = (date: DateOnly) => startOf(addDays(lastDueBy(date, every), 1));
  return {
    index: 'review',
    from: from === null ? [privileged] : [privileged, afterAllDueBy(addDays(from, -1))],
    to: [privileged, afterAllDueBy(to)],
  };
}

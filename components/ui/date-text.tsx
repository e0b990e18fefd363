import { age, dayText, exactTime } from '@/lib/domain/values/time-text';

/** Shows how long ago (or how soon) something is, with the exact time on pointing at it. `at`: ISO 8601 in UTC. */
export function Age({ at, now }: { at: string; now: Date }) {
  const instant = new Date(at);
  return (
    <time dateTime={at} title={exactTime(instant)}>
      {age(instant, now)}
    </time>
  );
}

/** Shows a calendar date. `date`: `YYYY-MM-DD`. */
export function DateText({ date }: { date: string }) {
  return (
    <time dateTime={date} title={date}>
      {dayText(date)}
    </time>
  );
}

const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** Shows an instant in the zone of this browser, with UTC on pointing at it. `at`: ISO 8601 in UTC. */
export function Moment({ at }: { at: string }) {
  if (Number.isNaN(Date.parse(at))) return <span>{at} (no date)</span>;
  return (
    <time dateTime={at} title={`${at.slice(0, 10)} ${at.slice(11, 19)} UTC`}>
      {local.format(new Date(at))}
    </time>
  );
}

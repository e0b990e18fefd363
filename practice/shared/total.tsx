import { useSwitches } from './switches.ts';

/** The first row that a page shows and how many fit on one, from 0. */
interface Shown {
  readonly first: number;
  readonly size: number;
}

/** Says how long a list is while the switch `total` is on: `1–10 of 37` where it has pages, `37 members` else. */
export function Total({ count, noun, shown }: { count: number; noun: string; shown?: Shown | undefined }) {
  const { total } = useSwitches();
  if (!total) return null;
  const text =
    shown === undefined
      ? `${count.toLocaleString('en-US')} ${noun}`
      : `${shown.first + 1}–${Math.min(shown.first + shown.size, count)} of ${count}`;
  return <div style={{ padding: '8px 0', fontSize: 13 }}>{text}</div>;
}

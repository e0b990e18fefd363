import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DueTimeline } from '@/components/review/due-timeline';
import type { Review } from '@/lib/domain/review/review';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant } from '../../support/grants';

const now = new Date(2026, 10, 21, 12);
const review = (due: string, kind: Review['kind'] = 'review'): Review => ({
  kind,
  due,
  grant: aGrant(),
  days: 0,
  because: '',
});
const reviews = [
  review('2026-11-25', 'ends'),
  review('2026-11-02', 'ended'),
  review('2027-02-28'),
  review('2027-02-01'),
];

test('draws the coming twelve months, and says the same in a table', async () => {
  const { container } = render(<DueTimeline reviews={reviews} now={now} />);

  expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(/^4 ends and reviews in the next twelve months/);
  const rows = within(screen.getByRole('table', { hidden: true }))
    .getAllByRole('row', { hidden: true })
    .map((row) => [...row.children].map(({ textContent }) => textContent).join(' '));
  expect(rows).toHaveLength(13);
  expect(rows.slice(0, 5)).toEqual([
    'Month Ends Reviews',
    'November 2026 2 0',
    'December 2026 0 0',
    'January 2027 0 0',
    'February 2027 0 2',
  ]);
  expect(rows.at(-1)).toBe('October 2027 0 0');
  await expectNoAxeViolations(container);
});

test('draws each month as high as it counts, and no bar out of the picture', () => {
  const { container } = render(
    <DueTimeline reviews={[...reviews, ...Array.from({ length: 40 }, () => review('2027-05-05'))]} now={now} />,
  );

  const bars = [...container.querySelectorAll('rect')].map((bar) => ({
    top: Number(bar.getAttribute('y')),
    height: Number(bar.getAttribute('height')),
  }));
  expect(bars).toHaveLength(24);
  const highest = Math.max(...bars.map(({ height }) => height));
  const sum = bars.reduce((total, { height }) => total + height, 0);
  // 44 in all, of which 40 in one month.
  expect(sum / highest).toBeCloseTo(44 / 40, 5);
  for (const { top, height } of bars) {
    expect(top).toBeGreaterThanOrEqual(0);
    expect(height).toBeGreaterThanOrEqual(0);
  }
});

test('says in words that nothing is due for a year', async () => {
  const { container } = render(<DueTimeline reviews={[]} now={now} />);

  expect(screen.queryByRole('img')).toBeNull();
  screen.getByText('No access ends and no review is due in the next twelve months.');
  await expectNoAxeViolations(container);
});

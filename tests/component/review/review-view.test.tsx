import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ReviewView } from '@/components/review/review-view';
import { expectNoAxeViolations } from '../../support/axe';

test('holds what waits, what differs and what is due, in that order', async () => {
  const { container } = render(
    <ReviewView
      reading={null}
      busy={false}
      problem={null}
      pending={[]}
      findings={[]}
      reviews={[]}
      vendorName={(id) => id}
      ticketLink=""
      now={new Date('2026-11-21T09:00:00.000Z')}
      onRead={() => {}}
    />,
  );

  const regions = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

  expect(regions).toEqual(['Pending invitations', 'Findings', 'Reviews due']);
  expect(screen.getByRole('button', { name: 'Read this page' })).toBeTruthy();
  await expectNoAxeViolations(container);
});

import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Rebuilding } from '@/components/ui/rebuilding';
import { expectNoAxeViolations } from '../../support/axe';

test.each([
  [1250, 100_000, 'Rebuilding the list: 1,250 of 100,000'],
  // A grant that was missing is found on the way.
  [3, 2, 'Rebuilding the list: 2 of 2'],
])('%i of %i is said as “%s”', async (done, of, text) => {
  const { container } = render(<Rebuilding done={done} of={of} />);

  expect(screen.getByRole('status').textContent).toBe(text);
  expect(screen.getByRole('progressbar', { name: 'Rebuilding the list' }).getAttribute('aria-valuemax')).toBe(
    String(of),
  );
  await expectNoAxeViolations(container);
});

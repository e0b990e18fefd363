import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { step, useSome } from '@/components/review/use-more-rows';
import { expectNoAxeViolations } from '../../support/axe';

function List({ count }: { count: number }) {
  const { some, more } = useSome(Array.from({ length: count }, (_, at) => at));
  return (
    <>
      <ul>
        {some.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {more}
    </>
  );
}
const shown = () => screen.getAllByRole('listitem').length;

test('draws the first rows of a long list, and more of them when asked to', async () => {
  const user = userEvent.setup();
  const { container } = render(<List count={2 * step + 7} />);
  const counts = [shown()];

  await user.click(screen.getByRole('button', { name: 'Show 50 more of 57' }));
  counts.push(shown());
  await user.click(screen.getByRole('button', { name: 'Show 7 more of 7' }));
  counts.push(shown());

  expect(counts).toEqual([step, 2 * step, 2 * step + 7]);
  expect(screen.queryByRole('button')).toBeNull();
  await expectNoAxeViolations(container);
});

test('keeps the focus on the button while there is more, and gives it to the first new row when it goes', async () => {
  const user = userEvent.setup();
  render(<List count={2 * step + 7} />);

  await user.tab();
  await user.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toBe('Show 7 more of 7');
  await user.keyboard('{Enter}');

  const rows = screen.getAllByRole('listitem');
  expect(document.activeElement).toBe(rows[2 * step]);
  expect(rows.filter((row) => row.hasAttribute('tabindex'))).toHaveLength(1);
  expect(document.activeElement?.getAttribute('tabindex')).toBe('-1');
});

test('offers nothing where all is shown', () => {
  render(<List count={step} />);

  expect(shown()).toBe(step);
  expect(screen.queryByRole('button')).toBeNull();
});

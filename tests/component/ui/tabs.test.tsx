import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Tabs } from '@/components/ui/tabs';
import { expectNoAxeViolations } from '../../support/axe';

function Two() {
  const [selected, setSelected] = useState('guide');
  return (
    <Tabs
      label="Grantbook"
      selected={selected}
      onSelect={setSelected}
      tabs={[
        { id: 'guide', label: 'Guide', panel: <p>Steps</p> },
        { id: 'review', label: 'Review', panel: <p>Findings</p> },
      ]}
    />
  );
}

const selected = () => screen.getByRole('tab', { selected: true }).textContent;

test('only the selected tab is in the tab order, and names its panel', async () => {
  const { container } = render(<Two />);

  expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1]);
  expect(screen.getByRole('tabpanel', { name: 'Guide' }).textContent).toBe('Steps');
  await expectNoAxeViolations(container);
});

test.each([
  ['ArrowRight', 'Review'],
  ['ArrowLeft', 'Review'],
  ['End', 'Review'],
  ['Home', 'Guide'],
])('%s goes to %s, with the focus', async (key, expected) => {
  const user = userEvent.setup();
  const { container } = render(<Two />);
  await user.tab();

  await user.keyboard(`{${key}}`);

  expect(selected()).toBe(expected);
  expect(document.activeElement?.textContent).toBe(expected);
  expect(screen.getByRole('tabpanel', { name: expected })).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('a click selects', async () => {
  const user = userEvent.setup();
  const { container } = render(<Two />);

  await user.click(screen.getByRole('tab', { name: 'Review' }));

  expect(selected()).toBe('Review');
  await expectNoAxeViolations(container);
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { RefineNeed } from '@/components/advice/refine-need';
import type { Refinement } from '@/lib/domain/advice';
import { generationFor } from '@/lib/vendors/registry';
import { expectNoAxeViolations } from '../../support/axe';

const model = (() => {
  const found = generationFor('rudderstack', 'access-management');
  if (!found) throw new Error('RudderStack is not registered');
  return found.model;
})();

function Refining({ start = null, purpose = 'look' }: { start?: Refinement | null; purpose?: string }) {
  const [refinement, setRefinement] = useState<Refinement | null>(start);
  return (
    <>
      <RefineNeed model={model} purpose={purpose} refinement={refinement} onChange={setRefinement} />
      <output>{JSON.stringify(refinement)}</output>
    </>
  );
}
const now = () => screen.getByRole('status').textContent;

test('ticks what the purpose takes, grouped by where it is held', async () => {
  const user = userEvent.setup();
  const { container } = render(<Refining />);
  await user.click(screen.getByText('Refine what is needed'));

  const ticked = screen
    .getAllByRole('checkbox', { checked: true })
    .map((box) => (box as HTMLInputElement).labels?.[0]?.textContent);

  expect(ticked).toEqual(['What the policies of each workspace give', 'Viewing resources']);
  const groups = screen.getAllByRole('group').filter((group) => group instanceof HTMLFieldSetElement);
  expect(groups.map((group) => within(group).getAllByRole('checkbox').length)).toEqual([7, 31, 11]);
  await expectNoAxeViolations(container);
});

test('ticking brings along what it takes, and is counted', async () => {
  const user = userEvent.setup();
  const { container } = render(<Refining />);
  await user.click(screen.getByText('Refine what is needed'));

  await user.click(screen.getByRole('checkbox', { name: 'Connecting destinations' }));

  expect(now()).toBe('{"add":["edit-destinations","connect-destinations"],"drop":[]}');
  expect(screen.getByText('Refine what is needed · 2 changes')).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('unticking takes away what needs it; ticked as at first, nothing is refined', async () => {
  const user = userEvent.setup();
  const { container } = render(<Refining start={{ add: ['edit-destinations', 'connect-destinations'], drop: [] }} />);
  await user.click(screen.getByText(/Refine what is needed/));

  await user.click(screen.getByRole('checkbox', { name: 'Changing destinations' }));

  expect(now()).toBe('null');
  await expectNoAxeViolations(container);
});

test('offers nothing for a purpose that the model does not know', async () => {
  const { container } = render(<Refining purpose="unheard of" />);

  expect(screen.queryByText(/Refine/)).toBeNull();
  await expectNoAxeViolations(container);
});

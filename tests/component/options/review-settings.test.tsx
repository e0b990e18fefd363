import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ReviewSettings } from '@/components/options/review-settings';
import { cadencePresets, defaultCadence } from '@/lib/domain/cadence';
import { expectNoAxeViolations } from '../../support/axe';

test.each(cadencePresets)('says what $label asks for, and where that is written', async (preset) => {
  const { id, privileged, others, because, source } = preset;
  const { container } = render(
    <ReviewSettings cadence={{ preset: id, privileged, others }} readOnVisit={false} onSave={() => {}} />,
  );

  expect(container.textContent).toContain(because);
  expect(screen.getByRole('link', { name: /Source/ }).getAttribute('href')).toBe(source.ref);
  await expectNoAxeViolations(container);
});

test('saves the policy that is chosen, and whether visits are logged', async () => {
  const user = userEvent.setup();
  const onSave = vi.fn();
  const { container } = render(<ReviewSettings cadence={defaultCadence} readOnVisit={false} onSave={onSave} />);

  await user.selectOptions(screen.getByRole('combobox', { name: 'Review policy' }), 'CIS Controls v8 (5.1)');
  await user.click(screen.getByRole('checkbox', { name: 'Log the member list on every visit' }));

  const quarterly = { count: 3, unit: 'months' };
  expect(onSave.mock.calls).toEqual([
    [{ cadence: { preset: 'cis', privileged: quarterly, others: quarterly } }],
    [{ readOnVisit: true }],
  ]);
  await expectNoAxeViolations(container);
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { ReviewSettings } from '@/components/options/review-settings';
import { type Cadence, cadencePresets, defaultCadence } from '@/lib/domain/review/cadence';
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

/** The section over a policy that is kept in memory. */
function Policy({ initial, onSave }: { initial: Cadence; onSave: (cadence: Cadence) => void }) {
  const [cadence, setCadence] = useState(initial);
  return (
    <ReviewSettings
      cadence={cadence}
      readOnVisit={false}
      onSave={({ cadence: next }) => {
        if (!next) return;
        setCadence(next);
        onSave(next);
      }}
    />
  );
}

test('takes days of the organization’s own, from those of the policy before', async () => {
  const user = userEvent.setup();
  const onSave = vi.fn();
  const months = (count: number) => ({ count, unit: 'months' as const });
  const initial = { preset: 'fedramp', privileged: months(3), others: months(12) };
  const { container } = render(<Policy initial={initial} onSave={onSave} />);

  await user.selectOptions(screen.getByRole('combobox', { name: 'Review policy' }), 'Days of your own');
  const privileged = screen.getByRole('textbox', { name: 'Days for Admins and Owners' });
  const others = screen.getByRole('textbox', { name: 'Days for others' });
  expect([privileged, others].map((field) => (field as HTMLInputElement).value)).toEqual(['90', '365']);
  await user.clear(privileged);
  expect(container.textContent).toContain('Enter a number of days from 1 to 1000.');
  await user.type(privileged, '30');

  const days = (count: number) => ({ count, unit: 'days' });
  expect(onSave).toHaveBeenLastCalledWith({ preset: 'own', privileged: days(30), others: days(365) });
  expect(container.textContent).toContain('Admins and Owners every 30 days, others every 365 days.');
  await expectNoAxeViolations(container);
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { checkMonths, RetentionSettings } from '@/components/options/retention-settings';
import { expectNoAxeViolations } from '../../support/component-setup';

/** What is saved comes back, as from `storage.local`. */
function Kept({ months, onSave }: { months: number | null; onSave: (months: number | null) => void }) {
  const [kept, setKept] = useState(months);
  return (
    <RetentionSettings
      months={kept}
      onSave={(next) => {
        setKept(next);
        onSave(next);
      }}
    />
  );
}

const field = () => screen.getByRole('textbox', { name: 'Months to keep personal values' }) as HTMLInputElement;

describe('checkMonths', () => {
  it.each([
    ['', true],
    [' 12 ', true],
    ['1', true],
    ['600', true],
    ['0', false],
    ['601', false],
    ['1.5', false],
    ['-3', false],
    ['a year', false],
  ])('of “%s” is good: %s', (text, ok) => {
    expect(checkMonths(text).ok).toBe(ok);
  });
});

describe('RetentionSettings', () => {
  it.each([
    ['24', 24],
    ['{Backspace}{Backspace}', null],
  ])('saves %s as %s', async (keys, months) => {
    const onSave = vi.fn();
    render(<Kept months={keys === '24' ? null : 12} onSave={onSave} />);

    await userEvent.setup().type(field(), keys);

    expect(onSave).toHaveBeenLastCalledWith(months);
  });

  it('saves nothing that is no number of months, and says what would be', async () => {
    const onSave = vi.fn();
    render(<RetentionSettings months={null} onSave={onSave} />);

    await userEvent.setup().type(field(), 'soon');

    expect(onSave).not.toHaveBeenCalled();
    expect(screen.getByRole('textbox', { description: /Enter a number of months from 1 to 600/ })).toBe(field());
  });

  it('shows what the organization set, which nobody changes here', async () => {
    const onSave = vi.fn();
    const { container } = render(<RetentionSettings months={6} policy={24} onSave={onSave} />);

    await userEvent.setup().type(field(), '9');

    expect(field().value).toBe('24');
    expect(screen.getByRole('textbox', { description: /Set by your organization’s policy/ })).toBe(field());
    expect(onSave).not.toHaveBeenCalled();
    await expectNoAxeViolations(container);
  });
});

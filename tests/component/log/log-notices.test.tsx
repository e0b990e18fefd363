import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { expectNoAxeViolations } from '../../support/component-setup';
import { Page } from './stage';

describe('what the log page says of trouble', () => {
  it('offers to save the entries where the log cannot be read', async () => {
    const onRescue = vi.fn();
    render(<Page grants={null} trouble="The upgrade failed." onRescue={onRescue} />);

    await userEvent.setup().click(screen.getByRole('button', { name: 'Save the entries' }));

    expect(onRescue).toHaveBeenCalledOnce();
    expect(screen.getByRole('alert').textContent).toContain('The upgrade failed.');
  });

  it('does not take a lost log for a new one', async () => {
    const { container } = render(
      <Page grants={[]} entries={0} loss="Entry 1 is missing: the log was seen to reach entry 40." />,
    );

    expect(screen.getByRole('alert').textContent).toContain('Entry 1 is missing');
    expect(screen.queryByText('No grants yet')).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('says when the log cannot be read', async () => {
    const { container } = render(<Page grants={null} complete={false} trouble="The database is closed." />);

    expect(screen.getByRole('alert').textContent).toContain('The database is closed.');
    await expectNoAxeViolations(container);
  });
});

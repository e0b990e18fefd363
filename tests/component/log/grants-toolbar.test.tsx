import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { expectNoAxeViolations } from '../../support/component-setup';
import { bodyRows, Page, search, shownTickets } from './stage';

describe('GrantsToolbar', () => {
  it('filters by ticket and by the days of the start', async () => {
    const user = userEvent.setup();
    render(<Page />);

    await user.type(screen.getByRole('textbox', { name: 'Ticket' }), 'ritm');
    expect(shownTickets()).toEqual(['RITM0012345']);
    await user.clear(screen.getByRole('textbox', { name: 'Ticket' }));
    await user.type(screen.getByLabelText('Started from'), '2099-01-01');

    expect(screen.getByText('No grant matches.')).toBeDefined();
  });

  it('searches as it is typed, says how many are left, and offers the way back', async () => {
    const user = userEvent.setup();
    const { container } = render(<Page />);

    await user.type(search(), 'reads plan');
    expect(shownTickets()).toEqual(['IAM-2']);
    expect(screen.getByText('1 of 3')).toBeTruthy();

    await user.type(search(), ' figma');
    expect(screen.getByText('No grant matches.')).toBeTruthy();
    await expectNoAxeViolations(container);

    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    expect(bodyRows()).toHaveLength(3);
  });

  it('filters by vendor and status', async () => {
    const user = userEvent.setup();
    render(<Page />);

    await user.selectOptions(screen.getByRole('combobox', { name: 'Vendor' }), 'RudderStack');
    expect(shownTickets()).toEqual(['IAM-2']);

    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Active');
    expect(screen.getByText('No grant matches.')).toBeTruthy();
  });
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { GrantFigures } from '@/components/log/grants-by-month';
import { GrantsPicture } from '@/components/log/grants-picture';
import { expectNoAxeViolations } from '../../support/component-setup';

const figures: GrantFigures = {
  months: [
    { month: '2026-09', total: 3, byVendor: { logrocket: 1, rudderstack: 2 } },
    { month: '2026-10', total: 0, byVendor: {} },
    { month: '2026-11', total: 1200, byVendor: { logrocket: 1200 } },
  ],
  vendors: ['logrocket', 'rudderstack'],
  total: 1203,
  temporary: 400,
  overdue: 2,
  excepted: 0,
};

const overview = () => screen.getByRole('region', { name: 'Overview' });

describe('GrantsPicture', () => {
  it('says every month to those who do not see it, and names the vendors', async () => {
    const { container } = render(<GrantsPicture figures={figures} filtered={false} open />);

    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Grants started per month. September 2026: 3, October 2026: 0, November 2026: 1200.',
    );
    expect(
      within(overview())
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['LogRocket', 'RudderStack']);
    await expectNoAxeViolations(container);
  });

  it.each([
    ['Grants', '1,203'],
    ['Temporary', '40033 %'],
    ['Overdue', '2under 1 %'],
    ['With an exception', '0'],
  ])('counts %s', (name, value) => {
    render(<GrantsPicture figures={figures} filtered={false} open />);

    expect(within(overview()).getByText(name, { selector: 'dt' }).nextElementSibling?.textContent).toBe(value);
  });

  it('is a table on demand, the newest month first', async () => {
    const user = userEvent.setup();
    const { container } = render(<GrantsPicture figures={figures} filtered={false} open />);

    await user.click(screen.getByRole('button', { name: 'Show as a table' }));

    const rows = within(screen.getByRole('table', { name: 'Grants per month' })).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['Month', 'LogRocket', 'RudderStack', 'Total'],
      ['November 2026', '1,200', '0', '1,200'],
      ['October 2026', '0', '0', '0'],
      ['September 2026', '1', '2', '3'],
    ]);
    await expectNoAxeViolations(container);
    await user.click(screen.getByRole('button', { name: 'Show as a picture' }));
    expect(screen.getByRole('img')).toBeDefined();
  });

  it('says that it shows what matches where filters are set', () => {
    render(<GrantsPicture figures={figures} filtered open={false} />);

    expect(screen.getByText('Overview of the grants that match')).toBeDefined();
  });

  it('of no grants is no picture of nothing', () => {
    render(<GrantsPicture figures={{ ...figures, months: [], vendors: [], total: 0 }} filtered open />);

    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Grants started per month. None yet.');
  });
});

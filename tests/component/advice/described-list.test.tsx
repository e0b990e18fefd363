import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DescribedList } from '@/components/advice/described-list';
import type { Described } from '@/lib/domain/advice';
import { expectNoAxeViolations } from '../../support/axe';

const analyst: Described = {
  vendor: 'logrocket',
  organization: 'acme',
  generation: 'team-members',
  kind: 'role',
  name: 'Analyst',
  gives: ['linked-sessions', 'gone'],
  on: '2026-11-20',
};

test('names each, what it gives and where, and lets it be changed or forgotten', async () => {
  const user = userEvent.setup();
  const onRemove = vi.fn();
  const group: Described = { ...analyst, vendor: 'elsewhere', organization: '', kind: 'group', name: 'Group' };
  const onChange = vi.fn();
  const { container } = render(<DescribedList described={[analyst, group]} onChange={onChange} onRemove={onRemove} />);

  await user.click(screen.getByRole('button', { name: 'Change Analyst' }));
  await user.click(screen.getByRole('button', { name: 'Forget Analyst' }));

  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(rows[0]).toContain('Analyst · Role at LogRocket (acme)');
  expect(rows[0]).toContain('Gives viewing sessions by direct link. Described on 20 Nov 2026.');
  expect(rows[1]).toContain('Group · Group at elsewhere');
  expect(rows[1]).toContain('Gives nothing that this version knows.');
  expect(onChange).toHaveBeenCalledWith(analyst);
  expect(onRemove).toHaveBeenCalledWith(analyst);
  // What a newer version wrote can be forgotten, and not be changed here.
  expect(screen.queryByRole('button', { name: 'Change Group' })).toBeNull();
  await expectNoAxeViolations(container);
});

test('says how one gets here while there is none', async () => {
  const { container } = render(<DescribedList described={[]} onChange={vi.fn()} onRemove={vi.fn()} />);

  expect(container.textContent).toContain('the guide asks what it gives');
  await expectNoAxeViolations(container);
});

test('shows nothing before they were read', async () => {
  const { container } = render(<DescribedList described={undefined} onChange={vi.fn()} onRemove={vi.fn()} />);

  expect(container.textContent).toBe('');
  await expectNoAxeViolations(container);
});

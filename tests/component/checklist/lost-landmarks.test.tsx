import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LostLandmarks, notFound } from '@/components/checklist/lost-landmarks';
import { expectNoAxeViolations } from '../../support/axe';
import { facts } from '../../unit/messaging/samples';

const healthy = facts({ rows: [], landmarks: { 'invite-button': true, 'member-list': true } });
const lost = facts({ rows: [], landmarks: { 'invite-button': false, 'member-list': true } });
const empty = facts({ rows: [], landmarks: {} });

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('LostLandmarks', () => {
  test('is quiet where all is as expected', async () => {
    const { container } = render(<LostLandmarks facts={healthy} onPick={() => {}} />);
    await pass(5000);

    expect(container.textContent).toBe('');
    await expectNoAxeViolations(container);
  });

  test.each([
    [
      'one',
      lost,
      '1 of 2 landmarks found',
      'Not found: the button “Invite member”. The checklist goes on without them.',
    ],
    [
      'all',
      empty,
      '0 of 2 landmarks found',
      'Not found: the button “Invite member” and the list of members. The vendor may have changed this page: go by the words of each step and confirm it yourself.',
    ],
  ])('names what is lost once it has been missing for a while: %s', async (_what, seen, count, words) => {
    const { container } = render(<LostLandmarks facts={seen} onPick={() => {}} />);
    await pass(1500);
    const soon = container.textContent;
    await pass(1000);

    expect(soon).toBe('');
    expect(screen.getByText(count)).toBeTruthy();
    expect(screen.getByText(words)).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  test('says nothing of a page that was only loading', async () => {
    const { container, rerender } = render(<LostLandmarks facts={empty} onPick={() => {}} />);
    await pass(1500);
    rerender(<LostLandmarks facts={healthy} onPick={() => {}} />);
    await pass(3000);

    expect(container.textContent).toBe('');
    await expectNoAxeViolations(container);
  });

  test('lets the admin point at each', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    const onPick = vi.fn();
    const { container } = render(<LostLandmarks facts={lost} onPick={onPick} />);
    await pass(2500);

    await user.click(screen.getByText('Point at what is missing'));
    await user.click(screen.getByRole('button', { name: 'Point at the button “Invite member”' }));

    expect(onPick).toHaveBeenCalledWith('invite-button');
    await expectNoAxeViolations(container);
  });
});

describe('notFound', () => {
  test.each([
    [['a'], 'Not found: a.'],
    [['a', 'b', 'c'], 'Not found: a, b and c.'],
    [['a', 'b', 'c', 'd', 'e'], 'Not found: a, b, c and 2 more.'],
  ])('%j', (names, expected) => {
    expect(notFound(names)).toBe(expected);
  });
});

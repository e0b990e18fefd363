import { render, screen } from '@testing-library/react';
import { Inbox } from 'lucide-react';
import { expect, test } from 'vitest';
import { Age, DateText } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { ExternalLink } from '@/components/ui/external-link';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Section } from '@/components/ui/section';
import { StatusBadge } from '@/components/ui/status-badge';
import type { GrantStatus } from '@/lib/domain/grant/grant';
import { expectNoAxeViolations } from '../../support/axe';

test('every status is an icon, a word and a colour of its own, none shared by all three', async () => {
  const statuses: GrantStatus[] = [
    'Draft',
    'Invited',
    'Accepted',
    'Active',
    'Expired invitation',
    'Overdue',
    'Removed',
  ];
  const { container } = render(statuses.map((status) => <StatusBadge key={status} status={status} />));

  const icons = [...container.querySelectorAll('svg')];

  expect(container.textContent).toBe(statuses.join(''));
  expect(new Set(icons.map((icon) => icon.innerHTML)).size).toBe(statuses.length);
  expect(icons.every((icon) => icon.getAttribute('aria-hidden') === 'true')).toBe(true);
  await expectNoAxeViolations(container);
});

test.each([
  [3, 12, '25%'],
  [12, 12, '100%'],
  [0, 0, '0%'],
  [13, 12, '100%'],
])('%i of %i is drawn and said', async (value, max, width) => {
  const { container } = render(<ProgressBar label="Checklist progress" value={value} max={max} />);

  const bar = screen.getByRole('progressbar', { name: 'Checklist progress' });

  expect(bar.getAttribute('aria-valuetext')).toBe(`${value} of ${max}`);
  expect((bar.firstElementChild as HTMLElement).style.inlineSize).toBe(width);
  await expectNoAxeViolations(container);
});

test('a time says how long ago, and exactly when on being pointed at', async () => {
  const { container } = render(
    <>
      <Age at="2026-11-19T12:00:00.000Z" now={new Date('2026-11-21T12:00:00.000Z')} />
      <DateText date="2027-06-30" />
    </>,
  );

  const [ago, day] = [...container.querySelectorAll('time')];

  expect(ago?.textContent).toBe('2 days ago');
  expect(ago?.title).toMatch(/^2026-11-(19|20) \d\d:\d\d:\d\d UTC/);
  expect(day?.textContent).toBe('30 Jun 2027');
  await expectNoAxeViolations(container);
});

test('a notice, a region, an empty place and a link say what they are', async () => {
  const { container } = render(
    <Section title="Findings">
      <Notice tone="warn" role="status" title="Title">
        <p>Text</p>
      </Notice>
      <EmptyState icon={Inbox} title="Nothing yet.">
        Why.
      </EmptyState>
      <ExternalLink href="https://app.rudderstack.com/">Open RudderStack</ExternalLink>
    </Section>,
  );

  const link = screen.getByRole('link', { name: 'Open RudderStack' });

  expect(screen.getByRole('region', { name: 'Findings' }).textContent).toContain('Nothing yet.');
  expect(screen.getByRole('status').textContent).toBe('TitleText');
  expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noreferrer']);
  await expectNoAxeViolations(container);
});

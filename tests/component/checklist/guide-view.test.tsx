import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useCallback, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { GuideView, type GuideViewProps } from '@/components/checklist/guide-view';
import type { Grant } from '@/lib/domain/grant/grant';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import { guideFor } from '@/lib/vendors/guide';
import { expectNoAxeViolations } from '../../support/axe';
import { aGrant, mark } from '../../support/grants';
import { noActions } from './no-actions';

const at = '2026-11-20T09:00:00.000Z';
const now = new Date('2026-11-21T09:00:00.000Z');
const settings = { plan: '', sso: false, scope: [] };

const facts = (change: Partial<PageFacts> = {}): PageFacts => ({
  url: 'https://app.rudderstack.com/settings/members',
  recognition: { vendor: 'rudderstack', generation: 'members', page: 'members', evidence: [], missing: [] },
  landmarks: { 'member-list': true, 'invite-button': true },
  rows: [],
  form: null,
  notices: [],
  ...change,
});

/** The guide as the frame shows it; collapsing is the frame's own. */
function Guide({ grant, seen, ...rest }: { grant: Grant; seen: PageFacts | null } & Partial<GuideViewProps>) {
  const [collapsed, setCollapsed] = useState(false);
  const onCollapse = useCallback((next: boolean) => setCollapsed(next), []);
  const guide = guideFor(grant, seen, settings);
  if (!guide) throw new Error('RudderStack members is not registered');
  return (
    <GuideView
      grant={grant}
      others={[]}
      facts={seen}
      guide={guide}
      now={now}
      collapsed={collapsed}
      problem={null}
      onCollapse={onCollapse}
      onChoose={() => {}}
      settings={settings}
      message=""
      actions={noActions()}
      {...rest}
    />
  );
}

const grant = (change: Partial<Grant> = {}) =>
  aGrant({ generation: 'members', recommended: { role: 'Read-Only', scopeRole: null }, page: mark(3, at), ...change });

test('is headed by ticket and e-mail, and says how far it is', async () => {
  const { container } = render(<Guide grant={grant()} seen={facts()} />);

  const heading = screen.getByRole('heading', { level: 1 });
  const progress = screen.getByRole('progressbar', { name: 'Checklist progress' });

  expect(heading.textContent).toBe('IAM-1234 kim.sato@northwind.example');
  expect(progress.getAttribute('aria-valuenow')).toBe('1');
  expect(screen.getByText('Draft')).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('warns at once when the open form has a greater role, and not before', async () => {
  const { container, rerender } = render(<Guide grant={grant()} seen={facts()} />);
  const before = screen.queryByRole('alert');

  rerender(<Guide grant={grant()} seen={facts({ form: { emails: [], roles: ['Admin'] } })} />);

  expect(before).toBeNull();
  expect(screen.getByRole('alert', { name: 'Role warning' }).textContent).toContain('Admin is selected.');
  expect(screen.getByRole('textbox', { name: 'Justification' })).toBeTruthy();
  expect(document.activeElement).toBe(document.body);
  await expectNoAxeViolations(container);
});

test('collapses to a tab with the progress in it, and back', async () => {
  const user = userEvent.setup();
  const { container } = render(<Guide grant={grant()} seen={facts()} />);

  await user.click(screen.getByRole('button', { name: 'Collapse guide' }));
  const steps = screen.queryByRole('list', { name: 'Steps' });
  const tab = screen.getByRole('button', { name: 'Expand guide' });
  const text = tab.parentElement?.textContent;
  const progress = screen.getByRole('progressbar', { name: 'Checklist progress' });
  await expectNoAxeViolations(container);
  await user.click(tab);

  expect(steps).toBeNull();
  expect(text).toMatch(/^IAM-1234 *1 of \d+$/);
  expect(progress).toBeTruthy();
  expect(screen.getByRole('list', { name: 'Steps' })).toBeTruthy();
});

test('hands the focus from one button to the other when it is folded by keyboard', async () => {
  const user = userEvent.setup();
  const { container } = render(<Guide grant={grant()} seen={facts()} />);
  screen.getByRole('button', { name: 'Collapse guide' }).focus();

  await user.keyboard('{Enter}');
  const folded = document.activeElement?.getAttribute('aria-label');
  await user.keyboard('{Enter}');

  expect(folded).toBe('Expand guide');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Collapse guide');
  await expectNoAxeViolations(container);
});

test('opens by itself for a new warning, and stays put aside for one that was seen', async () => {
  const user = userEvent.setup();
  const bad = facts({ form: { emails: [], roles: ['Admin'] } });
  const { container, rerender } = render(<Guide grant={grant()} seen={facts()} />);
  await user.click(screen.getByRole('button', { name: 'Collapse guide' }));

  rerender(<Guide grant={grant()} seen={bad} />);
  const opened = screen.queryByRole('alert', { name: 'Role warning' });
  await user.click(screen.getByRole('button', { name: 'Collapse guide' }));
  rerender(<Guide grant={grant()} seen={{ ...bad }} />);

  expect(opened).not.toBeNull();
  expect(screen.getByRole('button', { name: 'Expand guide' })).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('goes on warning of a role in the later steps of a wizard, where the form no longer shows it', async () => {
  const wizard = { emails: ['kim.sato@northwind.example'], roles: ['Admin'] };
  const { container } = render(<Guide grant={grant()} seen={facts({ wizard })} />);

  expect(screen.getByRole('alert', { name: 'Role warning' }).textContent).toContain('Admin is selected.');
  await expectNoAxeViolations(container);
});

describe('behind a modal dialog of the vendor', () => {
  const words = 'The vendor’s dialog keeps this guide from being clicked. Go on in the side panel.';

  test('says once that it cannot be clicked, and where to go on', async () => {
    const { container, rerender } = render(<Guide grant={grant()} seen={facts()} />);
    const before = screen.queryByText(words);

    rerender(<Guide grant={grant()} seen={facts({ blocked: true })} />);
    const said = screen.getAllByText(words);
    await expectNoAxeViolations(container);
    rerender(<Guide grant={grant()} seen={facts()} />);

    expect(before).toBeNull();
    expect(said).toHaveLength(1);
    expect(said[0]?.closest('[role="status"]')).not.toBeNull();
    expect(screen.queryByText(words)).toBeNull();
  });

  test('says so in its tab while it is collapsed, and stays put aside', async () => {
    const user = userEvent.setup();
    const { container, rerender } = render(<Guide grant={grant()} seen={facts()} />);
    await user.click(screen.getByRole('button', { name: 'Collapse guide' }));

    rerender(<Guide grant={grant()} seen={facts({ blocked: true })} />);

    expect(screen.getByRole('button', { name: 'Expand guide' }).parentElement?.textContent).toContain(
      'Use the side panel',
    );
    await expectNoAxeViolations(container);
  });
});

test('repeats a refusal of the vendor word for word, as text, with what helps', async () => {
  const notices = ['<b>Member limit</b> reached: upgrade your plan'];
  const { container } = render(<Guide grant={grant()} seen={facts({ notices })} />);

  const said = screen.getByText('The page says').closest('[role="status"]');

  expect(said?.textContent).toContain('“<b>Member limit</b> reached: upgrade your plan”');
  expect(said?.textContent).toContain('No more members can be invited');
  expect(container.querySelector('b')).toBeNull();
  await expectNoAxeViolations(container);
});

test('takes no notice of what is not a refusal', async () => {
  const { container } = render(<Guide grant={grant()} seen={facts({ notices: ['Invitation sent'] })} />);

  expect(screen.queryByText('The page says')).toBeNull();
  await expectNoAxeViolations(container);
});

test('says politely which step was just observed, and nothing about those before', async () => {
  const { container, rerender } = render(<Guide grant={grant()} seen={facts()} />);
  const live = () => [...container.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent).join('');
  const before = live();
  const invited = mark(6, at);

  await act(async () =>
    rerender(<Guide grant={grant({ milestones: { invited }, role: 'Read-Only', roleSeen: invited })} seen={facts()} />),
  );

  expect(before).toBe('');
  expect(live()).toMatch(/^Observed: .*Click “Invite”\./);
  expect(live()).not.toContain('Go to Settings');
  expect(screen.getByText('Invited')).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('names other open grants, and changes over to one', async () => {
  const user = userEvent.setup();
  const onChoose = vi.fn();
  const others = [
    { id: 'a', ticket: 'IAM-7', email: 'ana@northwind.example' },
    { id: 'b', ticket: 'IAM-8', email: null },
  ];
  const { container } = render(<Guide grant={grant()} seen={facts()} others={others} onChoose={onChoose} />);

  await user.click(screen.getByText('2 other open grants'));
  await user.click(screen.getByRole('button', { name: 'IAM-7 ana@northwind.example' }));

  expect(onChoose).toHaveBeenCalledWith('a');
  expect(screen.getByRole('button', { name: 'IAM-8 a forgotten person' })).toBeTruthy();
  await expectNoAxeViolations(container);
});

test('tells what the background refused', async () => {
  const { container } = render(
    <Guide grant={grant()} seen={facts()} problem="This step is not part of it any more." />,
  );

  expect(screen.getByRole('alert').textContent).toBe('This step is not part of it any more.');
  await expectNoAxeViolations(container);
});

test('has a way out for everything that is known to go wrong', async () => {
  const user = userEvent.setup();
  const { container } = render(<Guide grant={grant()} seen={facts()} />);

  await user.click(screen.getByText('Something went wrong?'));

  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toContain('The invitation does not arrive');
  await expectNoAxeViolations(container);
});

test('goes on without a page, pointing at nothing', async () => {
  const { container } = render(<Guide grant={grant()} seen={null} />);

  const steps = screen.getByRole('list', { name: 'Steps' });

  expect(within(steps).queryByRole('button', { name: 'Show me' })).toBeNull();
  expect(within(steps).queryByText(/Not on the page/)).toBeNull();
  await expectNoAxeViolations(container);
});

test('offers unasked what helps when the invitation has lapsed', async () => {
  const invited = mark(6, '2026-11-10T09:00:00.000Z');
  const current = grant({ generation: 'access-management', milestones: { invited } });
  const { container } = render(<Guide grant={current} seen={null} />);

  const said = screen.getAllByText('The invitation does not arrive')[0]?.closest('[role="status"]');

  expect(said?.textContent).toContain('“Delete invitation”');
  await expectNoAxeViolations(container);
});

test('speaks of the removal alone once that has begun', async () => {
  const removal = mark(9, at, 'confirmed');
  const removed = grant({ removal, milestones: { invited: mark(6, at) } });
  const { container } = render(<Guide grant={removed} seen={facts()} />);

  const notice = screen.getByText('Access is being removed');
  const steps = screen.getByRole('list', { name: 'Steps' });

  expect(notice.compareDocumentPosition(steps)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(screen.queryByRole('region', { name: 'Recommended role' })).toBeNull();
  await expectNoAxeViolations(container);
});

test('says when an invitation lapses', async () => {
  const invited = mark(6, '2026-11-20T21:00:00.000Z');
  const current = grant({ generation: 'access-management', milestones: { invited } });
  const { container } = render(<Guide grant={current} seen={null} />);

  expect(screen.getByText(/^The invitation expires/).textContent).toBe('The invitation expires in 2 days.');
  await expectNoAxeViolations(container);
});

test('does not scroll from under a press, which would lose its click', () => {
  vi.useFakeTimers();
  const scrolled = vi.spyOn(window, 'scrollBy').mockImplementation(() => {});
  const below = vi
    .spyOn(HTMLElement.prototype, 'getBoundingClientRect')
    .mockReturnValue(new DOMRect(0, innerHeight + 100, 300, 40));
  try {
    const { rerender } = render(<Guide grant={grant()} seen={facts()} />);
    act(() => vi.advanceTimersByTime(200));
    expect(scrolled).toHaveBeenCalledOnce();

    const first = screen.getAllByRole('checkbox').at(0);
    first?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    rerender(<Guide grant={grant()} seen={facts({ form: { emails: [], roles: [] } })} />);
    act(() => vi.advanceTimersByTime(2000));
    expect(scrolled).toHaveBeenCalledOnce();

    first?.dispatchEvent(new Event('pointerup', { bubbles: true }));
    vi.advanceTimersByTime(1);
    expect(scrolled).toHaveBeenCalledTimes(2);
  } finally {
    below.mockRestore();
    scrolled.mockRestore();
    vi.useRealTimers();
  }
});

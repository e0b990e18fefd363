import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { GrantDetail } from '@/components/log/grant-detail';
import type { Grant } from '@/lib/domain/grant/grant';
import type { Entry } from '@/lib/domain/log/entry';
import { expectNoAxeViolations } from '../../support/component-setup';
import { chainOf, grantsOf, now, story, uuid } from '../../unit/exports/sample-log';

const entries = chainOf(story);
const [whole] = grantsOf(entries) as [Grant];

function show(grant: Grant, more: { entries?: readonly Entry[] | null; marked?: number } = {}) {
  const own = entries.filter((entry) => entry.grant === grant.id);
  return render(
    <GrantDetail
      grant={grant}
      entries={more.entries === undefined ? own : more.entries}
      marked={more.marked ?? null}
      ticketLink="https://jira.example.com/browse/{ticket}"
      now={now}
      takesFocus={false}
      onClose={() => {}}
    />,
  );
}

/** What stands beside a name in the facts. */
const fact = (name: string) =>
  screen.getAllByRole('term').find((term) => term.textContent === name)?.nextElementSibling?.textContent;

describe('GrantDetail', () => {
  it('shows every fact of the grant', async () => {
    const { container } = show(whole);

    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('grace@partner.example');
    expect(screen.getByRole('link', { name: 'IAM-1234' }).getAttribute('href')).toBe(
      'https://jira.example.com/browse/IAM-1234',
    );
    expect({
      purpose: fact('Purpose'),
      scope: fact('Scope'),
      role: fact('Role on the page'),
      recommended: fact('Recommended role'),
      access: fact('Role in each app'),
      ends: fact('Access ends'),
      page: fact('Vendor’s page'),
      reason: fact('Reason'),
      approvedBy: fact('Approved by'),
      grantedBy: fact('Granted by'),
      exception: fact('Exception'),
      key: fact('Grace - Source Maps - Production'),
      invited: fact('Invited'),
      removed: fact('Removed'),
    }).toMatchObject({
      purpose: 'Implementation or configuration',
      scope: 'ProductionStaging',
      role: 'Member',
      recommended: 'Member, Admin in each app',
      access: 'Production: Admin',
      ends: '30 Jun 2027',
      page: 'Settings › Organization › Team (roles per app)',
      reason: 'Source maps for the checkout release',
      approvedBy: 'Katherine Johnson',
      grantedBy: 'Ada Lovelace · ada@example.com',
      exception: 'Admin instead of Member: She invites her own team',
      key: 'Uploading source maps, for Grace HopperProduction, read/writeExpires 31 Mar 2027Rotated every 90 days',
      invited: expect.stringMatching(/2026.*Observed$/),
      removed: expect.stringMatching(/2026.*Confirmed$/),
    });
    await expectNoAxeViolations(container);
  });

  it('shows each entry with who, when, how it is known, its number and its hash', async () => {
    const { container } = show(whole, { marked: 5 });

    const items = within(screen.getByRole('list', { name: 'Timeline' })).getAllByRole('listitem');
    const item = items[3] as HTMLElement;
    expect(items).toHaveLength(whole.entries);
    expect(item.textContent).toContain('The page lists the invitation with the role Admin');
    expect(within(item).getByText('Observed')).toBeTruthy();
    expect(within(item).getByText('Ada Lovelace')).toBeTruthy();
    expect(item.querySelector('time')?.title).toBe('2026-11-20 09:04:00 UTC');
    expect(within(item).getByRole('link', { name: 'Entry 5' }).getAttribute('href')).toBe('#entry=5');
    expect(within(item).getByRole('link', { name: 'Entry 5' }).getAttribute('aria-current')).toBe('true');
    expect(item.querySelector('code')?.textContent).toBe(entries[4]?.hash.slice(0, 8));
    expect(item.querySelector('code')?.title).toBe(`SHA-256 ${entries[4]?.hash}`);
    await expectNoAxeViolations(container);
  });

  it('says what is not known, not seen and not reached', async () => {
    const grant = { ...(grantsOf(chainOf(story.slice(0, 2)))[0] as Grant), scope: [], accessEnds: null };
    const { container } = show(grant);

    expect([
      fact('Scope'),
      fact('Role on the page'),
      fact('Recommended role'),
      fact('Access ends'),
      fact('Active'),
    ]).toEqual(['No app named', 'Not seen yet', 'None yet', 'No end date', 'Not yet']);
    expect(screen.queryByText('Removed', { selector: 'dt' })).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('says when an invitation lapses, where the vendor says so', () => {
    const invited = grantsOf(chainOf(story.slice(0, 5)))[0] as Grant;
    show({ ...invited, vendor: 'rudderstack', generation: 'access-management' });

    expect(fact('Invitation expires')).toContain('23 Nov 2026');
  });

  it('says who was forgotten', async () => {
    const { container } = show({
      ...whole,
      email: null,
      reason: null,
      approvedBy: null,
      grantedBy: { name: null, email: null },
      exceptions: [{ seq: 4, recommended: 'Member', chosen: 'Admin', justification: null }],
    });

    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Forgotten person');
    expect([fact('Reason'), fact('Approved by'), fact('Granted by')]).toEqual([
      'Forgotten',
      'Forgotten person',
      'Forgotten person',
    ]);
    await expectNoAxeViolations(container);
  });

  it('leads to the other grant of the same person', () => {
    show({ ...whole, sameAs: uuid(7) });

    expect(screen.getByRole('link', { name: 'Earlier open grant' }).getAttribute('href')).toBe(`#grant=${uuid(7)}`);
  });

  it('says that the entries are being read', async () => {
    const { container } = show(whole, { entries: null });

    expect(screen.getByText('Reading the entries…')).toBeTruthy();
    await expectNoAxeViolations(container);
  });
});

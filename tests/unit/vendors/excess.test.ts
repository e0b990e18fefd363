import { describe, expect, it } from 'vitest';
import type { Grant } from '@/lib/domain/grant/grant';
import type { RosterRow } from '@/lib/domain/grant/page-facts';
import { onlySettings } from '@/lib/vendors/advising';
import { beyondGrants } from '@/lib/vendors/excess';
import { aGrant, mark } from '../../support/grants';

const settings = { plan: '', sso: false, scope: [] };
const row = (change: Partial<RosterRow> = {}): RosterRow => ({
  email: 'Kim.Sato@northwind.example',
  name: 'Kim',
  roles: ['Admin'],
  status: 'active',
  words: 'Active',
  access: null,
  ...change,
});
const members = { vendor: 'rudderstack', generation: 'members' };
const beyond = (grants: readonly Grant[], of: RosterRow, page = members) =>
  beyondGrants(page, grants, onlySettings(settings))(of);

describe('beyondGrants', () => {
  it.each([
    [
      'more than the grant needs',
      ['Read-Write'],
      'look',
      /^reading secrets in transformation code, .* and \d more things$/,
    ],
    ['just what it needs of what there is', ['Read-Only'], 'live-events', /^reading secrets in transformation code$/],
    ['nothing more', ['Admin'], 'administration', /^reading secrets/],
  ])('%s', (_what, roles, purpose, excess) => {
    const found = beyond([aGrant({ purpose })], row({ roles }));

    expect(found).toMatchObject({ ticket: 'IAM-1234', unread: null, unknown: [], describe: null });
    expect(found?.excess).toMatch(excess);
  });

  it('is nothing where everything is needed', () => {
    const refine = { add: ['live-events', 'transformation-secrets'], drop: [] };

    expect(beyond([aGrant({ refine })], row({ roles: ['Read-Only'] }))).toEqual({
      ticket: 'IAM-1234',
      excess: null,
      unread: null,
      unknown: [],
      describe: null,
    });
  });

  it('guesses nothing of a role that is not known', () => {
    const found = beyond([aGrant()], row({ roles: ['Wizard'] }));

    expect(found).toMatchObject({
      ticket: 'IAM-1234',
      excess: null,
      unknown: ['Wizard'],
      describe: { role: 'Wizard' },
    });
    expect(found?.describe?.model.permissions.map(({ id }) => id)).toContain('live-events');
  });

  it.each([
    ['somebody without a grant', [], row()],
    ['another person', [aGrant({ email: 'eve@x.example' })], row()],
    ['a forgotten person', [aGrant({ email: null })], row()],
    ['another vendor', [aGrant({ vendor: 'logrocket' })], row()],
    ['a grant that was removed', [aGrant({ milestones: { removed: mark(9, '2026-11-20T09:00:00.000Z') } })], row()],
    ['a row without a role', [aGrant()], row({ roles: [] })],
    ['a purpose that nobody knows', [aGrant({ purpose: 'unheard of' })], row()],
  ])('says nothing of %s', (_what, grants, of) => {
    expect(beyond(grants, of)).toBeNull();
  });

  it('says nothing at a vendor that nobody knows', () => {
    expect(beyond([aGrant({ vendor: 'nobody' })], row(), { vendor: 'nobody', generation: 'x' })).toBeNull();
  });

  it('counts what the page shows of their roles in apps, and says which of those it does not know', () => {
    const grant = aGrant({ vendor: 'logrocket', purpose: 'visibility', scope: ['Production', 'Staging'] });
    const page = { vendor: 'logrocket', generation: 'organization-team' };
    const found = (access: string) => beyond([grant], row({ roles: ['Member'], access }), page);

    expect(found('Production (Viewer), Staging (Viewer)')).toMatchObject({ excess: null, unknown: [] });
    expect(found('Production (Member)')?.excess).toBe('sharing sessions and creating filters');
    expect(found('Production (Wizard)')).toMatchObject({ excess: null, unknown: ['Wizard'], describe: null });
  });

  it('holds a member against the grant that changed last', () => {
    const old = aGrant({ ticket: 'IAM-1', last: { seq: 3, at: '2026-11-19T09:00:00.000Z' } });
    const young = aGrant({ ticket: 'IAM-2', last: { seq: 8, at: '2026-11-20T09:00:00.000Z' } });

    expect(beyond([young, old], row())?.ticket).toBe('IAM-2');
    expect(beyond([old, young], row())?.ticket).toBe('IAM-2');
  });
});

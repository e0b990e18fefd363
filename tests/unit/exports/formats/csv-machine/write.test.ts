import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grant, invitationExpires, type Mark } from '@/lib/domain/grant/grant';
import type { Draft } from '@/lib/domain/log/entry';
import { write as writeCsvMachine } from '@/lib/exports/formats/csv-machine/write';
import { essentialColumns, grantColumns } from '@/lib/exports/grant-columns';
import { chainOf, grantsOf, logOfGrants, now, sourceOf, story, storyGrant, textOf } from '../../sample-log';

const mark: Mark = { seq: 3, at: '2026-11-20T09:03:00.000Z', basis: 'observed' };

const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true, record_delimiter: '\r\n' });

describe('CSV (machine)', () => {
  it('writes one row per grant with every fact that an auditor samples', async () => {
    const entries = chainOf(story.slice(0, 16));

    const rows = read(await textOf(writeCsvMachine(sourceOf(entries))));

    expect(rows).toEqual([
      {
        record_id: storyGrant,
        request_number: 'IAM-1234',
        request_url: '',
        vendor: 'logrocket',
        generation: 'organization-team',
        grantee_email: 'grace@partner.example',
        external: 'yes',
        purpose: 'implementation',
        purpose_refined: '',
        scopes: 'Production; Staging',
        org_role: 'Member',
        recommended_role: 'Member',
        scope_role: 'Production: Admin',
        recommended_scope_role: 'Admin',
        privileged: 'yes',
        status: 'Removed',
        business_justification: 'Source maps for the checkout release',
        approved_by: 'Katherine Johnson',
        granted_by: 'Ada Lovelace',
        granted_by_email: 'ada@example.com',
        granted_at: '2026-11-20T09:05:00.000Z',
        started_at: '2026-11-20T09:01:00.000Z',
        invited_at: '2026-11-20T09:04:00.000Z',
        invited_basis: 'observed',
        invitation_status: 'accepted',
        invitation_expires_at: '',
        accepted_at: '2026-11-20T09:05:00.000Z',
        accepted_basis: 'observed',
        active_at: '',
        active_basis: '',
        end_date: '2027-06-30',
        review_due: '',
        last_review_at: '',
        last_review_decision: '',
        last_review_reason: '',
        reviewer: '',
        reviewer_email: '',
        reviewer_granted_it: '',
        exceptions: 'Admin instead of Member: She invites her own team',
        revoked_at: '2026-11-20T09:10:00.000Z',
        revoked_basis: 'confirmed',
        revoked_by: 'Ada Lovelace',
        revoked_by_email: 'ada@example.com',
        revoke_reason: '',
        revocation_started_at: '',
        api_keys:
          'Grace - Source Maps - Production (Production, read/write, for Uploading source maps, owner Grace Hopper, expires 2027-03-31, rotated every 90 days)',
        same_person_as: '',
        entries: '14',
        last_entry: '16',
        last_change_at: '2026-11-20T09:15:00.000Z',
        exported_at: now.toISOString(),
        log_entries: '16',
        log_head: entries.at(-1)?.hash,
      },
    ]);
  });

  it.each<[string, Partial<Grant>, string]>([
    ['of another domain', {}, 'yes'],
    ['of the admin’s', { email: 'kay@EXAMPLE.com' }, 'no'],
    ['that was forgotten', { email: null }, ''],
    ['where the admin’s is blank', { grantedBy: { name: 'Ada', email: '' } }, ''],
    ['where the admin’s was forgotten', { grantedBy: { name: null, email: null } }, ''],
  ])('says of an address %s whether it is external', async (_what, change, external) => {
    const [grant] = grantsOf(logOfGrants([{}]));

    const rows = read(await textOf(writeCsvMachine(sourceOf([], [{ ...(grant as Grant), ...change }]))));

    expect(rows.map((row) => row.external)).toEqual([external]);
  });

  it('says who reviewed and who removed, and why', async () => {
    const about = { grant: storyGrant, basis: 'confirmed' } as const;
    const told: readonly Draft[] = [
      ...story.slice(0, 9),
      {
        ...about,
        type: 'review.decided',
        data: { campaign: null, decision: 'remove', role: 'Member', reason: 'The project is over', own: true },
      },
      { ...about, type: 'removal.started', data: { reason: 'As the review says' } },
      {
        ...about,
        type: 'step.confirmed',
        data: { generation: 'organization-team', step: 'gone', text: 'Remove Grace', reaches: 'removed' },
      },
    ];

    const rows = read(await textOf(writeCsvMachine(sourceOf(chainOf(told)))));

    expect(rows).toMatchObject([
      {
        last_review_at: '2026-11-20T09:09:00.000Z',
        last_review_decision: 'remove',
        last_review_reason: 'The project is over',
        reviewer: 'Ada Lovelace',
        reviewer_email: 'ada@example.com',
        reviewer_granted_it: 'yes',
        revoked_at: '2026-11-20T09:11:00.000Z',
        revoked_by: 'Ada Lovelace',
        revoked_by_email: 'ada@example.com',
        revoke_reason: 'As the review says',
      },
    ]);
  });

  it.each<[string, Partial<Grant>, string]>([
    ['none', {}, ''],
    ['none, of an account that was there before', { milestones: { active: mark } }, ''],
    ['one that is out', { milestones: { invited: mark } }, 'sent'],
    ['one that its days are over', { milestones: { invited: { ...mark, at: '2026-11-10T09:00:00.000Z' } } }, 'expired'],
    ['one that the page calls expired', { milestones: { invited: mark }, lapsed: mark }, 'expired'],
    ['one that the list lost', { gone: mark }, 'gone'],
    ['one that was taken back', { milestones: { invited: mark, removed: mark } }, 'withdrawn'],
    ['one that was taken up', { milestones: { invited: mark, accepted: mark, removed: mark } }, 'accepted'],
  ])('says what became of the invitation: %s', async (_what, change, status) => {
    const [grant] = grantsOf(logOfGrants([{}]));
    const source = sourceOf([], [{ ...(grant as Grant), ...change }]);

    const rows = read(await textOf(writeCsvMachine({ ...source, invitationDays: () => 3 })));

    expect(rows.map((row) => row.invitation_status)).toEqual([status]);
  });

  it('ends every line in CRLF, has no byte order mark, and heads an empty log with the columns alone', async () => {
    const csv = await textOf(writeCsvMachine(sourceOf([])));

    expect(csv).toBe(`${grantColumns.map(({ header }) => header).join(',')}\r\n`);
  });

  it('writes the columns that were chosen, in their order, and none that it does not know', async () => {
    const columns = ['status', 'nonsense', 'request_number'];

    const csv = await textOf(writeCsvMachine({ ...sourceOf(logOfGrants([{}])), columns }));

    expect(csv).toBe('status,request_number\r\nDraft,IAM-1234\r\n');
  });

  it('knows every essential column', async () => {
    const csv = await textOf(writeCsvMachine({ ...sourceOf([]), columns: essentialColumns }));

    expect(csv).toBe(`${essentialColumns.join(',')}\r\n`);
  });

  it('leaves empty what was forgotten', async () => {
    const [grant] = grantsOf(logOfGrants([{}]));
    const forgotten = { ...grant, email: null, reason: null, approvedBy: null, grantedBy: { name: null, email: null } };

    const [row] = read(await textOf(writeCsvMachine(sourceOf([], [forgotten as never]))));

    expect(row).toMatchObject({ grantee_email: '', business_justification: '', approved_by: '', granted_by: '' });
  });

  it('says whether an invitation lapsed by the vendor’s own rule', async () => {
    const source = { ...sourceOf(chainOf(story.slice(0, 5))), now: new Date('2026-11-23T09:04:00.000Z') };

    const before = read(await textOf(writeCsvMachine(source)));
    const after = read(await textOf(writeCsvMachine({ ...source, invitationDays: () => 3 })));

    expect([before[0]?.status, after[0]?.status]).toEqual(['Invited', 'Expired invitation']);
  });

  it('tells of each grant when its invitation lapses, whatever the one above says', async () => {
    const [grant] = grantsOf(logOfGrants([{}]));
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
    const invited = fc
      .record({ at: moment, generation: fc.constantFrom('3', '14', null) })
      .map(({ at, generation }): Grant => {
        const milestones = { invited: { ...mark, at: at.toISOString() } };
        return { ...(grant as Grant), generation, milestones };
      });
    const invitationDays = ({ generation }: Grant) => (generation === null ? null : Number(generation));

    await fc.assert(
      fc.asyncProperty(fc.array(invited, { maxLength: 12 }), async (grants) => {
        const source = { ...sourceOf([], grants), now: new Date('2027-06-30T12:00:00.000Z'), invitationDays };

        const rows = read(await textOf(writeCsvMachine(source)));

        const expires = grants.map((one) => invitationExpires(one, invitationDays(one)));
        expect(rows.map((row) => row.invitation_expires_at)).toEqual(expires.map((at) => at?.toISOString() ?? ''));
        expect(rows.map((row) => row.invitation_status)).toEqual(
          expires.map((at) => (at !== null && at <= source.now ? 'expired' : 'sent')),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('writes thousands of grants in chunks, each row once', async () => {
    const [grant] = grantsOf(logOfGrants([{}]));
    const many = Array.from({ length: 1201 }, (_, index) => ({ ...grant, ticket: `IAM-${index}` })) as never[];
    const chunks: string[] = [];

    for await (const chunk of writeCsvMachine(sourceOf([], many))) chunks.push(chunk);

    expect(chunks).toHaveLength(4);
    expect(read(chunks.join('')).map((row) => row.request_number)).toEqual(many.map(({ ticket }) => ticket));
  });

  it('brings any text through to another reader unchanged', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'",\r\n;=\t \u2028\u202e\ud800', '🙂', 'é', '\ufeff') }),
    );

    await fc.assert(
      fc.asyncProperty(text, text, fc.array(text), async (ticket, reason, scope) => {
        const [grant] = grantsOf(logOfGrants([{}]));
        const csv = await textOf(writeCsvMachine(sourceOf([], [{ ...grant, ticket, reason, scope } as never])));

        const [row] = read(csv);

        expect(row?.request_number).toBe(ticket.toWellFormed());
        expect(row?.business_justification).toBe(reason.toWellFormed());
        expect(split(row?.scopes ?? '')).toEqual(scope.length === 0 ? [''] : scope.map((name) => name.toWellFormed()));
      }),
      { numRuns: 300 },
    );
  });
});

/** Undoes `joinValues`. */
function split(cell: string): string[] {
  const values = [''];
  for (let index = 0; index < cell.length; index += 1) {
    const last = values.length - 1;
    if (cell[index] === '\\') values[last] += cell[++index] ?? '';
    else if (cell.startsWith('; ', index)) {
      values.push('');
      index += 1;
    } else values[last] += cell[index] ?? '';
  }
  return values;
}

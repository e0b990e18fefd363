import { describe, expect, it } from 'vitest';
import { rowOf } from '@/components/log/grant-rows';
import { figuresOf } from '@/components/log/grants-by-month';
import type { Grant } from '@/lib/domain/grant/grant';
import { grantsOf, logOfGrants } from '../../unit/exports/sample-log';

const now = new Date('2026-11-21T12:00:00.000Z');
const mark = (at: string) => ({ seq: 1, at: `${at}T12:00:00.000Z`, basis: 'recorded' }) as const;
const exception = { seq: 2, recommended: 'Member', chosen: 'Admin', justification: 'For the launch' };

function figures(variations: readonly Partial<Grant>[]) {
  const grants = grantsOf(logOfGrants(variations.map(() => ({}))));
  return figuresOf(
    grants.map((grant, index) => rowOf({ ...grant, accessEnds: null, ...variations[index] })),
    now,
  );
}

describe('figuresOf', () => {
  it('counts by month and vendor, months without a grant included, up to this one', () => {
    const { months, vendors, total } = figures([
      { started: mark('2026-08-03'), vendor: 'logrocket' },
      { started: mark('2026-08-30'), vendor: 'rudderstack' },
      { started: mark('2026-08-31'), vendor: 'rudderstack' },
      { started: mark('2026-10-01'), vendor: 'logrocket' },
    ]);

    expect(vendors).toEqual(['logrocket', 'rudderstack']);
    expect(total).toBe(4);
    expect(months).toEqual([
      { month: '2026-08', total: 3, byVendor: { logrocket: 1, rudderstack: 2 } },
      { month: '2026-09', total: 0, byVendor: {} },
      { month: '2026-10', total: 1, byVendor: { logrocket: 1 } },
      { month: '2026-11', total: 0, byVendor: {} },
    ]);
  });

  it('counts what is temporary, overdue and excepted', () => {
    const milestones = { active: mark('2026-08-03') };

    expect(
      figures([
        { accessEnds: '2026-11-20', milestones },
        { accessEnds: '2026-11-21', milestones, exceptions: [exception, exception] },
        { accessEnds: '2026-11-20', milestones: { ...milestones, removed: mark('2026-11-20') } },
        { exceptions: [exception] },
      ]),
    ).toMatchObject({ total: 4, temporary: 3, overdue: 1, excepted: 2 });
  });

  it('of no grants has no months', () => {
    expect(figures([])).toEqual({ months: [], vendors: [], total: 0, temporary: 0, overdue: 0, excepted: 0 });
  });

  it('goes back ten years, and a grant from a clock that was wrong adds no more', () => {
    const { months, total } = figures([{ started: mark('1970-01-01') }, { started: mark('2026-11-01') }]);

    expect(total).toBe(2);
    expect(months).toHaveLength(120);
    expect(months.at(-1)).toEqual({ month: '2026-11', total: 1, byVendor: { logrocket: 1 } });
  });

  it('takes a vendor of any name', () => {
    expect(figures([{ started: mark('2026-11-01'), vendor: '__proto__' }])).toMatchObject({
      vendors: ['__proto__'],
      months: [{ total: 1 }],
    });
  });
});

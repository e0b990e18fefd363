import type { Source } from '@/lib/domain/values/source';

/** Describes a plan of a vendor, and what it limits while access is given. */
interface Plan {
  id: string;
  label: string;
  /** One sentence on what matters to a grant. */
  limits: string;
  source: Source;
}

const planWise: Source = {
  ref: 'https://www.rudderstack.com/docs/access-management/plan-wise-features/',
  checkedOn: '2026-11-21',
  kind: 'vendor',
};

const roleBasedAccess: Source = {
  ref: 'https://docs.logrocket.com/docs/role-based-access',
  checkedOn: '2026-11-21',
  kind: 'vendor',
};

/** Lists the plans that the vendors name in their documentation, by vendor. */
export const plans: Readonly<Record<string, readonly Plan[]>> = {
  rudderstack: [
    {
      id: 'free',
      label: 'Free',
      limits: 'At most 10 members, no groups, and everybody sees all personal data.',
      source: planWise,
    },
    {
      id: 'starter',
      label: 'Starter',
      limits: 'At most 10 members, no groups, and everybody sees all personal data.',
      source: planWise,
    },
    {
      id: 'growth',
      label: 'Growth',
      limits: 'Any number of members, 3 groups, and everybody sees all personal data.',
      source: planWise,
    },
    {
      id: 'enterprise',
      label: 'Enterprise',
      limits: 'Any number of members and groups, permissions per resource and for personal data, audit logs, SSO.',
      source: planWise,
    },
  ],
  logrocket: [
    {
      id: 'professional',
      label: 'Professional',
      limits: 'Custom roles, which can be limited to chosen projects; the built-in roles reach all projects.',
      source: roleBasedAccess,
    },
  ],
};

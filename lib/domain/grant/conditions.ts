import type { MemberLimit } from '@/lib/domain/advice';
import { domainOf } from '@/lib/domain/values/email';
import type { VendorSettings } from '@/lib/domain/values/settings';
import type { Conditions } from './checklist';
import type { Grant } from './grant';

/** Purposes for which a collaborator usually needs an API key: uploading source maps, integrations. */
const keyPurposes = ['implementation', 'environment'];

/** Tells whether an address is known not to be of the domain that signs in through SSO. */
export function isOutside(email: string | null, { sso, domain }: Pick<VendorSettings, 'sso' | 'domain'>): boolean {
  const theirs = domainOf(email);
  const ours = domain?.trim().toLowerCase().replace(/^@/, '') || '';
  return sso && theirs !== '' && ours !== '' && theirs !== ours;
}

/**
 * Works out what steps of a checklist may depend on, for one grant in one organization. `limit`: of members, as the
 * vendor's plans have it.
 */
export function conditionsOf(
  grant: Pick<Grant, 'accessEnds' | 'purpose' | 'keyNeeded' | 'email'>,
  settings: VendorSettings,
  limit: MemberLimit | undefined,
): Conditions {
  return {
    sso: settings.sso,
    outside: isOutside(grant.email, settings),
    temporary: grant.accessEnds !== null,
    apiKey: grant.keyNeeded ?? keyPurposes.includes(grant.purpose),
    memberLimit: limit !== undefined && (settings.plan === '' || Object.hasOwn(limit.plans, settings.plan)),
  };
}

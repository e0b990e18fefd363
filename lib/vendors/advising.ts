import { isOutside } from '@/lib/domain/grant/conditions';
import type { Grant } from '@/lib/domain/grant/grant';
import type { PageFacts, Recognition } from '@/lib/domain/grant/page-facts';
import { isExternal } from '@/lib/domain/values/email';
import { type Settings, type VendorSettings, vendorSettings } from '@/lib/domain/values/settings';
import {
  type Advice,
  type AdviceConditions,
  advise,
  type Described,
  describedConditions,
  describedFor,
  type Need,
  needOf,
  type RoleModel,
  withDescribed,
} from '../domain/advice';
import { type Generation, organizationAt } from './registry';

/** The part of what advice takes from outside the grant that the page shows. */
export interface PageAdvice {
  /** The organization, as the page's address names it; empty where it names none. */
  organization: string;
  members: AdviceConditions['members'];
}

/** Everything that advice takes from outside the grant: settings, who asks, descriptions, the page. */
export interface AdviceFacts extends PageAdvice {
  settings: VendorSettings;
  /** The admin's own address; null where nobody said it yet. */
  admin: string | null;
  /** Roles, groups and baselines that admins described, of any vendor and organization. */
  described: readonly Described[];
}

/** A vendor's page as a tab shows it. */
export interface ShownPage {
  url: string;
  recognised: Recognition | null;
  facts: PageFacts | null;
}

/** Reads from a page what advice for a vendor takes of it. `page`: null where none is at hand. */
export const pageAdvice = (vendor: string, page: ShownPage | null): PageAdvice => ({
  organization: page?.recognised?.vendor === vendor ? organizationAt(vendor, page.url) : '',
  members: page?.facts?.members ?? null,
});

/** Collects what advice takes from settings, descriptions and a page. `page`: null where none is at hand. */
export function adviceFactsAt(
  vendor: string,
  settings: Settings,
  described: readonly Described[],
  page: ShownPage | null,
): AdviceFacts {
  return {
    settings: vendorSettings(settings, vendor),
    admin: settings.identity?.email ?? null,
    described,
    ...pageAdvice(vendor, page),
  };
}

/** Returns facts where only an organization's settings are at hand. */
export const onlySettings = (settings: VendorSettings): AdviceFacts => ({
  settings,
  admin: null,
  described: [],
  organization: '',
  members: null,
});

/** The part of a grant, or of a form that becomes one, that advice depends on. */
export type Advisable = Pick<Grant, 'vendor' | 'email' | 'purpose' | 'scope' | 'accessEnds' | 'refine'>;

/** Advice for a grant, with what it was worked out from. */
export interface Advising {
  /** Holds the roles that the organization described, too. */
  model: RoleModel;
  conditions: AdviceConditions;
  /** Null for a purpose that the generation does not know; there is no advice then. */
  need: Need | null;
  advice: Advice | null;
}

/** Advises for a grant on one generation of its vendor's UI. */
export function adviceFor(grant: Advisable, generation: Generation, facts: AdviceFacts): Advising {
  const { settings, admin, members } = facts;
  const described = describedFor(facts.described, {
    vendor: grant.vendor,
    organization: facts.organization,
    generation: generation.id,
  });
  const model = withDescribed(generation.model, described);
  const conditions: AdviceConditions = {
    ...describedConditions(described),
    plan: settings.plan,
    sso: settings.sso,
    external: isExternal(grant.email, admin),
    outside: isOutside(grant.email, settings),
    temporary: grant.accessEnds !== null,
    limited: grant.scope.length > 0,
    members,
  };
  const need = needOf(model, grant.purpose, grant.refine);
  return { model, conditions, need, advice: need && advise(need.ids, model, conditions) };
}

import { roleNamed } from '@/lib/domain/advice';
import type { Grant } from '@/lib/domain/grant/grant';
import { reviewDay } from '@/lib/domain/review/review';
import type { DateOnly } from '@/lib/domain/values/calendar';
import { plainText } from '@/lib/domain/values/text';
import { purposeText } from '@/lib/vendors/purpose-text';
import { generationFor, vendorOf } from '@/lib/vendors/registry';
import type { ExportSource } from './export-format';

/** Names a vendor as people call it; an id from a newer version stands as it is. */
export function vendorName(id: string): string {
  return vendorOf(id)?.name ?? id;
}

/**
 * Says what the access is for, in the words of the form, as it was refined. An account from a list has no purpose of
 * its own.
 */
export function purposeLabel({ vendor, purpose, refine }: Pick<Grant, 'vendor' | 'purpose' | 'refine'>): string {
  return purpose === '' ? 'Account from before Grantbook' : purposeText(vendor, purpose, refine);
}

/** Names one entry of the scope: `app`, `workspace`. */
export function scopeWord(vendor: string): string {
  return vendorOf(vendor)?.scope.word ?? 'part';
}

/** Says in one sentence what a role gives, from the vendor's folder; null for a role that it does not know. */
export function roleGist({ vendor, generation }: Grant, role: string, where: 'organization' | 'scope'): string | null {
  const model = generationFor(vendor, generation)?.model;
  const roles = where === 'scope' ? model?.scopeRoles : model?.roles;
  return (roles && roleNamed(roles, role)?.because) ?? null;
}

/**
 * Returns text from a page or a person as documents show it: every word of it, on one line, well-formed, without
 * controls and without the bidirectional overrides that make text read other than it is.
 */
export function shown(text: string): string {
  return plainText(text, Number.POSITIVE_INFINITY);
}

/**
 * Returns the day on which somebody has to look at a grant: its end or its review; null where nothing is left to do.
 */
export function dueDay(grant: Grant, { cadence }: Pick<ExportSource, 'cadence'>): DateOnly | null {
  return grant.milestones.removed ? null : (reviewDay(grant, cadence) ?? grant.accessEnds);
}

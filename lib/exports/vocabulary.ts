import { roleNamed } from '@/lib/domain/advice';
import type { Grant } from '@/lib/domain/grant';
import { plainText } from '@/lib/domain/text';
import { generationFor, vendorOf } from '@/lib/vendors/registry';

/** A vendor as people call it; an id from a newer version stands as it is. */
export function vendorName(id: string): string {
  return vendorOf(id)?.name ?? id;
}

/** What the access is for, in the words of the form. */
export function purposeLabel({ vendor, purpose }: Pick<Grant, 'vendor' | 'purpose'>): string {
  return vendorOf(vendor)?.purposes.find(({ id }) => id === purpose)?.label ?? purpose;
}

/** What one entry of the scope is called: `app`, `workspace`. */
export function scopeWord(vendor: string): string {
  return vendorOf(vendor)?.scope.word ?? 'part';
}

/** One sentence on what a role gives, from the vendor's folder; null for a role that it does not know. */
export function roleGist({ vendor, generation }: Grant, role: string, where: 'organization' | 'scope'): string | null {
  const model = generationFor(vendor, generation)?.model;
  const roles = where === 'scope' ? model?.scopeRoles : model?.roles;
  return (roles && roleNamed(roles, role)?.because) ?? null;
}

/**
 * Text from a page or a person as documents show it: every word of it, on one line, well-formed, without controls and without the
 * bidirectional overrides that make text read other than it is.
 */
export function shown(text: string): string {
  return plainText(text, Number.POSITIVE_INFINITY);
}

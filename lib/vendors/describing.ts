import type { DateOnly } from '@/lib/domain/values/calendar';
import { plainText } from '@/lib/domain/values/text';
import { checkDescription, type Described, type DescribedAt, type Description } from '../domain/advice';
import { organizationAt, vendorOf } from './registry';

export type DescribedOutcome = { ok: true; value: Described } | { ok: false; message: string };

/** Checks what an admin says of a role, a group or a baseline against the generation it belongs to. */
export function descriptionAt(at: DescribedAt, said: Description, today: DateOnly): DescribedOutcome {
  const vendor = vendorOf(at.vendor);
  const generation = vendor?.generations.find(({ id }) => id === at.generation);
  if (!vendor || !generation) return { ok: false, message: 'This version of Grantbook does not know that page.' };
  const checked = checkDescription(generation.model, said);
  return checked.ok ? { ok: true, value: { ...at, ...checked.value, on: today } } : checked;
}

/**
 * Reads the organization that an admin typed, as the vendor's addresses name it; a whole address is taken, too. Null
 * where it is none.
 */
export function organizationTyped(vendor: string, typed: string): string | null {
  const text = plainText(typed, 300);
  if (URL.canParse(text)) return organizationAt(vendor, text) || null;
  const name = text.replace(/^\/|\/$/g, '');
  return /^[^\s/?#]+$/.test(name) ? name : null;
}

import type { Refinement } from '@/lib/domain/advice';
import { labelOf } from '@/lib/exports/formats';
import { purposeText } from '@/lib/vendors/purpose-text';
import { generationFor, vendorOf } from '@/lib/vendors/registry';

/** Holds what the log's ids are called on screen. An id that this version does not know is shown as it stands. */
export interface Names {
  vendor(id: string): string;
  /** With what was ticked and unticked, where the purpose was refined. */
  purpose(vendor: string, id: string, refine?: Refinement): string;
  /** Says what one entry of the scope is called: `app`, `workspace`. */
  scopeWord(vendor: string): string;
  generation(vendor: string, id: string): string;
  page(vendor: string, generation: string, id: string): string;
  format(id: string): string;
}

/** Returns the generation itself: unlike `generationFor`, never another one in its place. */
function exactly(vendor: string, generation: string) {
  const found = generationFor(vendor, generation);
  return found?.id === generation ? found : undefined;
}

/** Names from the vendors' folders and the export formats. */
export const names: Names = {
  vendor: (id) => vendorOf(id)?.name ?? id,
  purpose: purposeText,
  scopeWord: (vendor) => vendorOf(vendor)?.scope.word ?? 'part',
  generation: (vendor, id) => exactly(vendor, id)?.info.name ?? id,
  page: (vendor, generation, id) => exactly(vendor, generation)?.pages.pages.find((page) => page.id === id)?.name ?? id,
  format: labelOf,
};

import type { PageFacts } from '@/lib/domain/grant/page-facts';
import { generationFor } from './registry';
import type { Landmark, PageDefinition } from './vendor';

/** Holds what a landmark's absence is judged by. */
type Shown = Pick<PageFacts, 'form' | 'rows' | 'landmarks'>;

/** Says how much of a page is where Grantbook expects it. */
export interface PageHealth {
  /** Landmarks found. */
  found: number;
  /** Landmarks that the page should show as it is now; never less than `found`. */
  expected: number;
  /** Ids of the expected ones that were not found. */
  lost: readonly string[];
}

/**
 * Tells whether a page should show a landmark now: not the fields of a closed form or of a wizard's later step, which
 * has no address, nor the row of somebody who is not listed.
 */
export function isExpected(landmark: Landmark, { form, rows, landmarks }: Shown): boolean {
  switch (landmark.find) {
    case 'form':
      return form !== null && landmarks['email-field'] !== false;
    case 'row':
      return rows.length > 0;
    default:
      return landmark.shows === undefined;
  }
}

/** Judges the health of a page by its definition and one look at it. */
export function healthOf({ landmarks }: Pick<PageDefinition, 'landmarks'>, shown: Shown): PageHealth {
  const expected = Object.keys(landmarks).filter((id) => {
    const landmark = landmarks[id];
    return landmark !== undefined && isExpected(landmark, shown);
  });
  const lost = expected.filter((id) => shown.landmarks[id] !== true);
  return { found: expected.length - lost.length, expected: expected.length, lost };
}

/** Judges the health of the page that facts were read from; null where this version does not know the page. */
export function pageHealth(facts: Shown & Pick<PageFacts, 'recognition'>): PageHealth | null {
  const { vendor, generation: id, page: pageId } = facts.recognition;
  const generation = generationFor(vendor, id);
  const page = generation?.id === id ? generation.pages.pages.find((one) => one.id === pageId) : undefined;
  return page ? healthOf(page, facts) : null;
}

import { write as writeEvidencePack } from '@/lib/exports/formats/evidence-pack/write';
import { reviewedStory } from '../unit/exports/reviewed-log';
import { chainOf, sourceOf, textOf } from '../unit/exports/sample-log';

/** The evidence pack of a log with three grants, a list that contradicts two of them, and a review that was signed off. */
export function evidence(): Promise<string> {
  return textOf(writeEvidencePack(sourceOf(chainOf(reviewedStory))));
}

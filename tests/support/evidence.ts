import { evidencePack } from '@/lib/exports/evidence-pack';
import { chainOf, sourceOf, story, textOf } from '../unit/exports/sample-log';

/** The evidence pack of a log with one grant: every kind of entry up to its removal. */
export function evidence(): Promise<string> {
  return textOf(evidencePack.write(sourceOf(chainOf(story.slice(0, 16)))));
}

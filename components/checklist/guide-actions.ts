import type { Description } from '@/lib/domain/advice';
import type { StepView } from '@/lib/domain/grant/checklist';
import type { GrantActions } from './grant-tools';

/**
 * Holds what an admin can do about the grant that a guide shows, wherever it is shown. Answers are null, or why not, in
 * words.
 */
export interface GuideActions extends GrantActions {
  onToggle: (step: StepView) => void;
  /** Confirms a step although the page shows something against it. */
  onExplain: (step: string, reason: string) => Promise<string | null>;
  /** Points at a landmark in the vendor's page. */
  onShow: (landmark: string) => void;
  /** Lets the admin point at a landmark that was lost. */
  onPick: (landmark: string) => void;
  onJustify: (chosen: string, justification: string) => Promise<string | null>;
  /** Keeps what a role gives that the pack does not know, or a group or the baseline. */
  onDescribe: (said: Description) => Promise<string | null>;
}

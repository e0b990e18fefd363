import type { Grant } from '@/lib/domain/grant/grant';
import type { ReviewActions } from './review-actions';
import type { Act } from './row-actions';

/** Returns what a reviewer can decide about one grant. `own`: they granted it themselves. */
export function decideAction(
  grant: Grant,
  campaign: string | null,
  own: boolean,
  actions: Pick<ReviewActions, 'onDecide'>,
): Act {
  return {
    label: 'Review',
    questions: [
      {
        name: 'decision',
        label: 'Decision',
        kind: 'choice',
        choices: [
          { value: 'keep', label: 'Keep as it is' },
          { value: 'modify', label: 'Keep with another role' },
          { value: 'remove', label: 'Remove' },
        ],
        ...(own ? { hint: 'You granted this yourself: auditors ask for somebody else to review it.' } : {}),
      },
      { name: 'reason', label: 'Reason', kind: 'lines' },
    ],
    run: ({ decision, reason = '' }) =>
      actions.onDecide(grant, campaign, decision === 'modify' || decision === 'remove' ? decision : 'keep', reason),
  };
}

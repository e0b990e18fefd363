import type { SettledHow } from '@/lib/domain/log/entry';
import type { Finding } from '@/lib/domain/review/findings';
import type { ReviewActions } from './review-actions';
import type { Act, Question } from './row-actions';

/** Holds what can be done about findings. */
export type FindingActions = Pick<ReviewActions, 'onSettle' | 'onAdopt' | 'onPrepare' | 'onMarkRemoved' | 'onRemove'>;

const reason: Question = { name: 'reason', label: 'Reason', kind: 'lines' };

/**
 * Says what can be done about one finding, the likeliest first. `complete`: whether the list is whole, as the page or
 * the admin says.
 */
export function findingActs(
  finding: Finding,
  actions: FindingActions,
  purposes: readonly { id: string; label: string }[],
  complete: boolean,
): Act[] {
  const settle = (how: SettledHow) => (answers: Readonly<Record<string, string>>) =>
    actions.onSettle(finding, {
      how,
      ticket: answers.ticket ?? '',
      until: answers.until ?? '',
      reason: answers.reason ?? '',
    });
  const accept: Act = {
    label: 'Accept',
    questions: [{ name: 'until', label: 'Accepted until', kind: 'date' }, reason],
    run: settle('accepted'),
  };
  const attach: Act = {
    label: 'Attach a ticket',
    questions: [{ name: 'ticket', label: 'Ticket', kind: 'text' }, reason],
    run: settle('ticket'),
  };
  const remove = (label: string): Act[] =>
    'grant' in finding && !finding.grant.removal
      ? [
          {
            label,
            questions: [{ ...reason, label: 'Reason for removal' }],
            run: ({ reason: why = '' }) => actions.onRemove(finding.grant, why),
          },
        ]
      : [];
  switch (finding.kind) {
    case 'shadow':
      return [
        {
          label: 'Attach a ticket',
          questions: [
            { name: 'ticket', label: 'Ticket', kind: 'text' },
            {
              name: 'purpose',
              label: 'Purpose',
              kind: 'choice',
              choices: purposes.map(({ id, label }) => ({ value: id, label })),
            },
            { name: 'approvedBy', label: 'Approved by', kind: 'text' },
            reason,
          ],
          run: ({ ticket = '', purpose = '', approvedBy = '', reason: why = '' }) =>
            actions.onAdopt(finding, { ticket, purpose, approvedBy, reason: why }),
        },
        { label: 'Open a grant', run: () => actions.onPrepare(finding) },
        accept,
        { label: 'Service account', questions: [reason], run: settle('not-a-person') },
      ];
    case 'ghost':
      return complete ? [{ label: 'Mark removed', run: () => actions.onMarkRemoved(finding.grant) }, accept] : [accept];
    case 'drift':
    case 'over-privileged':
      return [attach, accept, ...remove('Remove')];
    case 'overdue':
      return [...remove('Start removal'), accept];
    case 'over-limit':
      return [accept];
  }
}

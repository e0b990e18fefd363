import type { GuideDeeds } from '@/components/checklist/guide-actions';
import type { GuideLink } from '@/lib/react/guide-link';

/** What the guide in a vendor's page does, over its link. `tell`: shows why something could not be done. */
export function guideDeeds(link: GuideLink, tell: (problem: string | null) => void): GuideDeeds {
  return {
    onToggle: ({ id, state }) =>
      void link.command({ ask: state === 'open' ? 'confirm' : 'reopen', step: id }).then(tell),
    onShow: (landmark) => link.tell({ ask: 'show', landmark }),
    onPick: (landmark) => link.tell({ ask: 'pick', landmark }),
    onJustify: (chosen, justification) => link.command({ ask: 'justify', chosen, justification }),
    onDescribe: (said) => link.command({ ask: 'describe', ...said }),
    onKeys: (needed) => void link.command({ ask: 'keys', needed }).then(tell),
    onRecordKey: (step, form) => link.recordKey({ ask: 'key', step, form }),
    onRemove: (reason) => link.command({ ask: 'remove', reason }),
    onKeep: () => void link.command({ ask: 'keep' }).then(tell),
    onReport: () => link.report(),
  };
}

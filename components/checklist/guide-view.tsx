import { ChevronUp, Minus, TriangleAlert } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { Grant } from '@/lib/domain/grant/grant';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import type { VendorSettings } from '@/lib/domain/values/settings';
import type { Guide } from '@/lib/vendors/guide';
import { useInView } from './follow-step';
import type { GuideActions } from './guide-actions';
import { GuideBody, warningsIn } from './guide-body';
import { GuideHeading } from './guide-heading';
import styles from './guide-view.module.css';
import { ObservedNews } from './observed-status';
import { OtherGrants } from './other-grants';

export interface GuideViewProps {
  grant: Grant;
  others: readonly { id: string; ticket: string; email: string | null }[];
  facts: PageFacts | null;
  guide: Guide;
  now: Date;
  collapsed: boolean;
  /** Something that could not be done, in words. */
  problem: string | null;
  /** Must be stable: a new warning calls it as well. */
  onCollapse: (collapsed: boolean) => void;
  onChoose: (grant: string) => void;
  settings: VendorSettings;
  /** The template of the message to the collaborator. */
  message: string;
  actions: GuideActions;
}

// Why a click on the guide does nothing: a modal `<dialog>` makes everything outside it inert, whatever its layer.
const inertWords = 'The vendor’s dialog keeps this guide from being clicked. Go on in the side panel.';

/** The guide in the vendor's page: 340 px wide, or a small tab. */
export function GuideView(props: GuideViewProps) {
  const { grant, others, facts, guide, now, collapsed, problem, onCollapse, settings, message, actions } = props;
  const { generation, view, where } = guide;
  const warnings = warningsIn(grant, facts, guide);
  const warned = warnings.role?.message ?? warnings.email;
  const blocked = facts?.blocked === true;

  const list = useRef<HTMLOListElement>(null);
  useInView(list, collapsed ? null : (view.current?.step ?? null), warned ?? problem);

  // A new warning opens a guide that was put aside: what it warns of cannot wait until somebody looks.
  useEffect(() => {
    if (warned) onCollapse(false);
  }, [warned, onCollapse]);

  // Whoever folds the guide by keyboard finds the other button under the focus.
  const pressed = useRef(false);
  const control = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (pressed.current) control.current?.focus({ preventScroll: true });
    pressed.current = false;
  });
  const press = (next: boolean) => {
    pressed.current = true;
    onCollapse(next);
  };

  return (
    <>
      <ObservedNews view={view} />
      {collapsed ? (
        <div className={cx(styles.tab, warned && styles.warned)}>
          <button
            type="button"
            aria-label="Expand guide"
            title={`${grant.ticket}: ${view.done} of ${view.total} steps done`}
            ref={control}
            className={styles.expand}
            onClick={() => press(false)}
          >
            {warned ? (
              <TriangleAlert size={14} aria-hidden="true" className={styles.alert} />
            ) : (
              <ChevronUp size={14} aria-hidden="true" />
            )}
          </button>
          <span className={styles.ticket}>{blocked ? 'Use the side panel' : grant.ticket}</span>
          <span className={styles.count}>
            {view.done} of {view.total}
          </span>
        </div>
      ) : (
        <main className={styles.guide}>
          <div className={styles.top}>
            <GuideHeading
              grant={grant}
              where={where}
              now={now}
              invitationDays={generation.info.invitationDays}
              view={view}
              aside={<IconButton ref={control} label="Collapse guide" icon={Minus} onClick={() => press(true)} />}
            />
            {blocked && (
              <Notice tone="info" role="status" className={styles.inert}>
                <p>{inertWords}</p>
              </Notice>
            )}
          </div>
          <div className={styles.body}>
            <GuideBody {...{ grant, guide, facts, problem, settings, message, actions, now, list }}>
              <OtherGrants others={others} onChoose={props.onChoose} />
            </GuideBody>
          </div>
        </main>
      )}
      {collapsed && (
        <div className={styles.tabBar}>
          <ProgressBar label="Checklist progress" value={view.done} max={view.total} />
        </div>
      )}
    </>
  );
}

import { ChevronUp, Minus, TriangleAlert } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { DescribePolicies } from '@/components/advice/describe-policies';
import { RoleAdvicePanel } from '@/components/advice/role-advice';
import { RoleWarnings } from '@/components/advice/role-warning';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { type Description, warningsOf } from '@/lib/domain/advice';
import type { StepView } from '@/lib/domain/checklist';
import type { PageFacts } from '@/lib/domain/facts';
import type { Grant } from '@/lib/domain/grant';
import type { VendorSettings } from '@/lib/domain/settings';
import { useInView } from './follow';
import { FormOfStep, type GrantActions, GrantTools } from './grant-tools';
import { type Guidance, isAboutRole } from './guidance';
import { GuideHeading } from './guide-heading';
import styles from './guide-view.module.css';
import { ObservedNews } from './observed-news';
import { OtherGrants } from './other-grants';
import { refusalsIn } from './refusals';
import { Steps } from './steps';
import { Refusals, Troubles } from './troubles';

export interface GuideViewProps {
  grant: Grant;
  others: readonly { id: string; ticket: string; email: string | null }[];
  facts: PageFacts | null;
  guidance: Guidance;
  now: Date;
  collapsed: boolean;
  /** Something that could not be done, in words. */
  problem: string | null;
  /** Must be stable: a new warning calls it as well. */
  onCollapse: (collapsed: boolean) => void;
  onToggle: (step: StepView) => void;
  onShow: (landmark: string) => void;
  onChoose: (grant: string) => void;
  onJustify: (chosen: string, justification: string) => Promise<string | null>;
  /** Keeps what a role gives that the pack does not know, or a group or the baseline; answers null when it is kept, or why not. */
  onDescribe?: (said: Description) => Promise<string | null>;
  /** Lets the admin point at a landmark that was lost. */
  onPick: (landmark: string) => void;
  settings: VendorSettings;
  /** The template of the message to the collaborator. */
  message: string;
  actions: GrantActions;
}

/** The guide in the vendor's page: 340 px wide, or a small tab. */
export function GuideView(props: GuideViewProps) {
  const { grant, others, facts, guidance, now, collapsed, problem, onCollapse, settings, message, actions } = props;
  const { generation, view, advice, model, where, current } = guidance;
  const warnings = warningsOf(grant, facts?.form ?? null, model, advice, guidance.circumstances);
  const warned = warnings.role?.message ?? warnings.email;

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
          <span className={styles.ticket}>{grant.ticket}</span>
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
          </div>
          <div className={styles.body}>
            {problem && (
              <Notice tone="danger" role="alert">
                <p>{problem}</p>
              </Notice>
            )}
            <RoleWarnings
              warnings={warnings}
              onJustify={props.onJustify}
              {...(props.onDescribe ? { describe: { model, onDescribe: props.onDescribe } } : {})}
            />
            <Refusals
              refusals={refusalsIn(facts?.notices ?? [], generation.pages.refusals, generation.grant.troubles)}
            />
            {view.current === null && (
              <Notice tone="good" title="All steps are done">
                <p>{grant.removal ? 'The access is removed' : `${grant.ticket} is complete`}, and in the log.</p>
              </Notice>
            )}
            <RoleAdvicePanel
              model={model}
              advice={advice}
              unknownNeeds={guidance.need?.unknown.length ?? 0}
              expanded={isAboutRole(current) && !warned}
            >
              {props.onDescribe && (
                <DescribePolicies model={model} circumstances={guidance.circumstances} onDescribe={props.onDescribe} />
              )}
            </RoleAdvicePanel>
            <Steps
              ref={list}
              view={view}
              grant={grant}
              pages={generation.pages}
              landmarks={facts?.landmarks ?? null}
              onToggle={props.onToggle}
              onShow={facts ? props.onShow : undefined}
              onPick={facts ? props.onPick : undefined}
              formFor={(step) => <FormOfStep {...{ step, grant, message, actions }} />}
            />
            <div className={styles.foot}>
              <GrantTools {...{ grant, settings, actions }} />
              <Troubles troubles={generation.grant.troubles} />
              <OtherGrants others={others} onChoose={props.onChoose} />
            </div>
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

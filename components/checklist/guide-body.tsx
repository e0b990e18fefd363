import { type ReactNode, type RefObject, useState } from 'react';
import { DescribePolicies } from '@/components/advice/describe-policies';
import { RoleAdvicePanel } from '@/components/advice/role-advice';
import { RoleWarnings } from '@/components/advice/role-warning';
import { Notice } from '@/components/ui/notice';
import { type PageWarnings, warningsOf } from '@/lib/domain/advice';
import { troublesShowing } from '@/lib/domain/grant/checklist';
import { type Grant, statusOf } from '@/lib/domain/grant/grant';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import { refusalsIn } from '@/lib/domain/grant/refusals';
import type { VendorSettings } from '@/lib/domain/values/settings';
import { type Guide, isAboutRole } from '@/lib/vendors/guide';
import { FormOfStep, GrantTools } from './grant-tools';
import type { GuideActions } from './guide-actions';
import styles from './guide-body.module.css';
import { LostLandmarks } from './lost-landmarks';
import { BeingRemoved } from './removal';
import { Steps } from './steps';
import { Refusals, Troubles, TroublesShowing } from './troubles';

interface GuideBodyProps {
  grant: Grant;
  guide: Guide;
  /** Says what the vendor's page shows; null where no page of it is being looked at. */
  facts: PageFacts | null;
  /** Something that could not be done, in words. */
  problem: string | null;
  settings: VendorSettings;
  /** The template of the message to the collaborator. */
  message: string;
  actions: GuideActions;
  now: Date;
  list?: RefObject<HTMLOListElement | null>;
  /** Says what follows at the foot. */
  children?: ReactNode;
}

/**
 * Says what is wrong with what the page shows about a grant; in a wizard's later steps, with what its first one held.
 */
export function warningsIn(grant: Grant, facts: PageFacts | null, { model, advice, conditions }: Guide): PageWarnings {
  return warningsOf(grant, facts?.form ?? facts?.wizard ?? null, model, advice, conditions);
}

/** Everything below a guide's heading: the same in the vendor's page and in the side panel. */
export function GuideBody({
  grant,
  guide,
  facts,
  problem,
  settings,
  message,
  actions,
  now,
  list,
  children,
}: GuideBodyProps) {
  const { generation, view, advice, model, current } = guide;
  const keyPurpose = useState<string | null>(null);
  const warnings = warningsIn(grant, facts, guide);
  const warned = warnings.role !== null || warnings.email !== null;
  const lapsed = statusOf(grant, now, generation.info.invitationDays) === 'Expired invitation';
  const showing = grant.removal
    ? []
    : troublesShowing(generation.grant.troubles, grant, facts?.landmarks ?? {}, lapsed);
  return (
    <>
      {problem && (
        <Notice tone="danger" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <RoleWarnings
        warnings={warnings}
        onJustify={actions.onJustify}
        describe={{ model, onDescribe: actions.onDescribe }}
      />
      <BeingRemoved grant={grant} onCancelRemoval={actions.onCancelRemoval} />
      <TroublesShowing troubles={showing} />
      <Refusals refusals={refusalsIn(facts?.notices ?? [], generation.pages.refusals, generation.grant.troubles)} />
      {view.current === null && (
        <Notice tone="good" title="All steps are done">
          <p>{grant.removal ? 'The access is removed' : `${grant.ticket} is complete`}, and in the log.</p>
        </Notice>
      )}
      {!grant.removal && (
        <RoleAdvicePanel
          model={model}
          advice={advice}
          unknownNeeds={guide.need?.unknown.length ?? 0}
          expanded={isAboutRole(current) && !warned}
        >
          <DescribePolicies model={model} conditions={guide.conditions} onDescribe={actions.onDescribe} />
        </RoleAdvicePanel>
      )}
      <Steps
        {...(list ? { ref: list } : {})}
        view={view}
        grant={grant}
        pages={generation.pages}
        facts={facts}
        onToggle={actions.onToggle}
        onExplain={actions.onExplain}
        onShow={facts ? actions.onShow : undefined}
        onPick={facts ? actions.onPick : undefined}
        formFor={(step) => <FormOfStep {...{ step, grant, message, keyPurpose }} actions={actions} />}
      />
      <div className={styles.foot}>
        {facts && <LostLandmarks facts={facts} onPick={actions.onPick} />}
        <GrantTools {...{ grant, settings }} actions={actions} />
        <Troubles troubles={generation.grant.troubles} />
        {children}
      </div>
    </>
  );
}

import { ListChecks } from 'lucide-react';
import { RoleAdvicePanel } from '@/components/advice/role-advice';
import { RoleWarnings } from '@/components/advice/role-warning';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { warningsOf } from '@/lib/domain/advice';
import type { StepView } from '@/lib/domain/checklist';
import type { Grant } from '@/lib/domain/grant';
import type { VendorSettings } from '@/lib/domain/settings';
import type { AdviceFacts } from '@/lib/vendors/advising';
import { FormOfStep, type GrantActions, GrantTools } from './grant-tools';
import { guidanceOf, isAboutRole } from './guidance';
import { GuideHeading } from './guide-heading';
import styles from './guide-panel.module.css';
import { ObservedNews } from './observed-news';
import { Steps } from './steps';
import { Troubles } from './troubles';

export interface GuidePanelProps {
  /** Open grants, the one changed last first; undefined until they were read. */
  grants: readonly Grant[] | undefined;
  /** The id of the grant that is shown. */
  chosen: string | null;
  settingsOf: (vendor: string) => VendorSettings;
  /** What advice takes from outside the grant; the settings alone where absent. */
  aboutOf?: (vendor: string) => AdviceFacts;
  problem: string | null;
  now: Date;
  onChoose: (id: string) => void;
  onToggle: (grant: Grant, step: StepView) => void;
  onShow: (landmark: string) => void;
  onJustify: (grant: Grant, chosen: string, justification: string) => Promise<string | null>;
  /** The template of the message to the collaborator. */
  message: string;
  actionsFor: (grant: Grant) => GrantActions;
}

/** The side panel's `Guide` tab: the same checklist, wherever the vendor's page leaves no room for the guide. */
export function GuidePanel(props: GuidePanelProps) {
  const { grants, chosen, settingsOf, problem, now } = props;
  const grant = grants?.find(({ id }) => id === chosen) ?? grants?.[0];
  if (grants === undefined) return null;
  const guidance = grant && guidanceOf(grant, null, settingsOf(grant.vendor), props.aboutOf?.(grant.vendor));
  if (!grant || !guidance) {
    return (
      <EmptyState icon={ListChecks} title="No grant is open.">
        Start one from Grantbook’s popup, with its ticket at hand.
      </EmptyState>
    );
  }
  const { generation, view, advice, model, where, current } = guidance;
  const actions = props.actionsFor(grant);
  return (
    <div className={styles.panel}>
      {grants.length > 1 && (
        <Field label="Grant">
          {(control) => (
            <Select {...control} value={grant.id} onChange={(event) => props.onChoose(event.target.value)}>
              {grants.map(({ id, ticket, email }) => (
                <option key={id} value={id}>
                  {ticket} · {email ?? 'a forgotten person'}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <ObservedNews key={grant.id} view={view} />
      <GuideHeading {...{ grant, where, view, now }} invitationDays={generation.info.invitationDays} level={2} />
      {problem && (
        <Notice tone="warn" role="status">
          <p>{problem}</p>
        </Notice>
      )}
      <RoleWarnings
        warnings={warningsOf(grant, null, model, advice, guidance.circumstances)}
        onJustify={(role, why) => props.onJustify(grant, role, why)}
      />
      <RoleAdvicePanel
        model={model}
        advice={advice}
        unknownNeeds={guidance.need?.unknown.length ?? 0}
        expanded={isAboutRole(current)}
      />
      <Steps
        key={`${grant.id} steps`}
        view={view}
        grant={grant}
        pages={generation.pages}
        landmarks={null}
        onToggle={(step) => props.onToggle(grant, step)}
        onShow={props.onShow}
        formFor={(step) => <FormOfStep {...{ step, grant, actions }} message={props.message} />}
      />
      <GrantTools {...{ grant, actions }} settings={settingsOf(grant.vendor)} />
      <Troubles troubles={generation.grant.troubles} />
    </div>
  );
}

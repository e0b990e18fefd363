import { ListChecks } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Grant } from '@/lib/domain/grant/grant';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import type { AdviceFacts } from '@/lib/vendors/advising';
import { guideFor } from '@/lib/vendors/guide';
import type { GuideActions } from './guide-actions';
import { GuideBody } from './guide-body';
import { GuideHeading } from './guide-heading';
import styles from './guide-panel.module.css';
import { ObservedNews } from './observed-status';

export interface GuidePanelProps {
  /** Open grants, the one changed last first; undefined until they were read. */
  grants: readonly Grant[] | undefined;
  /** The id of the grant that is shown; the first where it is null, or not among them. */
  chosen: string | null;
  /** Says what the tab beside the panel shows of the grant that it guides; null where it guides none. */
  looking: { grant: string; facts: PageFacts } | null;
  /** Says what advice takes from outside the grant, settings among it. */
  aboutOf: (vendor: string) => AdviceFacts;
  problem: string | null;
  now: Date;
  onChoose: (id: string) => void;
  /** The template of the message to the collaborator. */
  message: string;
  actionsFor: (grant: Grant) => GuideActions;
}

/** The side panel's `Guide` tab: the same guide, wherever the vendor's page leaves no room for it or makes it inert. */
export function GuidePanel({ grants, chosen, looking, aboutOf, problem, now, onChoose, ...rest }: GuidePanelProps) {
  if (grants === undefined) return null;
  const grant = grants.find(({ id }) => id === chosen) ?? grants[0];
  const facts = looking && looking.grant === grant?.id ? looking.facts : null;
  const about = grant && aboutOf(grant.vendor);
  const guide = grant && about && guideFor(grant, facts, about.settings, about);
  if (!grant || !about || !guide) {
    return (
      <EmptyState icon={ListChecks} title="No grant is open.">
        Start one from Grantbook’s popup, with its ticket at hand.
      </EmptyState>
    );
  }
  const { generation, view, where } = guide;
  return (
    <div className={styles.panel}>
      {grants.length > 1 && (
        <Field label="Grant">
          {(control) => (
            <Select {...control} value={grant.id} onChange={(event) => onChoose(event.target.value)}>
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
      <GuideBody
        key={`${grant.id} body`}
        {...{ grant, guide, facts, problem, now }}
        settings={about.settings}
        message={rest.message}
        actions={rest.actionsFor(grant)}
      />
    </div>
  );
}

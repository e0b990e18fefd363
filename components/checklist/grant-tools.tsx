import { Checkbox } from '@/components/ui/checkbox';
import { Disclosure } from '@/components/ui/disclosure';
import type { StepView } from '@/lib/domain/grant/checklist';
import { conditionsOf } from '@/lib/domain/grant/conditions';
import type { Grant } from '@/lib/domain/grant/grant';
import { draftMessage } from '@/lib/domain/grant/invitation-message';
import type { KeyErrors, KeyForm as KeyFields } from '@/lib/domain/grant/key-record';
import type { VendorSettings } from '@/lib/domain/values/settings';
import { generationFor, vendorOf } from '@/lib/vendors/registry';
import { KeyForm } from './key-form';
import { MessageDraft } from './message-draft';
import { StartRemoval } from './removal';
import { ReportButton } from './report-button';

/** What the guide and the side panel let the admin do about a grant beside ticking steps. Answers are null, or why not, in words. */
export interface GrantActions {
  onKeys: (needed: boolean) => void;
  onRecordKey: (step: string, form: KeyFields) => Promise<KeyErrors | null>;
  onRemove: (reason: string) => Promise<string | null>;
  onCancelRemoval: () => void;
  onReport: () => Promise<string | null>;
}

interface FormOfStepProps {
  step: StepView;
  grant: Grant;
  /** The template of the message to the collaborator. */
  message: string;
  actions: GrantActions;
}

/** The form that a step is done with. */
export function FormOfStep({ step, grant, message, actions }: FormOfStepProps) {
  if (step.form === 'key') return <KeyForm grant={grant} onRecord={(form) => actions.onRecordKey(step.id, form)} />;
  const days = generationFor(grant.vendor, grant.generation)?.info.invitationDays ?? null;
  const vendor = vendorOf(grant.vendor)?.name ?? grant.vendor;
  return <MessageDraft draft={draftMessage(message, grant, vendor, days)} />;
}

interface GrantToolsProps {
  grant: Grant;
  settings: VendorSettings;
  actions: GrantActions;
}

/** Under the checklist: whether a key is needed, the way to the removal, a report about the page. */
export function GrantTools({ grant, settings, actions }: GrantToolsProps) {
  return (
    <>
      {!grant.removal && (
        <Checkbox
          label="An API key is needed"
          checked={conditionsOf(grant, settings, undefined).apiKey}
          onChange={(event) => actions.onKeys(event.target.checked)}
        />
      )}
      <StartRemoval grant={grant} onRemove={actions.onRemove} />
      <Disclosure summary="The page is read wrongly?">
        <ReportButton onReport={actions.onReport} />
      </Disclosure>
    </>
  );
}

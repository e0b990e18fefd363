import { Checkbox } from '@/components/ui/checkbox';
import { Disclosure } from '@/components/ui/disclosure';
import type { StepView } from '@/lib/domain/grant/checklist';
import { conditionsOf } from '@/lib/domain/grant/conditions';
import type { Grant } from '@/lib/domain/grant/grant';
import { draftMessage } from '@/lib/domain/grant/invitation-message';
import type { KeyErrors, KeyForm as KeyFields } from '@/lib/domain/grant/key-record';
import { ticketNote } from '@/lib/domain/grant/ticket-note';
import type { VendorSettings } from '@/lib/domain/values/settings';
import { generationFor, vendorOf } from '@/lib/vendors/registry';
import { KeyElsewhere } from './key-elsewhere';
import { KeyForm } from './key-form';
import { KeyName } from './key-name';
import { MessageDraft } from './message-draft';
import { StartRemoval } from './removal';
import { ReportButton } from './report-button';
import { TicketNote } from './ticket-note';

/**
 * Holds what the guide and the side panel let the admin do about a grant beside ticking steps. Answers are null, or why
 * not, in words.
 */
export interface GrantActions {
  onKeys: (needed: boolean) => void;
  onRecordKey: (step: string, form: KeyFields) => Promise<KeyErrors | null>;
  /** Says where the key is documented that has no record here. */
  onDocumentKey: (step: string, where: string) => Promise<string | null>;
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
  /** Says what the key is for, as typed for its name; null where nothing was. */
  keyPurpose?: readonly [string | null, (purpose: string) => void];
}

/** The form that a step is done with. */
export function FormOfStep({ step, grant, message, actions, keyPurpose = [null, () => {}] }: FormOfStepProps) {
  const [purpose, setPurpose] = keyPurpose;
  const vendor = vendorOf(grant.vendor)?.name ?? grant.vendor;
  switch (step.form) {
    case 'key-name':
      return <KeyName purpose={purpose ?? step.keyFor ?? ''} scope={grant.scope[0] ?? ''} onPurpose={setPurpose} />;
    case 'key':
      return (
        <>
          <KeyForm
            key={purpose}
            grant={grant}
            purpose={purpose ?? step.keyFor ?? ''}
            onRecord={(form) => actions.onRecordKey(step.id, form)}
          />
          {grant.keys.length > 0 && <TicketNote text={ticketNote(grant, vendor)} />}
          {grant.keys.length === 0 && <KeyElsewhere onDocument={(where) => actions.onDocumentKey(step.id, where)} />}
        </>
      );
    case 'note':
      return <TicketNote text={ticketNote(grant, vendor)} />;
    default:
      return <Message {...{ grant, message, vendor }} />;
  }
}

function Message({ grant, message, vendor }: Pick<FormOfStepProps, 'grant' | 'message'> & { vendor: string }) {
  const days = generationFor(grant.vendor, grant.generation)?.info.invitationDays ?? null;
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

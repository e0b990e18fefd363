import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { defaultMessage, messagePlaceholders } from '@/lib/domain/grant/invitation-message';
import { looksLikeSecret, secretMessage } from '@/lib/domain/values/secret';
import { SettingsSection } from './settings-section';

/** Edits the template of the message to the collaborator. */
export function MessageSettings({ message, onSave }: { message: string; onSave: (message: string) => void }) {
  const [text, setText] = useState(message);
  const secret = looksLikeSecret(text);
  const type = (next: string) => {
    setText(next);
    if (!looksLikeSecret(next)) onSave(next);
  };
  return (
    <SettingsSection
      title="Message"
      about="What the guide drafts for the collaborator: your MFA, VPN and login policies."
    >
      <Field
        label="Message template"
        hint={`Filled in from the grant: ${messagePlaceholders.map((name) => `{${name}}`).join(', ')}.`}
        error={secret ? secretMessage : undefined}
      >
        {(control) => <TextArea {...control} rows={12} value={text} onChange={(event) => type(event.target.value)} />}
      </Field>
      {text !== defaultMessage && (
        <Button size="small" variant="quiet" onClick={() => type(defaultMessage)}>
          Use the default
        </Button>
      )}
    </SettingsSection>
  );
}

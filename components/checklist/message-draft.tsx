import { useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';

/** The message to the collaborator, drafted from the template; what is changed here is for this once. */
export function MessageDraft({ draft }: { draft: string }) {
  const [text, setText] = useState(draft);
  return (
    <>
      <Field label="Message to the collaborator" hint="Its template is in Grantbook’s options.">
        {(control) => <TextArea {...control} rows={8} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <CopyButton text={text} label="Copy message" />
    </>
  );
}

import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';

interface ReportButtonProps {
  /** An outline of the vendor's page without anybody's data; null where it cannot be had. */
  onReport: () => Promise<string | null>;
}

/** For a page that Grantbook reads wrongly: shows what would go into a bug report before anything is copied. */
export function ReportButton({ onReport }: ReportButtonProps) {
  const [report, setReport] = useState<string | null | undefined>(undefined);
  if (typeof report === 'string') {
    return (
      <>
        <Field label="Report" hint="Roles and names of controls. Read it before you paste it anywhere.">
          {(control) => <TextArea {...control} rows={6} readOnly value={report} />}
        </Field>
        <CopyButton text={report} label="Copy report" />
      </>
    );
  }
  return (
    <>
      <Button size="small" icon={ClipboardList} onClick={async () => setReport(await onReport())}>
        Make a report
      </Button>
      {report === null && <p role="status">The vendor’s page cannot be read right now.</p>}
    </>
  );
}

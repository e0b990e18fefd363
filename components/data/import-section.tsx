import { useState } from 'react';
import { UntrustedText } from '@/components/log/untrusted-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { AccountRow } from '@/lib/domain/log/account-list';
import type { Outcome } from '@/lib/domain/log/outcome';
import { quantity } from '@/lib/domain/values/quantity';
import styles from './data-dialog.module.css';
import { FileField, JobSection, type Jobs } from './job';

/** Rows that the preview shows; the rest is counted. */
const previewedRows = 50;

export interface ImportSectionProps {
  jobs: Jobs;
  /** Reads a list of accounts; `ticket` stands in for rows without one. */
  previewAccounts: (
    file: File,
    ticket: string,
  ) => Promise<{ ok: true; rows: readonly AccountRow[] } | { ok: false; message: string }>;
  importAccounts: (rows: readonly AccountRow[]) => Promise<Outcome>;
}

/** Imports a list of accounts that were there before Grantbook was, after showing what each row would become. */
export function ImportSection({ jobs: { busy, run }, previewAccounts, importAccounts }: ImportSectionProps) {
  const [ticket, setTicket] = useState('');
  const [rows, setRows] = useState<readonly AccountRow[] | null>(null);
  const good = rows?.filter(({ ok }) => ok).length ?? 0;

  return (
    <JobSection title="Import accounts">
      <p>
        A CSV list of the accounts that are there already, with the columns email and vendor, and if you have them
        ticket, role, scope, since, end_date, approved_by and reason. Nothing is written before you have seen it.
      </p>
      <div className={styles.fields}>
        <Field label="Ticket for rows without one">
          {(control) => <TextInput {...control} value={ticket} onChange={(event) => setTicket(event.target.value)} />}
        </Field>
        <FileField
          label="List of accounts"
          accept=".csv,text/csv"
          disabled={busy}
          onFile={(file) =>
            void run('Reading the list…', async () => {
              const read = await previewAccounts(file, ticket);
              setRows(read.ok ? read.rows : null);
              return read.ok ? null : { ok: false, message: read.message };
            })
          }
        />
      </div>
      {rows && (
        <>
          <p>
            {good} of {rows.length} rows can be imported. Rows with an error are left out.
          </p>
          <table className={styles.rows} aria-label="Preview">
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">Account</th>
                <th scope="col">Role</th>
              </tr>
            </thead>
            <tbody>
              {rows
                .toSorted((a, b) => Number(a.ok) - Number(b.ok))
                .slice(0, previewedRows)
                .map((row) => (
                  <tr key={row.row}>
                    <td>{row.row}</td>
                    <td>
                      {row.ok ? (
                        <>
                          <UntrustedText text={row.account.email} />, <UntrustedText text={row.account.ticket} />
                        </>
                      ) : (
                        `Error: ${row.message}`
                      )}
                    </td>
                    <td>{row.ok && <UntrustedText text={row.account.role} />}</td>
                  </tr>
                ))}
            </tbody>
          </table>
          {rows.length > previewedRows && <p>And {rows.length - previewedRows} more.</p>}
          <Button
            disabled={busy || good === 0}
            onClick={() =>
              void run('Importing…', async () => {
                const imported = await importAccounts(rows);
                if (imported.ok) setRows(null);
                return imported;
              })
            }
          >
            Import {quantity(good, 'account')}
          </Button>
        </>
      )}
    </JobSection>
  );
}

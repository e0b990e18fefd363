import { type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import type { AccountRow } from '@/lib/domain/log/account-list';
import { logHash } from '@/lib/domain/log/log-link';
import type { BackupStatus } from '@/lib/domain/log/loss';
import type { Outcome } from '@/lib/domain/log/outcome';
import styles from './keep-dialog.module.css';
import { Said } from './untrusted-text';

export interface KeepDialogProps {
  open: boolean;
  onClose: () => void;
  backupStatus: BackupStatus;
  backUp: () => Promise<Outcome>;
  /** Saves the page that checks a file where nothing is installed. */
  saveVerifyPage: () => Promise<Outcome>;
  /** Restores a backup of this log, or merges another admin's. */
  takeIn: (file: File, onProgress: (words: string) => void) => Promise<Outcome>;
  /** Reads a list of accounts; `ticket` stands in for rows without one. */
  preview: (
    file: File,
    ticket: string,
  ) => Promise<{ ok: true; rows: readonly AccountRow[] } | { ok: false; message: string }>;
  importAccounts: (rows: readonly AccountRow[]) => Promise<Outcome>;
  /** Counts what would be deleted, or deletes it. */
  forget: (person: { email: string; name: string }, dry: boolean) => Promise<Outcome & { values?: number }>;
}

/** Keeping the log: backup, restore, another admin's log, a list of accounts, and forgetting somebody. */
export function KeepDialog(props: KeepDialogProps) {
  const { open, onClose, backupStatus } = props;
  const [busy, setBusy] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  useEffect(() => {
    if (open) setOutcome(null);
  }, [open]);

  async function run(words: string, work: () => Promise<Outcome | null>) {
    setBusy(words);
    setOutcome(null);
    try {
      setOutcome(await work());
    } catch (error) {
      setOutcome({ ok: false, message: `This could not be done: ${(error as Error).message}` });
    } finally {
      setBusy(null);
    }
  }

  return (
    <Dialog open={open} title="Backup and import" onClose={onClose} footer={<Button onClick={onClose}>Close</Button>}>
      <div className={styles.body}>
        <div aria-live="polite">
          {busy && <p>{busy}</p>}
          {outcome && <Told outcome={outcome} />}
        </div>
        <Part title="Backup">
          <p>
            {backupStatus.lastExport} {backupStatus.storage}
          </p>
          {backupStatus.suggestion && <Notice tone="warn">{backupStatus.suggestion}</Notice>}
          <Button disabled={busy !== null} onClick={() => void run('Writing the backup…', props.backUp)}>
            Back up
          </Button>
        </Part>
        <Part title="For whoever checks a file">
          <p>
            One page that verifies a backup or a JSON Lines export from a disk, with nothing installed and no network.
            Hand it out with the file.
          </p>
          <Button disabled={busy !== null} onClick={() => void run('Saving the page…', props.saveVerifyPage)}>
            Save verify page
          </Button>
        </Part>
        <Part title="Restore or merge">
          <p>
            A backup of this log puts back what is missing, with the logs that were merged and the settings. Another
            admin’s backup or JSON Lines export stays theirs, beside yours. Every entry is verified first; nothing that
            is here is removed.
          </p>
          <FileField
            label="Backup or export"
            accept=".jsonl"
            disabled={busy !== null}
            onFile={(file) => void run('Verifying the file…', () => props.takeIn(file, setBusy))}
          />
        </Part>
        <ImportPart {...props} busy={busy !== null} run={run} />
        <ForgetPart {...props} busy={busy !== null} run={run} />
      </div>
    </Dialog>
  );
}

type Run = (words: string, work: () => Promise<Outcome | null>) => Promise<void>;

function Told({ outcome: { ok, message, conflicts = [] } }: { outcome: Outcome }) {
  return (
    <Notice tone={ok ? (conflicts.length > 0 ? 'warn' : 'good') : 'danger'} role={ok ? 'status' : 'alert'}>
      <p>{message}</p>
      {conflicts.length > 0 && (
        <>
          <p>Both logs hold a grant for the same ticket and address:</p>
          <ul>
            {conflicts.map(({ ticket, email, ours }) => (
              <li key={ours}>
                <a href={logHash({ grant: ours })}>
                  <Said text={ticket} />, <Said text={email} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

interface FileFieldProps {
  label: string;
  accept: string;
  disabled: boolean;
  onFile: (file: File) => void;
}

function FileField({ label, accept, disabled, onFile }: FileFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          disabled={disabled}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file can be chosen again after it was mended.
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
      )}
    </Field>
  );
}

/** Rows of the preview that are shown; the rest is counted. */
const shownRows = 50;

function ImportPart({ preview, importAccounts, busy, run }: KeepDialogProps & { busy: boolean; run: Run }) {
  const [ticket, setTicket] = useState('');
  const [rows, setRows] = useState<readonly AccountRow[] | null>(null);
  const good = rows?.filter(({ ok }) => ok).length ?? 0;

  return (
    <Part title="Import accounts">
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
              const read = await preview(file, ticket);
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
                .slice(0, shownRows)
                .map((row) => (
                  <tr key={row.row}>
                    <td>{row.row}</td>
                    <td>
                      {row.ok ? (
                        <>
                          <Said text={row.account.email} />, <Said text={row.account.ticket} />
                        </>
                      ) : (
                        `Error: ${row.message}`
                      )}
                    </td>
                    <td>{row.ok && <Said text={row.account.role} />}</td>
                  </tr>
                ))}
            </tbody>
          </table>
          {rows.length > shownRows && <p>And {rows.length - shownRows} more.</p>}
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
            Import {good === 1 ? '1 account' : `${good} accounts`}
          </Button>
        </>
      )}
    </Part>
  );
}

function ForgetPart({ forget, busy, run }: KeepDialogProps & { busy: boolean; run: Run }) {
  const [person, setPerson] = useState({ email: '', name: '' });
  const [counted, setCounted] = useState<string | null>(null);
  const change = (part: Partial<typeof person>) => {
    setPerson({ ...person, ...part });
    setCounted(null);
  };

  return (
    <Part title="Forget a person">
      <p>
        Deletes their address, name and every free text of their grants, here and in merged logs. What the log said
        stays provable, and it still verifies. It cannot be undone, and files that were exported before still hold them.
      </p>
      <div className={styles.fields}>
        <Field label="Address to forget">
          {(control) => (
            <TextInput {...control} value={person.email} onChange={(event) => change({ email: event.target.value })} />
          )}
        </Field>
        <Field label="Name to forget">
          {(control) => (
            <TextInput {...control} value={person.name} onChange={(event) => change({ name: event.target.value })} />
          )}
        </Field>
      </div>
      {counted && <p>{counted}</p>}
      {counted === null ? (
        <Button
          disabled={busy || person.email.trim().length < 3}
          onClick={() =>
            void run('Looking…', async () => {
              const found = await forget(person, true);
              if (!found.ok || !found.values) return found;
              setCounted(found.message);
              return null;
            })
          }
        >
          Look for this person
        </Button>
      ) : (
        <Button
          disabled={busy}
          onClick={() =>
            void run('Forgetting…', async () => {
              const done = await forget(person, false);
              setCounted(null);
              if (done.ok) setPerson({ email: '', name: '' });
              return done;
            })
          }
        >
          Forget for good
        </Button>
      )}
    </Part>
  );
}

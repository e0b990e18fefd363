import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

interface LogLossProps {
  /** Says what is missing, in a sentence. */
  loss: string;
  /** Says what to do about it, step by step; restoring the last backup where it is left out. */
  todo: readonly string[] | undefined;
  /** The admin has seen to it. */
  onSeen: (() => void) | undefined;
}

/** Shows that entries are gone which were known to be there, and what to do now. */
export function LogLoss({ loss, todo, onSeen }: LogLossProps) {
  return (
    <Notice tone="danger" role="alert" title="Part of this log is missing">
      <p>{loss}</p>
      {todo ? (
        <ol>
          {todo.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : (
        <p>
          Restore your last backup under Backup and import: it puts back what is missing. Keep your last export, which
          proves what the log said, and tell whoever relies on this log.
        </p>
      )}
      {onSeen && (
        <Button size="small" onClick={onSeen}>
          I have seen to this
        </Button>
      )}
    </Notice>
  );
}

interface UnreadableLogProps {
  /** Says why it cannot be read. */
  trouble: string;
  /** Saves every stored entry as it is. */
  onRescue: (() => void) | undefined;
}

/** Shows that the log cannot be opened, that nothing is lost by it, and how to save what is stored. */
export function UnreadableLog({ trouble, onRescue }: UnreadableLogProps) {
  return (
    <Notice tone="danger" role="alert" title="The log cannot be read">
      <p>{trouble}</p>
      <p>Nothing was deleted. Close every Grantbook page and open this one again.</p>
      {onRescue && (
        <>
          <p>
            If that does not help, save every entry as it is stored, and keep the file: it holds the whole log,
            verifies, and can be restored under Backup and import once Grantbook opens again.
          </p>
          <Button size="small" icon={Download} onClick={onRescue}>
            Save the entries
          </Button>
        </>
      )}
    </Notice>
  );
}

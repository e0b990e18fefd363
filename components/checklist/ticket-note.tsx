import { CopyButton } from '@/components/ui/copy-button';
import styles from './step-row.module.css';

/** The text to paste into the ticket, as it stands now. */
export function TicketNote({ text }: { text: string }) {
  return (
    <>
      <pre className={styles.note}>{text}</pre>
      <CopyButton text={text} label="Copy record" />
    </>
  );
}

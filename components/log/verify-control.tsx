import { CircleAlert, ShieldCheck, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { TextInput } from '@/components/ui/text-input';
import type { LogVerdict } from '@/lib/domain/log/audit';
import { gapWords } from '@/lib/domain/log/chain';
import { logHash } from '@/lib/domain/log/log-link';
import { parseSavedProof, type SavedProof } from '@/lib/domain/log/saved-proof';
import styles from './verify-control.module.css';

/** Verifies the whole log; tells how many entries hold so far; throws an AbortError when aborted. */
export type Verify = (
  onProgress: (count: number) => void,
  signal: AbortSignal,
  savedProof: SavedProof | null,
) => Promise<LogVerdict>;

type Outcome = { verdict: LogVerdict } | { failed: string };

/** Holds what `Verify log` has to show, for a button and a line that stand in different places. */
export interface VerifyState {
  /** Says how many entries hold so far; null while nothing runs. */
  count: number | null;
  outcome: Outcome | null;
  /** A line that somebody kept, as pasted. */
  savedProof: string;
  onSavedProof: (line: string) => void;
  start: () => void;
  cancel: () => void;
  dismiss: () => void;
}

export function useVerify(verify: Verify): VerifyState {
  const [count, setCount] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [savedProof, setSavedProof] = useState('');
  const running = useRef<AbortController | null>(null);

  async function start() {
    const run = new AbortController();
    running.current?.abort();
    running.current = run;
    setOutcome(null);
    setCount(0);
    try {
      const verdict = await verify(
        (soFar) => {
          if (!run.signal.aborted) setCount(soFar);
        },
        run.signal,
        parseSavedProof(savedProof),
      );
      if (!run.signal.aborted) setOutcome({ verdict });
    } catch (error) {
      if (!run.signal.aborted) setOutcome({ failed: (error as Error).message });
    } finally {
      if (running.current === run) setCount(null);
    }
  }

  return {
    count,
    outcome,
    savedProof,
    onSavedProof: (line) => {
      setSavedProof(line);
      setOutcome(null);
    },
    start: () => void start(),
    cancel: () => running.current?.abort(),
    dismiss: () => setOutcome(null),
  };
}

export function VerifyButton({ state }: { state: VerifyState }) {
  return (
    <Button icon={ShieldCheck} disabled={state.count !== null} onClick={state.start}>
      Verify log
    </Button>
  );
}

/** Progress while it runs, then the answer: a status where every entry holds, an alert that names the first bad one. */
export function VerifyLine({
  state: { count, outcome, cancel, dismiss },
  total,
}: {
  state: VerifyState;
  total: number;
}) {
  const bad =
    outcome &&
    ('failed' in outcome
      ? `The log could not be read: ${outcome.failed}`
      : outcome.verdict.ok
        ? null
        : outcome.verdict.message);
  const badSeq = outcome && 'verdict' in outcome && !outcome.verdict.ok ? outcome.verdict.seq : null;
  const good = outcome && 'verdict' in outcome && outcome.verdict.ok ? outcome.verdict : null;
  return (
    <>
      {count !== null && (
        <div className={styles.line}>
          <span className={styles.running}>
            Verifying entry {Math.min(count + 1, Math.max(total, 1))} of {total}
          </span>
          <ProgressBar label="Verifying the log" value={Math.min(count, total)} max={total} className={styles.bar} />
          <Button size="small" onClick={cancel}>
            Cancel
          </Button>
        </div>
      )}
      {/* Both are in the page before they speak, or some screen readers miss the first words. */}
      <div className={good ? `${styles.line} ${styles.good}` : undefined}>
        {good && <ShieldCheck size={16} aria-hidden="true" className={styles.icon} />}
        <p role="status">{good && `Log verified: ${good.count} ${good.count === 1 ? 'entry' : 'entries'}`}</p>
        {good?.head && (
          <span className={styles.head}>
            Last entry <code title={`SHA-256 ${good.head}`}>{good.head.slice(0, 16)}</code>
          </span>
        )}
        {good?.lost && <p role="alert">The log itself says that {gapWords(good.lost)} were lost.</p>}
        {good?.savedProof && <p role={good.savedProof.ok ? 'status' : 'alert'}>{good.savedProof.message}</p>}
        {good && <IconButton label="Dismiss" icon={X} className={styles.dismiss} onClick={dismiss} />}
      </div>
      {bad && (
        <div className={`${styles.line} ${styles.bad}`}>
          <CircleAlert size={16} aria-hidden="true" className={styles.icon} />
          <p role="alert">{bad}</p>
          {badSeq !== null && <a href={logHash({ entry: badSeq })}>Show entry {badSeq}</a>}
          <IconButton label="Dismiss" icon={X} className={styles.dismiss} onClick={dismiss} />
        </div>
      )}
    </>
  );
}

/** Asks for a line from a ticket, to be checked against this log when it is verified. */
export function SavedProofField({ state: { savedProof, onSavedProof } }: { state: VerifyState }) {
  const unreadable = savedProof.trim() !== '' && parseSavedProof(savedProof) === null;
  return (
    <Disclosure summary="Check a saved proof">
      <Field
        label="Saved proof"
        hint="From a ticket or an export: Grantbook log … · entry … · sha256 … Then press Verify log."
        error={
          unreadable ? 'This holds no saved proof. Paste the whole line, from Grantbook log to the end.' : undefined
        }
      >
        {(control) => (
          <TextInput {...control} value={savedProof} onChange={(event) => onSavedProof(event.target.value)} />
        )}
      </Field>
    </Disclosure>
  );
}

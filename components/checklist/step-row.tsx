import { ChevronDown, Crosshair, Eye, NotebookPen, SearchX, UserCheck } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Breakable } from '@/components/ui/breakable';
import { Button } from '@/components/ui/button';
import { CheckMark } from '@/components/ui/checkbox';
import { CopyButton } from '@/components/ui/copy-button';
import { cx } from '@/components/ui/cx';
import type { StepView } from '@/lib/domain/grant/checklist';
import { Contradicted } from './contradicted';
import styles from './step-row.module.css';

/** Tells whether the page shows a step's landmark now, and whether it should; null where no page is being looked at. */
export type Sight = { found: boolean; lost: boolean; name: string } | null;

interface StepRowProps {
  step: StepView;
  current: boolean;
  sight: Sight;
  /** Says what `step.copy` is: it stands on the button. */
  copyWord: string;
  onToggle: (step: StepView) => void;
  /** Confirms the step although the page shows something against it. */
  onExplain: ((step: string, reason: string) => Promise<string | null>) | undefined;
  /** Points at the landmark in the vendor's page; absent where there is none to point in. */
  onShow: ((landmark: string) => void) | undefined;
  /** Lets the admin point at a landmark that was lost; absent where there is no page to point in. */
  onPick: ((landmark: string) => void) | undefined;
  /** Says what the step is done with. */
  form: ReactNode;
}

const states = {
  observed: { icon: Eye, text: 'Observed' },
  recorded: { icon: NotebookPen, text: 'Recorded' },
  confirmed: { icon: UserCheck, text: 'Confirmed by you' },
} as const;

/** One step: its box, its text, how it was settled; for the current one why it matters and where it is. */
export function StepRow({ step, current, sight, copyWord, onToggle, onExplain, onShow, onPick, form }: StepRowProps) {
  const id = useId();
  const [asked, setAsked] = useState(false);
  const open = current || asked;
  const [ticked, setTicked] = useState(false);
  const settled = step.state === 'open' ? null : states[step.state];
  const contradiction = (ticked || step.wasConfirmed) && onExplain ? step.contradiction : null;

  /** Confirms the step or takes that back; a tick against what the page shows asks why, one in place of a form opens it. */
  function toggle() {
    const isOpen = step.state === 'open';
    if (isOpen && step.form === 'key') setAsked(true);
    if (isOpen && step.contradiction && onExplain) return setTicked(true);
    setTicked(false);
    onToggle(step);
  }
  return (
    <li
      className={cx(styles.row, current && styles.current, step.state === 'observed' && styles.observed)}
      aria-current={current ? 'step' : undefined}
      data-step={step.id}
    >
      <CheckMark
        id={id}
        checked={step.state !== 'open'}
        disabled={!step.canChange}
        onChange={toggle}
        aria-describedby={settled ? `${id}-state` : undefined}
        className={styles.box}
      />
      <div className={styles.body}>
        <label htmlFor={id} className={styles.text}>
          <Breakable text={step.text} />
        </label>
        {settled && (
          <p id={`${id}-state`} className={step.state === 'observed' ? styles.seen : styles.said}>
            <settled.icon size={12} strokeWidth={2.25} aria-hidden="true" />
            {settled.text}
          </p>
        )}
        {settled && step.explained && (
          <p className={styles.said}>
            The page showed “{step.explained.shown}”: {step.explained.reason ?? 'the reason was forgotten'}
          </p>
        )}
        {contradiction && onExplain && (
          <Contradicted contradiction={contradiction} onExplain={(reason) => onExplain(step.id, reason)} />
        )}
        {open && (
          <div id={`${id}-more`} className={styles.more}>
            <p className={styles.why}>
              <Breakable text={step.why} />
            </p>
            {step.state !== 'observed' && step.state !== 'recorded' && (
              <Actions {...{ step, sight, copyWord, onShow, onPick }} />
            )}
            {form}
          </div>
        )}
      </div>
      {!current && (
        <button
          type="button"
          className={styles.about}
          aria-label={`About: ${step.text}`}
          aria-expanded={asked}
          aria-controls={asked ? `${id}-more` : undefined}
          title="Why, and where"
          onClick={() => setAsked(!asked)}
        >
          <ChevronDown size={14} aria-hidden="true" className={cx(styles.chevron, asked && styles.turned)} />
        </button>
      )}
    </li>
  );
}

function Actions({
  step,
  sight,
  copyWord,
  onShow,
  onPick,
}: Pick<StepRowProps, 'step' | 'sight' | 'copyWord' | 'onShow' | 'onPick'>) {
  const { landmark, copy } = step;
  const absent = landmark !== null && sight !== null && !sight.found;
  const shows = landmark !== null && onShow !== undefined && !absent;
  if (!shows && !absent && copy === null) return null;
  return (
    <>
      {absent && (
        <p className={cx(styles.absent, sight.lost && styles.lost)}>
          <SearchX size={14} aria-hidden="true" />
          <span>Not on the page right now: {sight.name}.</span>
        </p>
      )}
      {(shows || absent || copy !== null) && (
        <div className={styles.actions}>
          {absent && onPick && (
            <Button size="small" icon={Crosshair} onClick={() => onPick(landmark)}>
              Point at it
            </Button>
          )}
          {shows && (
            <Button size="small" icon={Crosshair} onClick={() => onShow(landmark)}>
              Show me
            </Button>
          )}
          {copy !== null && <CopyButton text={copy} label={`Copy ${copyWord}`} />}
        </div>
      )}
    </>
  );
}

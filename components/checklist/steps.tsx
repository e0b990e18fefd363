import { ChevronRight, CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { Disclosure } from '@/components/ui/disclosure';
import type { ChecklistView, StageView, StepView } from '@/lib/domain/grant/checklist';
import type { Grant } from '@/lib/domain/grant/grant';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import { quantity } from '@/lib/domain/values/quantity';
import { isExpected } from '@/lib/vendors/health';
import { landmarkName } from '@/lib/vendors/landmark-name';
import type { PagesPack } from '@/lib/vendors/vendor';
import { useKeptFocus } from './follow-step';
import { type Sight, StepRow } from './step-row';
import styles from './steps.module.css';

interface StepsProps {
  view: ChecklistView;
  grant: Grant;
  pages: PagesPack;
  /** Says what the vendor's page shows now; null where no page is being looked at. */
  facts: Pick<PageFacts, 'landmarks' | 'rows' | 'form' | 'recognition'> | null;
  onToggle: (step: StepView) => void;
  /** Confirms a step although the page shows something against it. */
  onExplain?: ((step: string, reason: string) => Promise<string | null>) | undefined;
  onShow?: ((landmark: string) => void) | undefined;
  onPick?: ((landmark: string) => void) | undefined;
  /** The form that a step is done with. */
  formFor?: ((step: StepView) => ReactNode) | undefined;
  ref?: RefObject<HTMLOListElement | null>;
}

/** The checklist: one stage is open, the finished ones and the later ones are a line each. */
export function Steps({ view, grant, pages, facts, onToggle, onExplain, onShow, onPick, formFor, ref }: StepsProps) {
  const current = view.current?.stage ?? null;
  const [last, setLast] = useState(current);
  const [chosen, setChosen] = useState<string | null>(null);
  if (last !== current) {
    setLast(current);
    setChosen(null);
  }
  const open = chosen ?? current;
  const own = useRef<HTMLOListElement>(null);
  const list = ref ?? own;
  useKeptFocus(list, view.current?.step ?? null);

  const sightOf = ({ landmark: id }: StepView): Sight => {
    if (id === null || facts === null) return null;
    const { page } = facts.recognition;
    const landmark = pages.pages.find((one) => one.id === page)?.landmarks[id];
    return {
      found: facts.landmarks[id] === true,
      lost: landmark !== undefined && isExpected(landmark, facts),
      name: landmarkName(pages, id, page),
    };
  };

  const row = (step: StepView) => (
    <StepRow
      key={step.id}
      step={step}
      current={step.id === view.current?.step}
      sight={sightOf(step)}
      copyWord={step.copy === grant.ticket ? 'ticket' : 'e-mail'}
      onToggle={onToggle}
      onExplain={onExplain}
      onShow={onShow}
      onPick={onPick}
      form={step.form ? formFor?.(step) : null}
    />
  );

  return (
    <ol ref={list} aria-label="Steps" className={styles.stages}>
      {view.stages.map((stage) => {
        const passed = passedOf(stage);
        return (
          <li key={stage.id}>
            <details
              open={stage.id === open}
              className={styles.stage}
              onToggle={(event) => {
                const opened = event.currentTarget.open;
                if (opened !== (stage.id === open)) setChosen(opened ? stage.id : stage.id === current ? '' : null);
              }}
            >
              <summary className={styles.summary}>
                <StageIcon stage={stage} current={stage.id === current} />
                <span className={styles.title}>{stage.title}</span>
                <span className={styles.count}>
                  {stage.done} of {stage.steps.length}
                </span>
                <ChevronRight size={14} aria-hidden="true" className={styles.chevron} />
              </summary>
              <ol className={styles.steps}>
                {passed.length > 0 && (
                  <li>
                    <Disclosure summary={`Ready: ${quantity(passed.length, 'check')} passed`}>
                      <ol className={styles.steps}>{passed.map(row)}</ol>
                    </Disclosure>
                  </li>
                )}
                {stage.steps.filter((step) => !passed.includes(step)).map(row)}
              </ol>
            </details>
          </li>
        );
      })}
    </ol>
  );
}

/** Returns the checks of a stage that passed without a tick; one alone is no list to fold. */
function passedOf({ isChecks, steps }: StageView): readonly StepView[] {
  const passed = isChecks ? steps.filter(({ state }) => state === 'observed' || state === 'recorded') : [];
  return passed.length > 1 ? passed : [];
}

function StageIcon({ stage, current }: { stage: StageView; current: boolean }) {
  const done = stage.done === stage.steps.length;
  const Icon = done ? CircleCheck : current ? CircleDot : CircleDashed;
  const look = done ? styles.done : current ? styles.now : styles.later;
  return <Icon size={16} aria-hidden="true" className={cx(styles.icon, look)} />;
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { GuideView } from '@/components/checklist/guide-view';
import { Notice } from '@/components/ui/notice';
import { afterPress } from '@/lib/dom/after-press';
import { isWarnedField, warnedFields, warningsOf } from '@/lib/domain/advice';
import { problemOf } from '@/lib/messaging/answers';
import { guideActions } from '@/lib/react/guide-actions';
import { useGuide } from '@/lib/react/use-guide';
import { useNow } from '@/lib/react/use-now';
import { guideFor } from '@/lib/vendors/guide';
import styles from './app.module.css';

/** Ignores what becomes of a message: where the guide stands needs no answer, and a lost link says so by itself. */
const unanswered = () => {};

/** Wires the guide to the background. `key`: the one-time key with which the content script opened this frame. */
export function App({ frameKey }: { frameKey: string }) {
  const { state, lost, link } = useGuide(frameKey);
  const now = useNow();
  const [collapsed, setCollapsed] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);

  const settings = state?.about.settings;
  const guide = state && guideFor(state.grant, state.facts, state.about.settings, state.about);
  const warned =
    state && guide
      ? warnedFields(
          warningsOf(state.grant, state.facts?.form ?? null, guide.model, guide.advice, guide.conditions),
        ).join()
      : '';
  const landmark = guide?.landmark ?? null;
  const shown = guide !== null;

  useEffect(() => {
    if (shown)
      link?.send('guide.point', { landmark, warned: warned.split(',').filter(isWarnedField) }).catch(unanswered);
  }, [link, shown, landmark, warned]);

  useEffect(() => {
    const element = root.current;
    if (!element || !link || !shown) return;
    const report = () =>
      link.send('guide.size', { height: Math.ceil(element.offsetHeight), collapsed }).catch(unanswered);
    report();
    let callOff = () => {};
    const observer = new ResizeObserver(() => {
      callOff = afterPress(report);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      callOff();
    };
  }, [link, shown, collapsed]);

  const onCollapse = useCallback((next: boolean) => setCollapsed(next), []);

  return (
    <div ref={root} className={styles.root}>
      {state && guide && settings && link && (
        <>
          {lost && !collapsed && (
            <Notice tone="warn" role="status" className={styles.lost}>
              <p>Grantbook was updated or restarted. Reload this page to go on; nothing was lost.</p>
            </Notice>
          )}
          <GuideView
            {...{ collapsed, guide, now, problem, onCollapse }}
            grant={state.grant}
            others={state.others}
            facts={state.facts}
            onChoose={(chosen) => void problemOf(link.send('guide.choose', { chosen })).then(setProblem)}
            settings={settings}
            message={state.message}
            actions={guideActions(link.send, setProblem)}
          />
        </>
      )}
    </div>
  );
}

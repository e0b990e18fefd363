import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { ChecklistView } from '@/lib/domain/grant/checklist';

/** Says politely which steps the page has just proved; silent about those that were proved before it was opened. */
export function ObservedNews({ view }: { view: ChecklistView }) {
  const known = useRef<Set<string> | null>(null);
  const [news, setNews] = useState('');

  useEffect(() => {
    const observed = view.stages.flatMap(({ steps }) => steps).filter(({ state }) => state === 'observed');
    const before = known.current;
    known.current = new Set(observed.map(({ id }) => id));
    if (!before) return;
    const fresh = observed.filter(({ id }) => !before.has(id));
    if (fresh.length > 0) setNews(`Observed: ${fresh.map(({ text }) => text).join(' ')}`);
  }, [view]);

  return (
    <div role="status">
      <VisuallyHidden>{news}</VisuallyHidden>
    </div>
  );
}

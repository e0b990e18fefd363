import { useCallback, useEffect, useRef, useState } from 'react';
import type { GrantDraft } from '@/lib/domain/grant/new-grant';
import { saveDraft } from '@/lib/storage/draft';
import { stored } from '@/lib/storage/stored-values';

const wait = 100;

interface DraftKeeper {
  /** Null where there is none; undefined until it was read. */
  draft: GrantDraft | null | undefined;
  /** Shows the draft at once and saves it within a tenth of a second, or when the page is closed before that. */
  change: (draft: GrantDraft | null) => void;
}

/** Returns the draft of a new grant. A popup closes without warning, so it is saved while it is typed. */
export function useDraft(): DraftKeeper {
  const [draft, setDraft] = useState<GrantDraft | null>();
  const waiting = useRef<{ draft: GrantDraft | null; timer: ReturnType<typeof setTimeout> } | null>(null);

  const flush = useCallback(() => {
    const last = waiting.current;
    if (!last) return;
    clearTimeout(last.timer);
    waiting.current = null;
    void saveDraft(last.draft);
  }, []);

  useEffect(() => {
    let closed = false;
    void stored.draft.read().then((saved) => {
      if (!closed) setDraft((typed) => (typed === undefined ? saved : typed));
    });
    const hidden = () => document.visibilityState === 'hidden' && flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      closed = true;
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', hidden);
      flush();
    };
  }, [flush]);

  const change = useCallback(
    (next: GrantDraft | null) => {
      setDraft(next);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { draft: next, timer: setTimeout(flush, wait) };
      if (next === null) flush();
    },
    [flush],
  );

  return { draft, change };
}

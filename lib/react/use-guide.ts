import { useEffect, useState } from 'react';
import { browser } from '@/lib/browser';
import { afterPress } from '@/lib/dom/after-press';
import { createGuideLink, type GuideLink } from '@/lib/messaging/guide-link';
import { type GuideState, guidePort } from '@/lib/messaging/guide-port';

interface GuideConnection {
  /** Null until the background let this frame in. */
  state: GuideState | null;
  /** The background was lost for good: the extension was updated, or does not know this frame any more. */
  lost: boolean;
  link: GuideLink | null;
}

/**
 * Links the guide to the background, for as long as the frame lives. `key`: the one-time key that the content script
 * was given.
 */
export function useGuide(key: string): GuideConnection {
  const [state, setState] = useState<GuideState | null>(null);
  const [lost, setLost] = useState(false);
  const [link, setLink] = useState<GuideLink | null>(null);

  useEffect(() => {
    const made = createGuideLink({
      connect: () => browser.runtime.connect({ name: guidePort }),
      key,
      nonce: crypto.randomUUID(),
      onState: (next) => void afterPress(() => setState(next)),
      onLost: () => setLost(true),
      whenSeen,
    });
    setLink(made);
    return () => made.close();
  }, [key]);

  return { state, lost, link };
}

function whenSeen(then: () => void): void {
  if (document.visibilityState === 'visible') then();
  else document.addEventListener('visibilitychange', () => whenSeen(then), { once: true });
}

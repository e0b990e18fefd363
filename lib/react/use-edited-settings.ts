import { useEffect, useRef, useState } from 'react';
import type { Settings } from '@/lib/domain/values/settings';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { useStored } from './use-stored';

/** Milliseconds after the last change until the page says `Saved`: once for a word, not once for each letter. */
const pause = 400;

/** Describes the settings while they are edited. */
interface EditedSettings {
  /** As edited; undefined until they were read. */
  settings: Settings | undefined;
  /** Changes some; saved one after the other, so that none overtakes another. */
  save: (change: Partial<Settings>) => void;
  saved: 'saved' | 'failed' | null;
}

/**
 * Returns settings that are saved as they are edited, and follow changes made elsewhere while nothing of ours is on its
 * way.
 */
export function useEditedSettings(): EditedSettings {
  const followed = useStored(stored.settings);
  const [settings, setSettings] = useState<Settings>();
  const [saved, setSaved] = useState<EditedSettings['saved']>(null);
  const queue = useRef(Promise.resolve());
  const underway = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (followed && underway.current === 0) setSettings(followed);
  }, [followed]);

  function save(change: Partial<Settings>) {
    setSettings((before) => before && { ...before, ...change });
    setSaved(null);
    clearTimeout(timer.current);
    underway.current += 1;
    queue.current = queue.current
      .then(() => saveSettings(change))
      .then(() => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setSaved('saved'), pause);
      })
      .catch(() => setSaved('failed'))
      .finally(() => {
        underway.current -= 1;
      });
  }

  return { settings, save, saved };
}

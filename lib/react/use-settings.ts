import { useEffect, useState } from 'react';
import type { Settings } from '@/lib/domain/values/settings';
import { watchSettings } from '@/lib/storage/settings';

/** The settings, live; undefined until they were read. */
export function useSettings(): Settings | undefined {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => watchSettings(setSettings), []);
  return settings;
}

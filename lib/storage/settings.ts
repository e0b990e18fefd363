import type { Settings } from '@/lib/domain/values/settings';
import { stored } from './stored-values';

/** Changes some settings and leaves the others as they are. */
export async function saveSettings(changed: Partial<Settings>): Promise<void> {
  await stored.settings.change((now) => ({ ...now, ...changed }));
}

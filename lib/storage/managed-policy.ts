import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import { RetentionMonths } from '@/lib/domain/values/settings';
import { readSettings } from './settings';

/** What the organization sets for every admin; `docs/policy.md` says how. One that cannot be read sets nothing. */
const Policy = z.object({ retentionMonths: z.catch(z.optional(RetentionMonths), undefined) });
export type Policy = z.infer<typeof Policy>;

/** The policy of this browser; empty where none is set. */
export async function readPolicy(): Promise<Policy> {
  try {
    return Policy.safeParse(await browser.storage.managed.get(['retentionMonths'])).data ?? {};
  } catch {
    // Firefox refuses where no policy is set; Chromium answers with nothing.
    return {};
  }
}

/** Calls back with the policy now and after every change, which a running browser takes over, until the returned function is called. */
export function watchPolicy(listener: (policy: Policy) => void): () => void {
  const changed = (_changes: unknown, area: string) => {
    if (area === 'managed') void readPolicy().then(listener);
  };
  browser.storage.onChanged.addListener(changed);
  void readPolicy().then(listener);
  return () => browser.storage.onChanged.removeListener(changed);
}

/** Months after the removal of an access during which its personal values are kept: the policy, else the setting; null keeps all. */
export async function readRetentionMonths(): Promise<number | null> {
  const [policy, settings] = await Promise.all([readPolicy(), readSettings()]);
  return policy.retentionMonths ?? settings.retentionMonths;
}

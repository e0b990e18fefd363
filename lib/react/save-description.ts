import type { Described } from '@/lib/domain/advice';
import { dateOf } from '@/lib/domain/values/calendar';
import { saveDescribed } from '@/lib/storage/described';
import { descriptionAt } from '@/lib/vendors/describing';

/** Saves what an admin described on a page of ours; returns null when it is saved, or why not, in words. */
export async function saveDescription({
  vendor,
  organization,
  generation,
  ...said
}: Omit<Described, 'on'>): Promise<string | null> {
  const described = descriptionAt({ vendor, organization, generation }, said, dateOf(new Date()));
  if (!described.ok) return described.message;
  try {
    await saveDescribed(described.value);
    return null;
  } catch {
    return 'The browser refused to keep it. Try again.';
  }
}

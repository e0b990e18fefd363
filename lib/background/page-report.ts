import * as z from 'zod/mini';
import { redact } from '@/lib/domain/values/redact';
import { order } from './vendor-tabs';

const Answer = z.object({ outline: z.array(z.string()), people: z.array(z.string()) });

/** A report of what the page in a vendor's tab looks like, without personal data; null where it does not answer. */
export async function pageReport(tab: number): Promise<string | null> {
  const { data } = Answer.safeParse(await order(tab, { order: 'report' }));
  return data ? redact(data.outline, data.people) : null;
}

import * as z from 'zod/mini';
import { Short } from '@/lib/domain/values/bounded';

/** The element that the admin pointed at for a landmark that was lost: what it is and is called. */
export const Picked = z.object({
  generation: Short,
  page: Short,
  landmark: Short,
  role: z.enum(['button', 'link', 'heading', 'tab', 'columnheader', 'text']),
  name: Short,
  /** Its place, from 0, among several that are called the same. */
  nth: z.optional(z.int().check(z.nonnegative())),
});
export type Picked = z.infer<typeof Picked>;

/** The same as it is stored. It holds words of the vendor's page, no person's. */
export const Correction = z.extend(Picked, {
  vendor: z.string(),
  /** Dates when it was pointed at, UTC. */
  at: z.string(),
});
export type Correction = z.infer<typeof Correction>;

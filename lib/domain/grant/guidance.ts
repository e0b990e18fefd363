import * as z from 'zod/mini';
import { Id, Short } from '@/lib/domain/values/bounded';
import { corners } from '@/lib/domain/values/corners';

/** The corner where the admin left the guide, and how high they made it (CSS pixels; null: as high as it needs). */
export const GuidePlace = z.object({ corner: z.enum(corners), height: z.nullable(z.int()) });
export type GuidePlace = z.infer<typeof GuidePlace>;

/** Tells which grant a vendor's page guides: the one-time key of the frame, whom to look for, what to point at. */
export const Guidance = z.object({
  key: z.string(),
  grant: Id,
  email: Short,
  landmark: z.nullable(Short),
  /** Null where the admin never moved the guide at this vendor. */
  place: z.nullable(GuidePlace),
  /** Style sheet of what is drawn over the page. */
  style: z.string(),
});
export type Guidance = z.infer<typeof Guidance>;

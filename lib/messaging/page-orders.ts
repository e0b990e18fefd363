import type { WarnedField } from '@/lib/domain/advice';
import type { Guidance } from '@/lib/domain/grant/guidance';
import type { PagePacks } from '@/lib/vendors/page-registry';

/** What the background sends to the content script of a tab. */
export type PageOrder =
  | { order: 'look' }
  | { order: 'read-roster' }
  | { order: 'packs'; packs: PagePacks }
  | { order: 'pick'; landmark: string }
  | { order: 'report' }
  | { order: 'guide'; guidance: Guidance | null }
  | { order: 'show'; landmark: string }
  | { order: 'point'; landmark: string | null; warned: readonly WarnedField[] }
  | { order: 'size'; height: number; collapsed: boolean };

import type { PagePacks } from '@/lib/vendors/vendor';
import type { Finder } from './finder';
import type { Look, Recognised } from './recognise';

/** The page as the part that recognises it holds it, for the part that reads and guides. */
export interface Site {
  /** The page that was recognised last at this address; null where none was. */
  page(): Recognised | null;
  /** Goes through the page as it is now. */
  finder(): Finder;
  look(finder?: Finder, isThorough?: boolean): Look;
  /** Tells the background which page this is, where it was not told yet. */
  send(): void;
  /** Seeks the page again that was lost. */
  seek(): void;
  /** Recognises by other packs from now on: a correction came in, or the admin said what this page is. */
  use(packs: PagePacks): void;
}

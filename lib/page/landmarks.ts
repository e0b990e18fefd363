import type { RegisteredPages } from '@/lib/vendors/page-registry';
import type { Landmark, PageDefinition } from '@/lib/vendors/vendor';
import { find } from './find';
import { findForm } from './read-invite-form';
import { cellOf, readRowsOf } from './read-roster';
import { findTable } from './table';

/** The element of a landmark on the page as it is now; null where it cannot be seen. Ask again at each use. */
export function locate(
  landmark: Landmark,
  pack: RegisteredPages,
  email: string,
  root: ParentNode = document,
): Element | null {
  switch (landmark.find) {
    case 'control':
      return find(landmark, root);
    case 'form':
      return findForm(pack.form, pack.roster, root)?.[landmark.part] ?? null;
    case 'roster':
      return findTable(pack.roster, root)?.element ?? null;
    case 'row': {
      const mine = readRowsOf(email, pack.roster, root)[0];
      if (!mine) return null;
      return landmark.column ? (cellOf(mine.table, mine.element, landmark.column) ?? mine.element) : mine.element;
    }
  }
}

/** Which landmarks of a page can be seen now. */
export function landmarksOn(
  definition: PageDefinition,
  pack: RegisteredPages,
  email: string,
  root: ParentNode = document,
): Record<string, boolean> {
  return Object.fromEntries(
    Object.entries(definition.landmarks).map(([id, landmark]) => [id, locate(landmark, pack, email, root) !== null]),
  );
}

import type { Landmark, PageDefinition } from '@/lib/vendors/vendor';
import type { View } from './page-view';
import { cellOf } from './table';

/** Finds the element of a landmark on the page as it is now; null where it cannot be seen. Ask again at each use. */
export function locate(landmark: Landmark, view: View): Element | null {
  switch (landmark.find) {
    case 'control':
      return view.finder.find(landmark)?.element ?? null;
    case 'form':
      return view.form()?.[landmark.part] ?? null;
    case 'roster':
      return view.tables()[0]?.element ?? null;
    case 'row': {
      const mine = view.rows()[0];
      return mine ? ((landmark.column && cellOf(mine.table, mine.element, landmark.column)) ?? mine.element) : null;
    }
  }
}

/** Tells of each landmark of a page whether it can be seen now. */
export function landmarksOn(definition: PageDefinition, view: View): Record<string, boolean> {
  return Object.fromEntries(
    Object.entries(definition.landmarks).map(([id, landmark]) => [id, locate(landmark, view) !== null]),
  );
}

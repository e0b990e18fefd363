import type { Landmark, PageDefinition } from '@/lib/vendors/vendor';
import { cellOf, readRowsOf } from './read-roster';
import type { View } from './view';

/** The element of a landmark on the page as it is now; null where it cannot be seen. Ask again at each use. */
export function locate(landmark: Landmark, view: View, email: string): Element | null {
  switch (landmark.find) {
    case 'control':
      return view.finder.first(landmark);
    case 'form':
      return view.form()?.[landmark.part] ?? null;
    case 'roster':
      return view.table()?.element ?? null;
    case 'row': {
      const table = view.table();
      const mine = table && readRowsOf(email, table, view.pack.roster)[0];
      if (!table || !mine) return null;
      return landmark.column ? (cellOf(table, mine.element, landmark.column) ?? mine.element) : mine.element;
    }
  }
}

/** Which landmarks of a page can be seen now. */
export function landmarksOn(definition: PageDefinition, view: View, email: string): Record<string, boolean> {
  return Object.fromEntries(
    Object.entries(definition.landmarks).map(([id, landmark]) => [id, locate(landmark, view, email) !== null]),
  );
}

import type { RegisteredPages } from '@/lib/vendors/vendor';
import { dialogs, enterRoots, once } from './dom';
import type { Finder } from './finder';
import { type FormParts, findForm } from './read-invite-form';
import { type FoundRow, readRowsOf } from './read-roster';
import { findTables, type Table } from './table';

/**
 * The parts of a page that one look needs more than once, each looked up at most once. Lives as long as the look, never
 * longer.
 */
export interface View {
  pack: RegisteredPages;
  finder: Finder;
  tables(): Table[];
  /** The rows of the person in question. */
  rows(): FoundRow[];
  form(): FormParts | null;
  /** The roles that the form of a page for inviting alone lets choose; null where this is no such page. */
  offers(): readonly string[] | null;
}

export function viewOf(pack: RegisteredPages, finder: Finder, email = ''): View {
  enterRoots(finder.outline.roots);
  const tables = once(() => findTables(pack.roster, finder.outline));
  const form = once(() => findForm(pack.form, pack.roster, finder));
  return {
    pack,
    finder,
    tables,
    rows: once(() => (email ? readRowsOf(email, tables(), pack.roster) : [])),
    form,
    offers() {
      const open = form();
      return open?.role && !open.form.matches(dialogs) && tables().length === 0 ? open.offers : null;
    },
  };
}

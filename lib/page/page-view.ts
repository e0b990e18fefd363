import type { RegisteredPages } from '@/lib/vendors/vendor';
import { once } from './dom';
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
}

export function viewOf(pack: RegisteredPages, finder: Finder, email = ''): View {
  const tables = once(() => findTables(pack.roster, finder.outline));
  return {
    pack,
    finder,
    tables,
    rows: once(() => (email ? readRowsOf(email, tables(), pack.roster) : [])),
    form: once(() => findForm(pack.form, pack.roster, finder.outline.elements)),
  };
}

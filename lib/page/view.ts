import type { RegisteredPages } from '@/lib/vendors/page-registry';
import { type Finder, finderOf } from './finder';
import { type FormParts, findForm } from './read-invite-form';
import { findTable, type Table } from './table';

/** The parts of a page that one look needs more than once, each looked up at most once. Lives as long as the look, never longer. */
export interface View {
  pack: RegisteredPages;
  finder: Finder;
  table(): Table | null;
  form(): FormParts | null;
}

const once = <T>(make: () => T) => {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

export function viewOf(pack: RegisteredPages, finder: Finder = finderOf()): View {
  return {
    pack,
    finder,
    table: once(() => findTable(pack.roster, finder.root)),
    form: once(() => findForm(pack.form, pack.roster, finder)),
  };
}

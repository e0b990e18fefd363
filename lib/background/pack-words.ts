import { roleNamed } from '@/lib/domain/advice';
import type { MemberStatus, PageFacts, Recognition, Roster, RosterRow } from '@/lib/domain/grant/page-facts';
import { type Generation, generationFor } from '@/lib/vendors/registry';

/**
 * Rows as a page shows them, in the words of its generation: roles by the label that the pack gives them, and a status
 * where the row says none but the page does (a list of invitations, a date of invitation). A role that the pack does
 * not know stays as it is written.
 */
export function inPackWords(rows: readonly RosterRow[], generation: Generation, pageId: string): RosterRow[] {
  const { roles } = generation.model;
  const { roster, pages } = generation.pages;
  const listed = pages.find(({ id }) => id === pageId)?.lists;
  const statusOf = ({ status, words }: RosterRow): MemberStatus => {
    if (status !== 'unknown') return status;
    if (roster.datedWhilePending && words !== '') return /\d/.test(words) ? 'pending' : 'active';
    return words === '' && listed ? listed : status;
  };
  return rows.map((row) => ({
    ...row,
    // Beside one's own name lists say whose it is.
    name: row.name.replace(/\s*\(you\)$/i, ''),
    status: statusOf(row),
    roles: row.roles.map((text) => roleNamed(roles, text)?.label ?? text),
  }));
}

/** The same for everything that a look at a page told. */
export function factsInPackWords(facts: PageFacts): PageFacts {
  const { vendor, generation: id, page } = facts.recognition;
  const generation = generationFor(vendor, id);
  return generation ? { ...facts, rows: inPackWords(facts.rows, generation, page) } : facts;
}

/** The same for a member list. */
export function rosterInPackWords(roster: Roster, { vendor, generation: id, page }: Recognition): Roster {
  const generation = generationFor(vendor, id);
  return generation ? { ...roster, rows: inPackWords(roster.rows, generation, page) } : roster;
}

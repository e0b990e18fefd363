import type { Checklist } from '@/lib/domain/grant/checklist';
import type { Picked } from '@/lib/domain/grant/correction';
import type { NamedPage } from '@/lib/domain/grant/page-facts';
import type { Source } from '@/lib/domain/values/source';
import type { Caution, MemberLimit, RoleModel } from '../domain/advice';

/** A reason to give access that an admin recognises from the ticket. */
export interface Purpose {
  id: string;
  label: string;
  /** One line: what the collaborator will do. */
  hint: string;
}

/** Says of a vendor what its folder stands for: `index.ts`. Goes into the content script, so it is short. */
export interface VendorHead {
  name: string;
  /** Host names, without scheme. */
  hosts: readonly string[];
  /** Links to where the admin goes: a page of the vendor that is documented. */
  home: string;
}

/** A vendor, by the name of its folder. */
export interface VendorInfo extends VendorHead {
  id: string;
}

/** Says why people are given access at a vendor, and to what: `access.ts`. */
export interface VendorAccess {
  purposes: readonly Purpose[];
  scope: { word: string; plural: string; suggestions: readonly string[]; source: Source };
  /** Lists what to know of every generation. */
  cautions: readonly Caution[];
  limit?: MemberLimit;
  /** Finds the organization's name in a path, as its first group; null where no path names it. */
  organization: RegExp | null;
}

/** Says of one generation what it is. */
export interface GenerationInfo {
  /** Its place among the vendor's generations, from 1, the oldest. */
  number: number;
  /** Tells an admin which UI this is. */
  name: string;
  /** Days until an invitation lapses; null where the vendor does not say. */
  invitationDays: number | null;
  source: Source;
}

/** Roles and wording of one generation: `roles.ts`. */
export interface RolesPack {
  info: GenerationInfo;
  model: RoleModel;
}

/** Procedures of one generation: `checklists.ts`. */
export interface ChecklistsPack {
  grant: Checklist;
  removal: Checklist;
}

/** The kinds of element that a query names, as a person would. */
export type QueryRole = Picked['role'] | 'title';

/**
 * A question to the page that holds when nodes are replaced: a kind of element and the words on it. Every synonym that
 * the vendor's own pages are known to use belongs into `words`; case, icons and counts do not matter. `title` means
 * heading, selected tab or current navigation item, whichever the page has.
 */
export interface Query {
  role: QueryRole;
  words: readonly string[];
  /** Its place, from 0, among several that are called the same; absent where any of them will do. */
  nth?: number | undefined;
}

/**
 * An element that a step points at. `shows`: a page of this kind need not have it, so that its absence is no sign of a
 * changed page; `opened` moreover says that the admin opened what it stands in, so that the step which points at it is
 * at hand.
 */
export type Landmark =
  | ({ find: 'control'; shows?: 'sometimes' | 'opened' } & Query)
  | { find: 'form'; part: 'email' | 'role' | 'submit' }
  | { find: 'roster'; shows?: 'sometimes' }
  | { find: 'row'; column?: RosterColumn };

export type RosterColumn = 'name' | 'email' | 'role' | 'status' | 'access';

/** Words of the member list: column headings, and what a status says. */
export interface RosterWords {
  columns: Readonly<Partial<Record<RosterColumn, readonly string[]>>>;
  roles: readonly string[];
  /** Stands between the roles of a person who has several; absent where the vendor gives everybody one. */
  rolesApart?: string;
  pending: readonly string[];
  active: readonly string[];
  expired: readonly string[];
  signs: ListSigns;
  /** The column of the status holds the date of an invitation while it is pending, and no date once it was accepted. */
  datedWhilePending?: true;
}

/** Matches what the texts around a list say of it, as sources of case-insensitive regular expressions. */
export interface ListSigns {
  /** A whole text that tells a part and the total, as the one group that matches: `1–10 of 37`. */
  range: string;
  /** A whole text that counts, as the one group that matches: `37 members`, `Members (37)`, `Total: 37`. */
  count: string;
  /** A count that is of invitations: members and invitations may be counted apart. */
  invitations: string;
  /** A number of something else: what a plan allows, what is chosen, where one is. */
  otherwise: string;
  /** Says what a page says over a list that is no longer true: the session expired, the service is down. */
  over: string;
  /** A word of a text that says when: a date, an age, what joins them. */
  when: string;
  /** A word of it that says a time by itself. */
  time: string;
  /** A word that says for what an invitation waits. */
  awaited: string;
  /** A text that denies what it names, as the first group: `Accepted: no`. */
  denial: string;
  /** A heading that says the status of every row under it. */
  under: Readonly<Record<'expired' | 'active' | 'pending', string>>;
  /** The heading of a column that may hold a state, though no vendor is known to call it so. */
  stateLike: string;
  /** Selector of what page controls stand in; that may be a navigation of their own. */
  pager: string;
  /** Matches a text around page controls. */
  pages: string;
  /** Parts two counts in one text: `4 members, 1 pending`. A comma within a number does not. */
  apart: string;
  /** Selector of tabs that are not open: what they count is another list. */
  closedTab: string;
  /** Names, as compared, of a button that leads to further rows. */
  turns: string;
  /** Names, as compared, of a button that stands there while a filter is in use. */
  clears: string;
  /** Selector of where an address is no member's: in forms, messages, menus and what frames the page. */
  elsewhere: string;
  /** Selector of what is typed into, so that what is around it is no row. Pickers and marks are fields in name only. */
  typed: string;
  notices: NoticeSigns;
}

/** Selectors of what a page tells its user. */
export interface NoticeSigns {
  /** Messages of their own, by role or by the classes of well-known libraries. */
  message: string;
  /** Selects what is a message where none of those is in it. */
  maybe: string;
}

/** Words of the invite form. */
export interface FormWords {
  email: readonly string[];
  role: readonly string[];
  submit: readonly string[];
}

/**
 * Defines how one page is recognised: every group of `every` needs one of its queries; none of `none` may show; `also`
 * adds certainty.
 */
export interface PageDefinition {
  id: string;
  name: string;
  every: readonly (readonly Query[])[];
  none?: readonly Query[];
  also?: readonly Query[];
  landmarks: Readonly<Record<string, Landmark>>;
  /** Says what it means to be listed there, on pages whose rows say no status of their own. */
  lists?: 'pending' | 'active';
  source: Source;
}

/**
 * Says how to recognise and read the pages of a generation: `pages.ts`. The content script asks for those of its host.
 */
export interface PagesPack {
  pages: readonly PageDefinition[];
  roster: RosterWords;
  form: FormWords;
  /** Words of toasts and inline errors by which the vendor refuses an invitation. */
  refusals: readonly string[];
}

/** One generation's pages, with the vendor and generation that its folder names. */
export interface RegisteredPages extends PagesPack {
  vendor: string;
  generation: string;
}

/**
 * Holds what a content script recognises pages by: the packs of its host, and the pages that the admin named, by path.
 */
export interface PagePacks {
  packs: readonly RegisteredPages[];
  assumed: Readonly<Record<string, NamedPage>>;
}

/** What the page is, and by what visible evidence; or what was missing. */
export interface Recognition {
  vendor: string;
  generation: string;
  page: string;
  evidence: string[];
  missing: string[];
}

export type MemberStatus = 'pending' | 'active' | 'expired' | 'unknown';

/** One row of the member list, as visible text. */
export interface RosterRow {
  email: string;
  name: string;
  roles: string[];
  status: MemberStatus;
  /** The words the status was read from. */
  words: string;
  /** Text of the column that names apps, workspaces or groups; null where there is none. */
  access: string | null;
}

/** The member list as read, with the proof of how complete it is. */
export interface Roster {
  rows: RosterRow[];
  seen: number;
  /** What the page says the total is; null where it says nothing. */
  claimed: number | null;
  /** Only where `seen` equals `claimed` and nothing hides rows. */
  complete: boolean;
  /** Why rows may be hidden: pages, filters, a virtual window. */
  hidden: string[];
  /** How many of the list's pages brought rows; absent where it was read at one look. */
  pages?: number | undefined;
}

/** The invite form while it is open: what it would send. */
export interface InviteForm {
  emails: string[];
  roles: string[];
}

/** Everything that one look at a recognised page proves about the person in question. */
export interface PageFacts {
  /** Origin, path and query of the page; never the fragment. */
  url: string;
  recognition: Recognition;
  landmarks: Record<string, boolean>;
  /** Only the rows of the person in question. */
  rows: RosterRow[];
  form: InviteForm | null;
  /** Toasts and inline errors, newest last. */
  notices: string[];
  /** How many members and open invitations the list showed when the form was opened; absent while none is open. */
  members?: { active: number; pending: number } | undefined;
  /** A modal `<dialog>` of the vendor is open: everything outside it, the guide included, is inert. */
  blocked?: boolean | undefined;
  /** What the invite wizard's first step held, in its later steps, where the address is no longer on the page. */
  wizard?: InviteForm | undefined;
}

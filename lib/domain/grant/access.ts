import { plainText } from '@/lib/domain/values/text';
import type { Grant } from './grant';

/** An app, workspace, group or policy that somebody has, and their role in it; empty where the page names none. */
export interface AccessPlace {
  name: string;
  role: string;
}

/** Holds what a text says of the places that somebody can reach. */
export interface AccessReading {
  places: AccessPlace[];
  /** Counts the places where the text does: `3 apps`; null where it does not. */
  counted: number | null;
  /** Tells whether every place was named with its role, and nothing was left that could be one. */
  isWhole: boolean;
}

const none = /^(?:no(?:ne| apps?| access| workspaces?| groups?| projects?| policies)?|not added|n\/a|[-–—]*)$/i;
const count =
  /^(?:\+\s*)?(\d{1,4})\s*(?:more|others?|(?:more )?(?:apps?|projects?|workspaces?|groups?|policies|policy))\W*$/i;
/** Matches what stands in the cell to be pressed, and names nothing. */
const controls =
  /^(?:add(?: to)?(?: an?)?(?: app| workspace| group)?|edit|manage|view|change|show|all|\+|…|\.{3}|[⋯⋮•]+)$/i;
/**
 * Matches what stands between two places; no comma in brackets. After `Production: Admin` a space before the next colon
 * is enough.
 */
const apart = /\s*(?:[;|·•\n]|,(?![^(]*\)))\s*|(?<=:\s*[\p{L}-]+)\s+(?=[^,;:()]+:)/u;
/** `Production (Admin)`, `Production: Admin`, `Production App – Admin`. */
const named = /^(.+?)\s*(?:\(([^()]+)\)|(?:\s[-–—]\s|:)\s*([^:()]+))$/;

/**
 * Reads the text of the cell that names apps, workspaces or groups: `Production (Admin), Staging: Member`, `3 apps`,
 * `No apps`.
 *
 * @param text null where the page has no such cell: then nothing is known
 * @param scope names that are known, which may have brackets of their own
 */
export function readAccess(text: string | null, scope: readonly string[] = []): AccessReading {
  if (text === null) return { places: [], counted: null, isWhole: false };
  const places: AccessPlace[] = [];
  let counted: number | null = null;
  let isWhole = true;
  for (const entry of text.split(apart)) {
    const said = entry.trim();
    if (none.test(said) || controls.test(said)) continue;
    const more = count.exec(said)?.[1];
    if (more !== undefined) {
      counted = (counted ?? 0) + Number(more);
      continue;
    }
    const isName = scope.some((one) => samePlace(one, said));
    const [, name, inBrackets, behind] = (isName ? null : named.exec(said)) ?? [];
    const role = plainText(inBrackets ?? behind ?? '', 100);
    places.push({ name: plainText(placeName(name ?? said), 100), role });
    if (role === '') isWhole = false;
  }
  // `Production (Admin), +2 more` counts the others, `2 apps` all of them.
  if (counted !== null && places.length > 0) counted += places.length;
  if (counted !== null && counted > places.length) isWhole = false;
  return { places, counted, isWhole };
}

/** `Production App` is what people call Production. */
const placeName = (text: string) => text.trim().replace(/\s+(?:app|workspace|project)$/i, '') || text.trim();

const key = (text: string) => placeName(text).toLowerCase();

/** Returns whether two names are of one place. */
export const samePlace = (a: string, b: string): boolean => key(a) === key(b);

/** Returns the places that a ticket does not name. */
export const outside = (places: readonly AccessPlace[], scope: readonly string[]): AccessPlace[] =>
  places.filter(({ name }) => !scope.some((one) => samePlace(one, name)));

/** Returns what is known after one more reading: all of it where it is whole, else what it adds to what was known. */
export function withReading(known: readonly AccessPlace[], { places, isWhole }: AccessReading): AccessPlace[] {
  const read = places.filter(({ role }) => role !== '');
  if (isWhole) return read;
  return [...known.filter(({ name }) => !read.some((one) => samePlace(one.name, name))), ...read];
}

/** Returns whether two readings name the same places with the same roles, in any order. */
export function sameAccess(a: readonly AccessPlace[], b: readonly AccessPlace[]): boolean {
  const text = (places: readonly AccessPlace[]) =>
    JSON.stringify(places.map(({ name, role }) => [key(name), role.toLowerCase()]).sort());
  return text(a) === text(b);
}

/** A place that was given, and whether the page showed it or the admin said so. */
export interface GivenPlace extends AccessPlace {
  basis: 'observed' | 'confirmed';
}

/**
 * Returns the roles in apps, workspaces or groups that are known to be given: what the page showed, else what the admin
 * said.
 */
export function givenAccess({ access, accessSaid }: Pick<Grant, 'access' | 'accessSaid'>): GivenPlace[] {
  const seen = access.map((place): GivenPlace => ({ ...place, basis: 'observed' }));
  // Several steps of a checklist may give the same role.
  const said = Object.values(accessSaid ?? {})
    .flatMap((each) => each.access)
    .filter(({ name }, at, all) => all.findIndex((one) => samePlace(one.name, name)) === at)
    .filter(({ name }) => !seen.some((one) => samePlace(one.name, name)));
  return [...seen, ...said.map((place): GivenPlace => ({ ...place, basis: 'confirmed' }))];
}

/** Writes a place that was given: `Production: Admin`, `Staging: Admin (confirmed)`. */
export const givenText = ({ name, role, basis }: GivenPlace): string =>
  `${name}: ${role}${basis === 'confirmed' ? ' (confirmed)' : ''}`;

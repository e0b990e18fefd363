import * as z from 'zod/mini';
import type { Source } from '../source';
import { plainText, words } from '../text';
import { roleNamed } from './compare';
import { type AdviceCircumstances, type Role, type RoleModel, type Toggle, ticked, withIncluded } from './model';

/** A role, a group or the baseline as an admin described it once for one organization. */
export const Described = z.object({
  vendor: z.string(),
  /** As the page's address names it; empty where it names none. */
  organization: z.string(),
  generation: z.string(),
  kind: z.enum(['role', 'group', 'baseline']),
  name: z.string(),
  /** Permission ids. */
  gives: z.array(z.string()),
  /** `YYYY-MM-DD`. */
  on: z.string(),
});
export type Described = z.infer<typeof Described>;

/** Where something was described. */
export type DescribedAt = Pick<Described, 'vendor' | 'organization' | 'generation'>;

/** Whether two descriptions are of the same thing. */
export function sameDescribed(a: Described, b: Described): boolean {
  return (
    a.vendor === b.vendor &&
    a.organization === b.organization &&
    a.generation === b.generation &&
    a.kind === b.kind &&
    words(a.name) === words(b.name)
  );
}

/** What was described for one organization and generation. */
export function describedFor(all: readonly Described[], at: DescribedAt): Described[] {
  return all.filter(
    (each) => each.vendor === at.vendor && each.organization === at.organization && each.generation === at.generation,
  );
}

const sourceOf = (on: string): Source => ({ ref: 'Described by your organization', checkedOn: on, kind: 'derived' });

/** A model that knows the described roles too; the pack's own come first, and are never replaced. */
export function withDescribed(model: RoleModel, described: readonly Described[]): RoleModel {
  const known = (id: string) => model.permissions.some((one) => one.id === id);
  const roles = described
    .filter(({ kind, name }) => kind === 'role' && !roleNamed(model.roles, name))
    .map(
      ({ name, gives, on }): Role => ({
        label: name,
        gives: gives.filter(known),
        because: 'Gives what your organization described.',
        source: sourceOf(on),
      }),
    );
  return roles.length > 0 ? { ...model, roles: [...model.roles, ...roles] } : model;
}

/** The groups and the baseline that were described, as advice takes them. */
export function describedCircumstances(
  described: readonly Described[],
): Pick<AdviceCircumstances, 'groups' | 'baseline'> {
  return {
    groups: described.filter(({ kind }) => kind === 'group').map(({ name, gives }) => ({ name, gives })),
    baseline: described.find(({ kind }) => kind === 'baseline')?.gives ?? null,
  };
}

/** A vendor's list of boxes, as copied: what it gives, and the lines that name none. */
export interface PastedToggles {
  gives: readonly string[];
  ticked: readonly Toggle[];
  unknown: readonly string[];
}

const off = /(?:^|[\s:([-])(?:off|no|disabled|false|✗|✘|×|☐)(?:$|[\s)\]])|^\s*\[ ?\]/iu;
const marks =
  /^[\s\-*•✓✔☑☐✗✘×]*(?:\[[ xX✓]?\])?\s*|[\s:(–-]*\(?(?:on|off|yes|no|enabled|disabled|true|false|✓|✔|☑|☐|✗|✘|×)\)?\s*$/giu;

/** Reads a copied list of boxes, one per line (`Session Playback: on`); a line that says off counts as not ticked. */
export function readToggles(model: RoleModel, text: string): PastedToggles {
  const toggles = [...(model.toggles ?? []), ...(model.scopeToggles ?? [])];
  const named = (line: string) => {
    const said = words(line.replace(marks, ''));
    return toggles.find(({ label, group }) => words(label) === said || (group && words(`${group} ${label}`) === said));
  };
  const lines = text
    .split(/[\r\n;]+/)
    .slice(0, 200)
    .map((line) => plainText(line, 200))
    .filter((line) => line !== '');
  const on = lines.filter((line) => !off.test(line)).flatMap((line) => named(line)?.id ?? []);
  const all = ticked(toggles, on);
  return {
    gives: [
      ...withIncluded(
        model,
        all.flatMap(({ gives }) => gives),
      ),
    ],
    ticked: all,
    unknown: lines.filter((line) => !named(line)),
  };
}

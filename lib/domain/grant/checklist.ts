import type { Source } from '@/lib/domain/values/source';
import { type AccessPlace, samePlace } from './access';
import type { Grant, Mark, Milestone } from './grant';
import type { PageFacts } from './page-facts';

/** Names what the page must show for a step to be *Observed*. */
export type Proof = 'page' | 'invited' | 'role' | 'accepted' | 'access';

/**
 * Holds what a step may depend on, for one grant in one organization. `outside`: the address is not of the domain that
 * signs in through SSO. `memberLimit`: the plan may have no room for one more member.
 */
export type Conditions = Record<'sso' | 'outside' | 'temporary' | 'apiKey' | 'memberLimit', boolean>;

/**
 * Says what a step depends on: each named fact must be as stated. `scopeRole`: a role or policy in each app or
 * workspace is recommended; true as long as nothing is.
 */
export type StepWhen = Partial<Conditions & { scopeRole: boolean }>;

/**
 * One thing to do or to check. `{email}`, `{role}`, `{scopeRole}`, `{scope}`, `{ticket}` and `{accessEnds}` in a text
 * are filled from the grant.
 */
export interface Step {
  id: string;
  text: string;
  why: string;
  /** A landmark of the page that the step points at. */
  landmark?: string;
  /** Only under these conditions; always, where absent. */
  when?: StepWhen;
  /** Names what proves it; without one only the admin can confirm it. */
  proof?: Proof;
  /** The milestone that confirming it reaches. */
  reaches?: Milestone;
  /** Names what is offered for copying, because it is typed elsewhere. */
  copy?: 'email' | 'ticket';
  /** Names the form that the step is done with: the record of a key, or the message to the collaborator. */
  form?: 'key' | 'message';
  source: Source;
}

/** Steps that belong together; one stage is open at a time. */
export interface Stage {
  id: string;
  title: string;
  steps: readonly Step[];
}

/** Something that goes wrong, and what to do; offered where it shows. */
export interface Trouble {
  id: string;
  title: string;
  advice: string;
  /**
   * Says when it is offered unasked: while a landmark shows before a milestone was reached, or once the invitation has
   * lapsed.
   */
  offered?: { landmark: string; before: Milestone } | 'lapsed';
  source: Source;
}

/** The procedure of one generation. */
export interface Checklist {
  stages: readonly Stage[];
  troubles: readonly Trouble[];
}

export type StepState = 'open' | 'observed' | 'confirmed';

/** A step as the guide shows it. */
export interface StepView {
  id: string;
  text: string;
  why: string;
  state: StepState;
  landmark: string | null;
  copy: string | null;
  form: 'key' | 'message' | null;
  reaches: Milestone | null;
  /** The roles in apps or workspaces that the step gives; empty where it gives none. */
  gives: readonly AccessPlace[];
  /** False while the page proves the step: what was observed is not taken back by a click. */
  canChange: boolean;
}

export interface StageView {
  id: string;
  title: string;
  done: number;
  steps: StepView[];
}

/** A checklist applied to a grant: what applies, in which state, and what comes next. */
export interface ChecklistView {
  stages: StageView[];
  done: number;
  total: number;
  /** The first step that is still open; null when all are done. */
  current: { stage: string; step: string } | null;
}

/**
 * Returns the roles that the step gives which gives roles in apps or workspaces: the recommended one, wherever the
 * ticket asks for it.
 */
function givenBy({ scope, recommended }: Grant): AccessPlace[] {
  const role = recommended?.scopeRole;
  return role ? scope.map((name) => ({ name, role })) : [];
}

/**
 * Tells whether the entries of a grant prove a step. The role must be the recommended one, or one that was justified.
 */
export function proven(grant: Grant, proof: Proof): boolean {
  const observed = (mark: Mark | null | undefined) => mark?.basis === 'observed';
  switch (proof) {
    case 'page':
      return observed(grant.page);
    case 'invited':
    case 'accepted':
      return observed(grant.milestones[proof]);
    case 'role':
      return observed(grant.roleSeen) && roleIsAgreed(grant);
    case 'access': {
      const wanted = grant.recommended?.scopeRole;
      const held = (name: string) =>
        grant.access.some((one) => samePlace(one.name, name) && sameName(one.role, wanted ?? ''));
      return observed(grant.accessSeen) && grant.scope.length > 0 && grant.scope.every(held);
    }
  }
}

/**
 * Returns the troubles that show themselves. `landmarks`: what the page shows now; `lapsed`: the invitation has lapsed.
 */
export function troublesShowing(
  troubles: readonly Trouble[],
  { milestones }: Pick<Grant, 'milestones'>,
  landmarks: Readonly<Record<string, boolean>>,
  lapsed: boolean,
): Trouble[] {
  return troubles.filter(({ offered }) => {
    if (offered === undefined) return false;
    if (offered === 'lapsed') return lapsed;
    return landmarks[offered.landmark] === true && milestones[offered.before] === undefined;
  });
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Tells whether the role that the page shows is the recommended one, or one for which a justification was logged. */
export function roleIsAgreed(grant: Grant): boolean {
  return grant.role !== null && isAgreed(grant, grant.role);
}

function isAgreed(grant: Grant, held: string): boolean {
  const agreed = [grant.recommended?.role, ...grant.exceptions.map(({ chosen }) => chosen)];
  return agreed.some((role) => role !== undefined && sameName(role, held));
}

const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

/** Tells where the admin is on the vendor's page. */
export interface Place {
  /** Landmarks of what is open there: an invite form, a step of a wizard, a dialog. */
  at: readonly string[];
  /** Names what comes next in it, where that is another landmark than the current step's own. */
  next: string | null;
}

/**
 * Finds what comes next where the vendor's invite form is open: the address until it is the grant's, the role until it
 * is the one agreed on, then the button that sends, or the one that leads on where the form is a wizard; in its later
 * steps that button alone. `opened`: landmarks that show because something was opened.
 */
export function placeOn(
  { form, wizard, landmarks }: Pick<PageFacts, 'form' | 'wizard' | 'landmarks'>,
  grant: Grant,
  opened: readonly string[] = [],
): Place {
  const leadsOn = landmarks['next-button'] === true && landmarks['send-button'] !== true;
  const button = leadsOn ? 'next-button' : 'send-button';
  if (!form) return { at: wizard ? [button] : opened, next: null };
  const { email } = grant;
  if (email === null || !form.emails.some((one) => sameName(one, email))) return { at: ['email-field'], next: null };
  if (!form.roles.some((role) => isAgreed(grant, role))) return { at: ['role-field'], next: null };
  return leadsOn ? { at: ['role-field', button], next: button } : { at: [button], next: null };
}

/**
 * Applies a checklist to a grant: steps that apply, each open, observed or confirmed. `at`: landmarks that the admin is
 * at on the page; the first open step that points at one of them comes first then, unless it lies in a stage behind a
 * milestone that has not been reached.
 */
export function viewChecklist(
  checklist: Checklist,
  grant: Grant,
  conditions: Conditions,
  at: readonly string[] = [],
): ChecklistView {
  const values: Record<string, string> = {
    email: grant.email ?? 'the collaborator',
    ticket: grant.ticket,
    role: grant.recommended?.role ?? 'the recommended role',
    scopeRole: grant.recommended?.scopeRole ?? 'the recommended role',
    scope: grant.scope.join(', ') || 'the scope of the ticket',
    accessEnds: grant.accessEnds ?? '',
  };
  const facts: Required<StepWhen> = { ...conditions, scopeRole: grant.recommended?.scopeRole !== null };
  const applies = ({ when }: Step) =>
    Object.entries(when ?? {}).every(([key, value]) => facts[key as keyof StepWhen] === value);
  const giving = checklist.stages.flatMap(({ steps }) => steps).findLast(({ proof }) => proof === 'access')?.id;
  const view = (step: Step): StepView => {
    const observed = step.proof !== undefined && proven(grant, step.proof);
    return {
      id: step.id,
      text: fill(step.text, values),
      why: fill(step.why, values),
      state: observed ? 'observed' : grant.confirmed[step.id] ? 'confirmed' : 'open',
      landmark: step.landmark ?? null,
      copy: step.copy ? (values[step.copy] ?? null) : null,
      form: step.form ?? null,
      reaches: step.reaches ?? null,
      // Only the step that ends it says that the roles were given; those before it open and choose.
      gives: step.id === giving ? givenBy(grant) : [],
      canChange: !observed,
    };
  };
  const stages = checklist.stages
    .map(({ id, title, steps }) => {
      const shown = steps.filter(applies).map(view);
      return { id, title, steps: shown, done: shown.filter(({ state }) => state !== 'open').length };
    })
    .filter(({ steps }) => steps.length > 0);
  const open = stages
    .flatMap((stage) => stage.steps.map((step) => ({ stage, step })))
    .filter(({ step }) => step.state === 'open');
  const gate = open.find(({ step }) => step.reaches !== null)?.stage;
  const within = gate ? open.filter(({ stage }) => stages.indexOf(stage) <= stages.indexOf(gate)) : open;
  const next = within.find(({ step }) => step.landmark !== null && at.includes(step.landmark)) ?? open[0];
  return {
    stages,
    done: stages.reduce((sum, { done }) => sum + done, 0),
    total: stages.reduce((sum, { steps }) => sum + steps.length, 0),
    current: next ? { stage: next.stage.id, step: next.step.id } : null,
  };
}

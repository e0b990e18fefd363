import type { Grant, Mark, Milestone } from './grant';
import type { Source } from './source';

/** What the page must show for a step to be *Observed*. */
export type Proof = 'page' | 'invited' | 'role' | 'accepted' | 'access';

/** What a step may depend on, as it is for one grant in one organization. */
export type Circumstances = Record<'sso' | 'temporary' | 'apiKey', boolean>;

/**
 * What a step depends on: each named fact must be as stated. `scopeRole`: whether a role or policy in each app or workspace is
 * recommended; true as long as nothing is.
 */
export type Condition = Partial<Circumstances & { scopeRole: boolean }>;

/** One thing to do or to check. `{email}`, `{role}`, `{scopeRole}`, `{scope}`, `{ticket}` and `{accessEnds}` in a text are filled from the grant. */
export interface Step {
  id: string;
  text: string;
  why: string;
  /** A landmark of the page that the step points at. */
  landmark?: string;
  /** Only in these circumstances; always, where absent. */
  when?: Condition;
  /** What proves it; without one only the admin can confirm it. */
  proof?: Proof;
  /** The milestone that confirming it reaches. */
  reaches?: Milestone;
  /** What to offer for copying, because it is typed elsewhere. */
  copy?: 'email' | 'ticket';
  /** What the step is done with: the record of a key, or the message to the collaborator. */
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

/** Whether the entries of a grant prove a step. The role must be the recommended one, or one that was justified. */
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
        grant.access.some((one) => sameName(one.name, name) && sameName(one.role, wanted ?? ''));
      return observed(grant.accessSeen) && grant.scope.length > 0 && grant.scope.every(held);
    }
  }
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Whether the role that the page shows is the recommended one, or one for which a justification was logged. */
export function roleIsAgreed(grant: Grant): boolean {
  return grant.role !== null && isAgreed(grant, grant.role);
}

function isAgreed(grant: Grant, held: string): boolean {
  const agreed = [grant.recommended?.role, ...grant.exceptions.map(({ chosen }) => chosen)];
  return agreed.some((role) => role !== undefined && sameName(role, held));
}

const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

/**
 * The landmark that comes next while the vendor's invite form is open: the address until it is the grant's, the role until it is
 * the one agreed on, then the button that sends.
 */
export function nextInForm(form: { emails: readonly string[]; roles: readonly string[] }, grant: Grant): string {
  const { email } = grant;
  if (email === null || !form.emails.some((one) => sameName(one, email))) return 'email-field';
  return form.roles.some((role) => isAgreed(grant, role)) ? 'send-button' : 'role-field';
}

/**
 * The checklist as it stands for a grant: steps that apply, each open, observed or confirmed. `at`: the landmark that the admin is
 * at on the page; the open step that points at it comes first then.
 */
export function viewChecklist(
  checklist: Checklist,
  grant: Grant,
  circumstances: Circumstances,
  at: string | null = null,
): ChecklistView {
  const values: Record<string, string> = {
    email: grant.email ?? 'the collaborator',
    ticket: grant.ticket,
    role: grant.recommended?.role ?? 'the recommended role',
    scopeRole: grant.recommended?.scopeRole ?? 'the recommended role',
    scope: grant.scope.join(', ') || 'the scope of the ticket',
    accessEnds: grant.accessEnds ?? '',
  };
  const facts: Required<Condition> = { ...circumstances, scopeRole: grant.recommended?.scopeRole !== null };
  const applies = ({ when }: Step) =>
    Object.entries(when ?? {}).every(([key, value]) => facts[key as keyof Condition] === value);
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
  const next = open.find(({ step }) => at !== null && step.landmark === at) ?? open[0];
  return {
    stages,
    done: stages.reduce((sum, { done }) => sum + done, 0),
    total: stages.reduce((sum, { steps }) => sum + steps.length, 0),
    current: next ? { stage: next.stage.id, step: next.step.id } : null,
  };
}

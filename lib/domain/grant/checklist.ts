import type { Claim } from '@/lib/domain/log/entry';
import type { Source } from '@/lib/domain/values/source';
import { type AccessPlace, outside, samePlace } from './access';
import { type Contradiction, contradictionOf, type Looked } from './contradiction';
import { type Grant, hasKeyRecord, isAgreed, type Mark, type Milestone } from './grant';
import type { PageFacts } from './page-facts';

/** Names what the page must show for a step to be *Observed*. `whole-access`: the wanted roles, and no other place. */
export const pageProofs = [
  'page',
  'invited',
  'role',
  'accepted',
  'access',
  'whole-access',
  'rights',
  'room',
  'place',
  'keys',
] as const;
/** Names what the log itself must hold for a step to be *Recorded*: nobody has to tick it. */
export const logProofs = ['scope', 'advice', 'scope-advice', 'key-choice', 'reminder'] as const;
/**
 * Names what settles a step without a tick: what the page shows, what the log holds, or (`key`) what the admin says of
 * the key in its record.
 */
export type Proof = (typeof pageProofs)[number] | (typeof logProofs)[number] | 'key';

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
  /** Names what settles it; without one only the admin can confirm it. */
  proof?: Proof;
  /** The milestone that confirming it reaches. */
  reaches?: Milestone;
  /** Names what is offered for copying, because it is typed elsewhere. */
  copy?: 'email' | 'ticket';
  /** Names the form that the step is done with. */
  form?: StepForm;
  /** Says what a key is for, in the words of the procedure's example of a name. */
  keyFor?: string;
  source: Source;
}

/** The name of a key that is to be made, its record, the message to the collaborator, a text to paste into the ticket. */
export type StepForm = 'key-name' | 'key' | 'message' | 'note';

/** Steps that belong together; one stage is open at a time. */
export interface Stage {
  id: string;
  title: string;
  /** Its steps are checks: those that pass without a tick fold into one line. */
  isChecks?: true;
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

/** `recorded`: the log holds what the step asks for. */
export type StepState = 'open' | 'observed' | 'recorded' | 'confirmed';

/** A step as the guide shows it. */
export interface StepView {
  id: string;
  text: string;
  why: string;
  state: StepState;
  landmark: string | null;
  copy: string | null;
  form: StepForm | null;
  reaches: Milestone | null;
  /** The roles in apps or workspaces that the step gives; empty where it gives none. */
  gives: readonly AccessPlace[];
  /** False while something else than a tick settles the step, or will: a click neither does nor undoes that. */
  canChange: boolean;
  /** Says what confirming it claims of the person, where a page can deny that. */
  claim: Claim | null;
  /** Says what the key is for, as its name says; null where the step proposes none. */
  keyFor: string | null;
  /** Says what the page shows against the step; null where nothing, or the admin stated why it is done all the same. */
  contradiction: Contradiction | null;
  /** Tells whether the admin confirmed it before the page contradicted. */
  wasConfirmed: boolean;
  /** Says what the page showed against the step when it was confirmed, and why it is done all the same. */
  explained: { shown: string; reason: string | null } | null;
}

export interface StageView {
  id: string;
  title: string;
  isChecks: boolean;
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
 * Returns what settles a step without a tick, if something does: a page's proof, an entry of the log, a key's record.
 * The role must be the recommended one, or one that was justified.
 */
export function settledBy(grant: Grant, proof: Proof): Exclude<StepState, 'open'> | null {
  const observed = (mark: Mark | null | undefined, holds = true) =>
    mark?.basis === 'observed' && holds ? 'observed' : null;
  const recorded = (holds: boolean) => (holds ? 'recorded' : null);
  const { scope, recommended, keys } = grant;
  switch (proof) {
    case 'page':
      return observed(grant.page);
    case 'invited':
    case 'accepted':
      return observed(grant.milestones[proof]);
    case 'role':
      return observed(grant.roleSeen, grant.role !== null && isAgreed(grant, grant.role));
    case 'access':
      return observed(grant.accessSeen, holdsScope(grant));
    case 'whole-access':
      return observed(
        grant.accessSeen,
        holdsScope(grant) && grant.accessWhole === true && outside(grant.access, scope).length === 0,
      );
    case 'rights':
    case 'room':
    case 'place':
    case 'keys':
      return observed(grant.checks?.[proof]);
    case 'scope':
      return recorded(scope.length > 0);
    case 'advice':
      return recorded(recommended !== null);
    case 'scope-advice':
      return recorded(recommended !== null && recommended.scopeRole !== null && scope.length > 0);
    case 'key-choice':
      return recorded(grant.keyNeeded !== null || keys.length > 0 || grant.purpose !== '');
    case 'reminder':
      return 'recorded';
    case 'key':
      return hasKeyRecord(grant) ? 'confirmed' : null;
  }
}

/** Tells whether each place of the scope was seen with the recommended role. */
function holdsScope({ access, scope, recommended }: Grant): boolean {
  const wanted = recommended?.scopeRole;
  const held = (name: string) => access.some((one) => samePlace(one.name, name) && sameName(one.role, wanted ?? ''));
  return scope.length > 0 && scope.every(held);
}

const claimOfProof: Partial<Record<Proof, Claim>> = {
  invited: 'invited',
  role: 'role',
  accepted: 'accepted',
  access: 'access',
  'whole-access': 'access',
};

/** Returns what confirming a step would claim that a page can deny; null where it claims nothing of the kind. */
export const claimOf = ({ proof, reaches }: Pick<Step, 'proof' | 'reaches'>): Claim | null =>
  (proof && claimOfProof[proof]) ?? reaches ?? null;

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
 * milestone that has not been reached. `looked`: what the page shows now; null where none is being looked at.
 */
export function viewChecklist(
  checklist: Checklist,
  grant: Grant,
  conditions: Conditions,
  at: readonly string[] = [],
  looked: Looked | null = null,
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
    const settled = step.proof === undefined ? null : settledBy(grant, step.proof);
    const claim = claimOf(step);
    const contradiction = claim && settled !== 'observed' ? contradictionOf(grant, claim, looked) : null;
    const wasConfirmed = Object.hasOwn(grant.confirmed, step.id);
    const explained = (claim && wasConfirmed && grant.explained?.[claim]) || null;
    return {
      id: step.id,
      text: fill(step.text, values),
      why: fill(step.why, values),
      state: settled ?? (wasConfirmed && !contradiction ? 'confirmed' : 'open'),
      landmark: step.landmark ?? null,
      copy: step.copy ? (values[step.copy] ?? null) : null,
      form: step.form ?? null,
      reaches: step.reaches ?? null,
      // Only the step that ends it says that the roles were given; those before it open and choose.
      gives: step.id === giving ? givenBy(grant) : [],
      canChange: settled === null && step.proof !== 'key',
      claim,
      keyFor: step.keyFor ?? null,
      contradiction,
      wasConfirmed,
      explained: explained && { shown: explained.shown, reason: explained.reason },
    };
  };
  const stages = checklist.stages
    .map(({ id, title, isChecks = false, steps }) => {
      const shown = steps.filter(applies).map(view);
      return { id, title, isChecks, steps: shown, done: shown.filter(({ state }) => state !== 'open').length };
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

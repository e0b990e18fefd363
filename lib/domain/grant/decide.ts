import type { Draft } from '@/lib/domain/log/entry';
import { looksLikeSecret, secretMessage } from '@/lib/domain/values/secret';
import { plainText } from '@/lib/domain/values/text';
import type { AccessPlace } from './access';
import type { Contradiction } from './contradiction';
import type { Grant, Milestone } from './grant';
import type { KeyRecord } from './key-record';
import type { NewGrant } from './new-grant';

/**
 * The entries that a command leads to; none where the log already says so (a repeated command); or why it is refused.
 */
export type Decision = { ok: true; drafts: Draft[] } | { ok: false; message: string };

const refuse = (message: string): Decision => ({ ok: false, message });
const write = (...drafts: Draft[]): Decision => ({ ok: true, drafts });

/** Finds where a step was confirmed; own names only, since steps come in messages and `constructor` is a name, too. */
const confirmation = ({ confirmed }: Grant, step: string) =>
  Object.hasOwn(confirmed, step) ? confirmed[step] : undefined;

/**
 * Starts a grant under an id that the sender made, so that sending twice starts once. `open`: open grants of the same
 * vendor.
 */
export function decideStart(
  existing: Grant | undefined,
  id: string,
  grant: NewGrant,
  open: readonly Grant[],
): Decision {
  if (existing) return write();
  const same = open.find(({ email }) => email === grant.email);
  return write({ type: 'grant.started', grant: id, basis: 'recorded', data: { ...grant, sameAs: same?.id ?? null } });
}

/** Holds what a confirmed step says in the log. */
export interface ConfirmedStep {
  generation: string;
  step: string;
  text: string;
  reaches: Milestone | null;
  /** The roles in apps or workspaces that the step gives, where it gives some. */
  access?: readonly AccessPlace[];
}

/** Says why a claim of a step holds although the page shows something against it. */
export interface Explanation {
  against: Contradiction;
  reason: string;
}

/** Drafts the confirmation of a step on the admin's word. */
function confirmed(grant: Grant, { access = [], ...step }: ConfirmedStep): Draft[] {
  const draft = { grant: grant.id, basis: 'confirmed' } as const;
  const { generation } = step;
  // What the page did not show is recorded as said: an auditor would read the lesser role otherwise.
  const given: Draft[] =
    access.length > 0
      ? [{ ...draft, type: 'access.confirmed', data: { generation, step: step.step, access: [...access] } }]
      : [];
  return [{ ...draft, type: 'step.confirmed', data: { ...step, text: plainText(step.text, 1000) } }, ...given];
}

/** Confirms a step on the admin's word. Against what the page shows that takes a reason, which is logged first. */
export function decideConfirm(
  grant: Grant | undefined,
  step: ConfirmedStep,
  explanation: Explanation | null = null,
): Decision {
  if (!grant) return refuse('This grant is not in the log any more.');
  if (!explanation) return confirmation(grant, step.step) ? write() : write(...confirmed(grant, step));
  const { against, reason: typed } = explanation;
  const reason = plainText(typed, 2000);
  if (reason === '') return refuse(`The page shows “${against.shown}”. Say why the step is done all the same.`);
  if (looksLikeSecret(reason)) return refuse(secretMessage);
  const { generation } = step;
  return write(
    {
      type: 'contradiction.explained',
      grant: grant.id,
      basis: 'confirmed',
      data: { generation, step: step.step, ...against, reason },
    },
    ...confirmed(grant, step),
  );
}

/** Takes a confirmation back; it stays in the log, and the new entry points at it. */
export function decideReopen(grant: Grant | undefined, generation: string, step: string): Decision {
  if (!grant) return refuse('This grant is not in the log any more.');
  const mark = confirmation(grant, step);
  if (!mark) return write();
  return write({
    type: 'step.reopened',
    grant: grant.id,
    basis: 'confirmed',
    data: { generation, step, corrects: mark.seq },
  });
}

/** An exception: why another role than the recommended one is given. */
export interface Justification {
  generation: string;
  recommended: string;
  chosen: string;
  excess: string[];
  justification: string;
}

/** Logs why the admin needs another role than the recommended one. */
export function decideJustify(grant: Grant | undefined, exception: Justification): Decision {
  if (!grant) return refuse('This grant is not in the log any more.');
  const justification = plainText(exception.justification, 2000);
  if (justification.length < 10) return refuse('Say in a sentence why this role is needed: the auditor will read it.');
  if (looksLikeSecret(justification)) return refuse(secretMessage);
  const chosen = plainText(exception.chosen, 300);
  if (grant.exceptions.some((one) => one.chosen === chosen && one.justification === justification)) return write();
  return write({
    type: 'role.justified',
    grant: grant.id,
    basis: 'confirmed',
    data: { ...exception, chosen, justification },
  });
}

/** Logs whether the collaborator needs an API key, as the admin says; the checklist follows. */
export function decideKeys(grant: Grant | undefined, needed: boolean): Decision {
  if (!grant) return refuse('This grant is not in the log any more.');
  if (grant.keyNeeded === needed) return write();
  return write({ type: 'keys.settled', grant: grant.id, basis: 'confirmed', data: { needed } });
}

/** Logs the record of a key that was made, and confirms the step that asks for it. */
export function decideKey(grant: Grant | undefined, generation: string, key: KeyRecord, step: ConfirmedStep): Decision {
  if (!grant) return refuse('This grant is not in the log any more.');
  const known = grant.keys.some(({ name, scope }) => name === key.name && scope === key.scope);
  const closing = confirmation(grant, step.step) ? [] : confirmed(grant, step);
  if (known) return write(...closing);
  return write({ type: 'key.recorded', grant: grant.id, basis: 'confirmed', data: { generation, ...key } }, ...closing);
}

/** Logs where the key is documented that Grantbook has no record of, and confirms the step that asks for one. */
export function decideKeyElsewhere(grant: Grant | undefined, where: string, step: ConfirmedStep): Decision {
  if (!grant) return refuse('This grant is not in the log any more.');
  const said = plainText(where, 500);
  if (said === '') return refuse('Say where the key is documented: the auditor will look there.');
  if (looksLikeSecret(said)) return refuse(secretMessage);
  if (grant.keyElsewhere?.where === said && confirmation(grant, step.step)) return write();
  return write(
    {
      type: 'key.documented',
      grant: grant.id,
      basis: 'confirmed',
      data: { generation: step.generation, step: step.step, where: said },
    },
    ...(confirmation(grant, step.step) ? [] : confirmed(grant, step)),
  );
}

/**
 * Begins to take access away: the guide turns to the removal checklist, and the grant stays open until that is done.
 */
export function decideRemoval(grant: Grant | undefined, reason: string): Decision {
  if (!grant) return refuse('This grant is not in the log any more.');
  if (grant.removal || grant.milestones.removed) return write();
  const said = plainText(reason, 2000);
  if (said === '') return refuse('Say why the access is removed: the auditor will read it.');
  if (looksLikeSecret(said)) return refuse(secretMessage);
  return write({ type: 'removal.started', grant: grant.id, basis: 'confirmed', data: { reason: said } });
}

/** Stops a removal that was started by mistake. */
export function decideStopRemoval(grant: Grant | undefined): Decision {
  if (!grant?.removal) return write();
  return write({ type: 'removal.stopped', grant: grant.id, basis: 'confirmed', data: { corrects: grant.removal.seq } });
}

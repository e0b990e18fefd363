import type { Migration } from './migration';

/** Says who did something; null where that was forgotten. */
interface By {
  name: string | null;
  email: string | null;
}

/** The parts of an entry that this step reads, as schema 4 stored them. */
interface Entry4 {
  seq: number;
  type: string;
  data: { reaches?: string | null; corrects?: number; own?: boolean };
  personal: Partial<Record<string, { value: string }>>;
}

/** The parts of a grant that this step reads and completes, as schema 4 stored them. */
interface Grant4 {
  id: string;
  removal: { seq: number; by?: By; reason?: string | null } | null;
  review?: { seq: number; by?: By; reason?: string | null; own?: boolean };
  milestones: { removed?: { seq: number; by?: By } };
}

const isTold = ({ review, removal, milestones }: Grant4) => Boolean(review ?? removal ?? milestones.removed);

const personalOf = ({ personal }: Entry4, path: string) => personal[path]?.value ?? null;
const byOf = (entry: Entry4): By => ({
  name: personalOf(entry, 'actor.name'),
  email: personalOf(entry, 'actor.email'),
});

/** Returns who said that the access is removed, whether or not a list showed it later; undefined where nobody did. */
function removedBy(entries: readonly Entry4[]): By | undefined {
  let removed: { seq: number; by?: By } | undefined;
  for (const entry of entries) {
    const { seq, type, data } = entry;
    const says = type === 'invitation.withdrawn' || (type === 'step.confirmed' && data.reaches === 'removed');
    if (says) removed ??= { seq, by: byOf(entry) };
    if (type === 'removal.seen') removed = { ...removed, seq };
    if (type === 'step.reopened' && data.corrects === removed?.seq) removed = undefined;
  }
  return removed?.by;
}

/** Completes a grant by its entries, oldest first. */
function completed<G extends Grant4>(grant: G, entries: readonly Entry4[]): G {
  const saying = (seq: number | undefined, ...types: string[]) =>
    entries.find((entry) => entry.seq === seq && types.includes(entry.type));
  const { removal, review, milestones } = grant;
  const begun = saying(removal?.seq, 'removal.started', 'invitation.withdrawn');
  const decided = saying(review?.seq, 'review.decided');
  const by = milestones.removed && removedBy(entries);
  return {
    ...grant,
    ...(removal && begun ? { removal: { ...removal, by: byOf(begun), reason: personalOf(begun, 'data.reason') } } : {}),
    ...(review && decided
      ? {
          review: {
            ...review,
            by: byOf(decided),
            reason: personalOf(decided, 'data.reason'),
            own: decided.data.own ?? false,
          },
        }
      : {}),
    ...(by ? { milestones: { ...milestones, removed: { ...milestones.removed, by } } } : {}),
  };
}

/** Adds who reviewed an access, who removed it and why: read out of the entries of the grants that tell of either. */
export const whoReviewedAndRemoved: Migration = {
  version: 5,
  stores: {},
  async upgrade(transaction) {
    const [entries, grants] = [transaction.table('entries'), transaction.table('grants')];
    for (const grant of (await grants.filter(isTold).toArray()) as Grant4[]) {
      await grants.put(completed(grant, await entries.where('grant').equals(grant.id).sortBy('seq')));
    }
    const [otherEntries, otherGrants] = [transaction.table('otherEntries'), transaction.table('otherGrants')];
    for (const grant of (await otherGrants.filter(isTold).toArray()) as (Grant4 & { log: string })[]) {
      const theirs: { entry: Entry4 }[] = await otherEntries
        .where('[log+grant]')
        .equals([grant.log, grant.id])
        .sortBy('seq');
      await otherGrants.put(
        completed(
          grant,
          theirs.map(({ entry }) => entry),
        ),
      );
    }
  },
};

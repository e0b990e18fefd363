import type { Grant } from '@/lib/domain/grant/grant';
import { project } from '@/lib/domain/grant/projection';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { storedGrant } from '../stored-grant';
import type { Migration } from './migration';

const isTold = ({ review, removal, milestones }: Grant) => Boolean(review ?? removal ?? milestones.removed);

const rebuilt = (entries: readonly AnyEntry[]) => entries.reduce<Grant | undefined>(project, undefined);

/** Who reviewed an access, who removed it and why: read out of the entries of the grants that tell of either. */
export const whoReviewedAndRemoved: Migration = {
  version: 5,
  stores: {},
  async upgrade(transaction) {
    const [entries, grants] = [transaction.table('entries'), transaction.table('grants')];
    for (const id of await grants.filter(isTold).primaryKeys()) {
      const grant = rebuilt(await entries.where('grant').equals(id).sortBy('seq'));
      if (grant) await grants.put(storedGrant(grant));
    }
    const [otherEntries, otherGrants] = [transaction.table('otherEntries'), transaction.table('otherGrants')];
    for (const [log, id] of (await otherGrants.filter(isTold).primaryKeys()) as [string, string][]) {
      const theirs: { entry: AnyEntry }[] = await otherEntries.where('[log+grant]').equals([log, id]).sortBy('seq');
      const grant = rebuilt(theirs.map(({ entry }) => entry));
      if (grant) await otherGrants.put({ ...grant, log });
    }
  },
};

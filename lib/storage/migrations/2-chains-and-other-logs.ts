import type { Migration } from './migration';

/** Entries read at once: some 5 MB. */
const batch = 5000;

/** An entry as it was stored then. */
interface EntryThen {
  seq: number;
  type: string;
  data: { log: string; previous: string | null };
}

/**
 * Names where each log begins, the device's key, the logs of other admins, and an index of the grants that time alone
 * makes pressing. The entries stay as they are: what is new is read out of them.
 */
export const chainsAndOtherLogs: Migration = {
  version: 2,
  stores: {
    grants: 'id, vendor, ticket, email, last.seq, pressingFrom',
    chains: 'from',
    keys: 'id',
    otherLogs: 'log',
    otherEntries: '[log+seq], [log+grant]',
    otherGrants: '[log+id], log',
  },
  async upgrade(transaction) {
    for (let after = 0; ; ) {
      const entries: EntryThen[] = await transaction.table('entries').where('seq').above(after).limit(batch).toArray();
      for (const entry of entries) {
        if (entry.type !== 'log.created') continue;
        const { log, previous } = entry.data;
        await transaction.table('chains').add({ from: entry.seq, log, previous, key: null });
      }
      const last = entries.at(-1);
      if (!last) break;
      after = last.seq;
    }
  },
};

import type { Draft } from '@/lib/domain/log/entry';
import type { Handlers } from '@/lib/messaging/router';
import { db } from '@/lib/storage/db';
import { deviceSigner } from '@/lib/storage/device-key';
import type { TakenIn } from '@/lib/storage/fit-entries';
import { forget } from '@/lib/storage/forget';
import { forgetElsewhere } from '@/lib/storage/forget-elsewhere';
import { readForgotten, rememberForgotten } from '@/lib/storage/forgotten';
import { saveHead } from '@/lib/storage/head';
import type { Ledger } from '@/lib/storage/ledger';
import { noticeLoss } from '@/lib/storage/loss';
import { mergeEntries } from '@/lib/storage/merge';
import { restoreEntries } from '@/lib/storage/restore';
import { stored } from '@/lib/storage/stored-values';
import { writeRefusal } from '@/lib/storage/write-refusal';
import { done, outcome } from './replies';

type LogCommand =
  | 'log.exported'
  | 'log.checkpoint'
  | 'log.restore'
  | 'log.merge'
  | 'log.taken'
  | 'accounts.import'
  | 'person.forget'
  | 'loss.acknowledge';

/** Makes the handlers of what pages of ours ask about the log as a whole. */
export function createLogHandlers(ledger: Ledger): Pick<Handlers, LogCommand> {
  return {
    async 'log.exported'(data) {
      const written = await ledger.append([{ type: 'log.exported', grant: null, basis: 'recorded', data }]);
      if (data.covers.what === 'everything') {
        await stored.lastExport.write({ at: new Date().toISOString(), entries: data.entries });
      }
      return outcome(written);
    },
    async 'log.checkpoint'() {
      const written = await ledger.checkpoint(await deviceSigner(db));
      return written === null ? done : outcome(written);
    },
    'log.restore': ({ entries }) =>
      takingIn(async () => {
        const taken = await restoreEntries(db, entries, await readForgotten());
        const last = await db.entries.orderBy('seq').last();
        const head = await stored.head.read();
        // What is remembered stays remembered until the log reaches it again.
        const reached = head === null || (await db.entries.get(head.seq))?.hash === head.hash;
        if (taken.ok && last && reached) {
          const current = await db.chains.orderBy('from').last();
          await saveHead({ seq: last.seq, hash: last.hash, ...(current ? { log: current.log } : {}) });
          await noticeLoss(db, new Date());
        }
        return taken;
      }),
    'log.merge': ({ log, entries, apart, mergedAt }) =>
      takingIn(async () => {
        const at = mergedAt === null ? new Date() : new Date(mergedAt);
        return mergeEntries(db, log, entries, at, apart, await readForgotten());
      }),
    async 'log.taken'({ what, log, entries, head }) {
      const draft: Draft =
        what === 'restored'
          ? { type: 'log.restored', grant: null, basis: 'recorded', data: { entries, head } }
          : { type: 'log.merged', grant: null, basis: 'recorded', data: { log, entries, head } };
      const written = await ledger.append([draft]);
      return outcome(written);
    },
    async 'accounts.import'({ accounts }) {
      const isForgotten = await readForgotten();
      const drafts = accounts.flatMap(({ id, account }): Draft[] =>
        isForgotten(account.email) ? [] : [{ type: 'grant.imported', grant: id, basis: 'confirmed', data: account }],
      );
      const written = await ledger.append(drafts);
      return outcome(written);
    },
    async 'person.forget'({ email, name, dry }) {
      const person = { email, name };
      if (dry) {
        const { values, grants } = await forget(db, { person }, async () => {}, true);
        return { ok: true, values, grants, elsewhere: await forgetElsewhere(person, true) };
      }
      // First: whatever ends this before it is done, the address is not taken in again.
      await rememberForgotten(email);
      const forgotten = await ledger.forget({ person }, 'asked');
      if (!forgotten.ok) return forgotten;
      const { values, grants } = forgotten;
      return { ok: true, values, grants, elsewhere: await forgetElsewhere(person) };
    },
    async 'loss.acknowledge'() {
      await stored.loss.write(null);
      // A head outside that somebody else wrote is overwritten, or the same loss would be noticed again.
      const head = await stored.head.read();
      if (head !== null) await saveHead(head);
      return done;
    },
  };
}

async function takingIn(take: () => Promise<TakenIn>): Promise<TakenIn> {
  try {
    return await take();
  } catch (error) {
    const message = writeRefusal(error);
    if (message === null) throw error;
    return { ok: false, message };
  }
}

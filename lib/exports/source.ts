import type { Grant } from '@/lib/domain/grant/grant';
import { projectAll } from '@/lib/domain/grant/projection';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { addDays, type DateOnly } from '@/lib/domain/values/calendar';
import type { ExportSource, Progress, Selection } from './export-format';
import { impersonalEntry, impersonalGrant } from './impersonal';

/** Reads the stored log. Entries come in order of `seq`. */
export interface LogReader {
  /** Reads the next entries after `after`, up to and including `upTo`, at most `limit`. */
  entries(after: number, upTo: number, limit: number): Promise<AnyEntry[]>;
  /** Reads the ids of all grants. */
  grantIds(): Promise<string[]>;
  /**
   * Reads the next grants whose last entry is after `after`, up to and including `upTo`, in order of that entry, at
   * most `limit`.
   */
  grantsChanged(after: number, upTo: number, limit: number): Promise<Grant[]>;
  /** Reads these grants, in this order; what is not there any more is left out. */
  grants(ids: readonly string[]): Promise<Grant[]>;
  /** Reads all entries of one grant, oldest first. */
  entriesOf(grant: string): Promise<AnyEntry[]>;
}

const batch = 500;

/** Says what an export covers, and who is told how far it is. */
interface ExportScope extends Omit<ExportSource, 'entries' | 'grants' | 'grantsById'> {
  onProgress?: (progress: Progress) => void;
}

/** Returns the moment at which a day begins in the zone of this browser, as entries are stamped. */
function startOf(day: DateOnly): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).toISOString();
}

/** Makes a source over the stored log as it stood at `head`: what is appended while the export runs is not in it. */
export function exportSource(reader: LogReader, { onProgress, ...scope }: ExportScope): ExportSource {
  const { head, selection, personal } = scope;

  /** Puts a grant that went on since `head` back to where it stood; undefined where it had not begun. */
  async function asOfHead(grant: Grant): Promise<Grant | undefined> {
    const entries = await reader.entriesOf(grant.id);
    return projectAll(entries.filter(({ seq }) => seq <= head.seq)).get(grant.id);
  }

  async function grantsAtHead(ids: readonly string[]): Promise<Grant[]> {
    const grants: Grant[] = [];
    for (const grant of await reader.grants(ids)) {
      const one = grant.last.seq <= head.seq ? grant : await asOfHead(grant);
      if (one) grants.push(personal ? one : impersonalGrant(one));
    }
    return grants;
  }

  async function* allEntries(tell: boolean): AsyncGenerator<readonly AnyEntry[]> {
    for (let after = 0; after < head.seq; ) {
      const entries = await reader.entries(after, head.seq, batch);
      const last = entries.at(-1);
      if (!last) return;
      yield entries;
      after = last.seq;
      if (tell) onProgress?.({ done: after, total: head.seq, of: 'entries' });
    }
  }

  async function* selectedEntries(tell: boolean): AsyncGenerator<readonly AnyEntry[]> {
    switch (selection.what) {
      case 'everything':
        yield* allEntries(tell);
        return;
      case 'grant':
        yield (await reader.entriesOf(selection.grant)).filter(({ seq }) => seq <= head.seq);
        return;
      case 'view': {
        const wanted = new Set(selection.grants);
        for await (const entries of allEntries(tell))
          yield entries.filter(({ grant }) => grant !== null && wanted.has(grant));
        return;
      }
      case 'dates': {
        const from = startOf(selection.from);
        const before = startOf(addDays(selection.to, 1));
        for await (const entries of allEntries(tell)) yield entries.filter(({ at }) => at >= from && at < before);
      }
    }
  }

  /** Reads the chosen grants, in their order. */
  async function* grantsOf(ids: readonly string[], done = 0): AsyncGenerator<readonly Grant[]> {
    for (let start = 0; start < ids.length; start += batch) {
      yield await grantsAtHead(ids.slice(start, start + batch));
      onProgress?.({ done: done + Math.min(start + batch, ids.length), total: done + ids.length, of: 'grants' });
    }
  }

  /**
   * Reads every grant, in the order in which they changed: read as they lie, which takes a tenth of asking for each.
   */
  async function* allGrants(): AsyncGenerator<readonly Grant[]> {
    const left = new Set(await reader.grantIds());
    const total = left.size;
    for (let after = 0; ; ) {
      const grants = await reader.grantsChanged(after, head.seq, batch);
      const last = grants.at(-1);
      if (!last) break;
      for (const { id } of grants) left.delete(id);
      yield personal ? grants : grants.map(impersonalGrant);
      after = last.last.seq;
      onProgress?.({ done: total - left.size, total, of: 'grants' });
    }
    // Those that went on since are not where they were.
    yield* grantsOf([...left], total - left.size);
  }

  async function selectedIds(selection: Exclude<Selection, { what: 'everything' }>): Promise<readonly string[]> {
    switch (selection.what) {
      case 'grant':
        return [selection.grant];
      case 'view':
        return selection.grants;
      case 'dates': {
        const ids = new Set<string>();
        for await (const entries of selectedEntries(false)) {
          for (const { grant } of entries) if (grant !== null) ids.add(grant);
        }
        return [...ids];
      }
    }
  }

  return {
    ...scope,
    async *entries() {
      for await (const entries of selectedEntries(true)) {
        if (entries.length > 0) yield personal ? entries : entries.map(impersonalEntry);
      }
    },
    async *grants() {
      const all = selection.what === 'everything' ? allGrants() : grantsOf(await selectedIds(selection));
      for await (const grants of all) if (grants.length > 0) yield grants;
    },
    async grantsById(ids) {
      return new Map((await grantsAtHead(ids)).map((grant) => [grant.id, grant]));
    },
  };
}

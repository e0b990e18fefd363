import type { Grant } from '@/lib/domain/grant/grant';
import { projectAll } from '@/lib/domain/grant/projection';
import type { AnyEntry } from '@/lib/domain/log/entry';
import { type AccessRecord, accessRecord } from '@/lib/exports/access-record';
import type { ExportSource } from '@/lib/exports/export-format';
import { rulesFrom } from '@/lib/exports/rules';
import { findingsOf, type GrantFinding } from './findings';
import { type ListFinding, listFindings } from './list-findings';
import type { Manifest } from './manifest';
import { type EvidenceNote, noteOf, partOf } from './notes';

/** Something that an auditor asks about: of a grant, of a list that was read (`roster`: its entry), or of both. */
export interface EvidenceFinding {
  kind: GrantFinding['kind'] | ListFinding['kind'];
  text: string;
  grant: string | null;
  ticket: string | null;
  vendor: string;
  /** Null where no person is meant, or they were forgotten. */
  email: string | null;
  roster: number | null;
}

/** All that a pack shows, made of its entries. */
export interface Rebuilt {
  grants: readonly Grant[];
  recordOf(grant: Grant): AccessRecord;
  findings: readonly EvidenceFinding[];
  rosters: readonly EvidenceNote[];
  reviews: readonly EvidenceNote[];
}

/** Makes records, findings and notes out of verified entries, by the rules and at the moment of the manifest. */
export function rebuild(manifest: Manifest, entries: readonly AnyEntry[]): Rebuilt {
  const { log, head, exportedAt, selection, personal, told, product } = manifest;
  const grants = [...projectAll(entries).values()];
  const source: ExportSource = {
    log,
    head,
    now: new Date(exportedAt),
    selection,
    personal,
    columns: null,
    variant: '',
    version: product,
    ...rulesFrom(told),
    async *entries() {
      yield entries;
    },
    async *grants() {
      yield grants;
    },
    grantsById: async (ids) => new Map(grants.flatMap((grant) => (ids.includes(grant.id) ? [[grant.id, grant]] : []))),
  };
  const notes = (part: 'rosters' | 'reviews') => entries.filter((entry) => partOf(entry) === part).map(noteOf);
  return {
    grants,
    recordOf: (grant) => accessRecord(grant, source),
    findings: [...grants.flatMap((grant) => ofGrant(grant, source)), ...ofLists(entries, grants, source)],
    rosters: notes('rosters'),
    reviews: notes('reviews'),
  };
}

const ofGrant = (grant: Grant, source: ExportSource): EvidenceFinding[] =>
  findingsOf(grant, source).map((finding) => {
    const { id, ticket, vendor, email } = grant;
    return { grant: id, ticket, vendor, email, roster: null, ...finding };
  });

/** Only the whole log knows everybody who may be on a list. */
function ofLists(entries: readonly AnyEntry[], grants: readonly Grant[], source: ExportSource): ListFinding[] {
  if (source.selection.what !== 'everything') return [];
  const lists = listFindings(source);
  for (const entry of entries) lists.addEntry(entry);
  for (const grant of grants) lists.addGrant(grant);
  return lists.findings();
}

import * as z from 'zod/mini';
import { Described } from '@/lib/domain/advice';
import { Correction } from '@/lib/domain/grant/correction';
import { GuidePlace } from '@/lib/domain/grant/guidance';
import { GrantDraft } from '@/lib/domain/grant/new-grant';
import { NamedPage } from '@/lib/domain/grant/page-facts';
import { Head } from '@/lib/domain/log/head';
import { LastExport, Loss } from '@/lib/domain/log/loss';
import { Reminded } from '@/lib/domain/review/reminder';
import { defaultSettings, RetentionMonths, Settings } from '@/lib/domain/values/settings';
import { readable, storedMap, storedValue } from './stored-value';
import { FrameKey, ReadRoster, TabState } from './tab-state';

/** Everything that is stored outside of the log's database. The keys are in people's browsers: they never change. */
export const stored = {
  settings: storedValue('settings', 'private', Settings, defaultSettings),
  /** The grant that is being filled in. */
  draft: storedValue('draft', 'private', z.nullable(GrantDraft), null),

  /** Landmarks that the admin pointed at. */
  corrections: storedValue('corrections', 'private', readable(Correction), []),
  /** Pages that the admin named, by host and path. */
  assumedPages: storedValue('assumed', 'private', z.record(z.string(), NamedPage), {}),
  /** Roles, groups and baselines that no pack knows, in the order in which they were described. */
  described: storedValue('described', 'private', readable(Described), []),
  /** Says where the admin left the guide, by vendor. */
  guidePlaces: storedValue('guidePlaces', 'private', z.record(z.string(), GuidePlace), {}),
  /** Columns of exported tables, by header, in their order; null: all. */
  exportColumns: storedValue('exportColumns', 'private', z.nullable(z.array(z.string())), null),

  /** The last entry; written after the entries were committed. */
  head: storedValue('head', 'private', z.nullable(Head), null),
  /** The same, where it outlives the databases; believed for a notice only. */
  outsideHead: storedValue('head', 'local', z.nullable(Head), null),
  /** A loss that was noticed and not yet seen to. */
  loss: storedValue('loss', 'private', z.nullable(Loss), null),
  lastExport: storedValue('lastExport', 'private', z.nullable(LastExport), null),
  /**
   * People who were forgotten. The key is in no export and no backup: who has only those cannot try addresses on the digests.
   */
  forgotten: storedValue(
    'forgotten',
    'private',
    z.nullable(
      z.object({ key: z.string().check(z.regex(/^[0-9a-f]{64}$/)), people: z.catch(z.array(z.string()), []) }),
    ),
    null,
  ),
  /** Says when the admin was reminded last. */
  reminded: storedValue('reminded', 'private', z.nullable(Reminded), null),

  /** Vendor tabs, by id. */
  tabs: storedMap('tab', 'session', TabState),
  /** The list that was read last in a tab, by its id. */
  rosters: storedMap('roster', 'session', ReadRoster),
  /** The tab and grant of each key that lets a guide frame in, by the key. */
  frameKeys: storedMap('key', 'session', FrameKey),
  /** The grant that the admin chose to be guided through, by vendor. */
  chosenGrants: storedMap('chosen', 'session', z.string()),
  /** Says that the journal was renewed since the browser started. */
  journal: storedValue('journal', 'session', z.nullable(z.literal('renewed')), null),

  /** Months that the organization sets; `docs/policy.md` says how. */
  policyRetentionMonths: storedValue('retentionMonths', 'managed', z.nullable(RetentionMonths), null),
};

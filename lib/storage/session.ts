import * as z from 'zod/mini';
import { browser } from '@/lib/browser';
import { PageFacts, Recognition, Roster, TabPage } from '@/lib/domain/grant/page-facts';
import { inTurn } from './in-turn';

/** What is known of one vendor tab while the browser runs. Survives the background being stopped; gone when the browser closes. */
const TabState = z.object({
  page: TabPage,
  /** The grant guided in this tab. */
  grant: z.nullable(z.string()),
  facts: z.nullable(PageFacts),
  /** When the page was last heard of, epoch milliseconds. */
  at: z.number(),
});
export type TabState = z.infer<typeof TabState>;

/** A guide frame's key: the tab and the grant it was made for, and the frame that used it first. */
const FrameKey = z.object({ tab: z.int(), grant: z.string(), nonce: z.nullable(z.string()) });
export type FrameKey = z.infer<typeof FrameKey>;

const area = () => browser.storage.session;

async function read<T>(key: string, schema: z.ZodMiniType<T>): Promise<T | null> {
  const stored = await area().get(key);
  return schema.safeParse(stored[key]).data ?? null;
}

const changeTab = inTurn();
const claimKey = inTurn();

export const tabStates = {
  get: (tab: number) => read(`tab:${tab}`, TabState),
  set: (tab: number, state: TabState) => changeTab(() => area().set({ [`tab:${tab}`]: state })),
  /** Changes what is known of a tab; where nothing is, nothing happens. Answers what is known then. */
  update: (tab: number, change: (state: TabState) => TabState): Promise<TabState | null> =>
    changeTab(async () => {
      const state = await read(`tab:${tab}`, TabState);
      if (!state) return null;
      const next = change(state);
      if (next !== state) await area().set({ [`tab:${tab}`]: next });
      return next;
    }),
  /** Forgets a tab that was closed, with the member list that was read in it. */
  remove: (tab: number) => changeTab(() => area().remove([`tab:${tab}`, `roster:${tab}`, `members:${tab}`])),
  /** Calls back whenever something changed about any tab, until the returned function is called. */
  watch(listener: () => void): () => void {
    const changed = (changes: Record<string, unknown>, areaName: string) => {
      if (areaName === 'session' && Object.keys(changes).some((key) => key.startsWith('tab:'))) listener();
    };
    browser.storage.onChanged.addListener(changed);
    return () => browser.storage.onChanged.removeListener(changed);
  },
  async all(): Promise<(TabState & { tab: number })[]> {
    const stored = await area().get(null);
    return Object.entries(stored).flatMap(([key, value]) => {
      const state = key.startsWith('tab:') ? TabState.safeParse(value).data : undefined;
      return state ? [{ ...state, tab: Number(key.slice(4)) }] : [];
    });
  },
};

export const frameKeys = {
  /** A key for the guide of a grant in a tab, not used yet. */
  async make(tab: number, grant: string): Promise<string> {
    const key = crypto.randomUUID();
    await area().set({ [`key:${key}`]: { tab, grant, nonce: null } satisfies FrameKey });
    return key;
  },
  /** Lets the first frame that shows a key have it, and that frame again; null for every other, and in another tab. */
  claim: (key: string, tab: number, nonce: string): Promise<{ grant: string } | null> =>
    claimKey(async () => {
      const known = await read(`key:${key}`, FrameKey);
      if (known?.tab !== tab || (known.nonce !== null && known.nonce !== nonce)) return null;
      await area().set({ [`key:${key}`]: { ...known, nonce } });
      return { grant: known.grant };
    }),
};

/** The member list that was read last in a tab; it grows while the admin moves through its pages. */
const ReadRoster = z.object({
  page: Recognition,
  url: z.string(),
  roster: Roster,
  at: z.number(),
  /** Where the log holds the list, or an earlier part of it. */
  entry: z.optional(z.nullable(z.int())),
});
export type ReadRoster = z.infer<typeof ReadRoster>;

export const readRosters = {
  get: (tab: number) => read(`roster:${tab}`, ReadRoster),
  set: (tab: number, roster: ReadRoster) => area().set({ [`roster:${tab}`]: roster }),
  /** The list of which the log holds this entry, in whatever tab it was read; null where none is. */
  async under(entry: number): Promise<(ReadRoster & { tab: number }) | null> {
    for (const [key, value] of Object.entries(await area().get(null))) {
      const read = key.startsWith('roster:') ? ReadRoster.safeParse(value).data : undefined;
      if (read?.entry === entry) return { ...read, tab: Number(key.slice(7)) };
    }
    return null;
  },
  /** Calls back whenever a list grew, until the returned function is called. */
  watch(listener: (tab: number, roster: ReadRoster) => void): () => void {
    const changed = (changes: Record<string, { newValue?: unknown }>, areaName: string) => {
      if (areaName !== 'session') return;
      for (const [key, { newValue }] of Object.entries(changes)) {
        const roster = key.startsWith('roster:') ? ReadRoster.safeParse(newValue).data : undefined;
        if (roster) listener(Number(key.slice(7)), roster);
      }
    };
    browser.storage.onChanged.addListener(changed);
    return () => browser.storage.onChanged.removeListener(changed);
  },
};

/** The grant that the admin chose to be guided through, per vendor. */
export const chosenGrants = {
  get: (vendor: string) => read(`chosen:${vendor}`, z.string()),
  set: (vendor: string, grant: string) => area().set({ [`chosen:${vendor}`]: grant }),
};

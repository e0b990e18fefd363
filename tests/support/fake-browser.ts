import { type Mock, vi } from 'vitest';
import type { Port } from '@/lib/browser';

type Items = Record<string, unknown>;
type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
type Changed = (changes: Changes, area: string) => void;

/** What `chrome.storage` keeps of a value: JSON, never the object itself. */
const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A storage area. Every call answers in a later turn, as the real ones do. */
export interface FakeArea {
  get: Mock<(keys?: string | readonly string[] | null) => Promise<Items>>;
  set: Mock<(items: Items) => Promise<void>>;
  remove: Mock<(keys: string | readonly string[]) => Promise<void>>;
  clear(): Promise<void>;
}

function createArea(name: string, listeners: ReadonlySet<Changed>): FakeArea & { reset(): void } {
  let items = new Map<string, unknown>();
  const tell = (changes: Changes) => {
    for (const listener of listeners) listener(changes, name);
  };
  const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

  async function get(keys: string | readonly string[] | null = null): Promise<Items> {
    const found = Object.fromEntries(
      [...items]
        .filter(([key]) => keys === null || [keys].flat().includes(key))
        .map(([key, value]) => [key, kept(value)]),
    );
    await soon();
    return found;
  }
  async function set(changed: Items): Promise<void> {
    const changes: Changes = {};
    for (const [key, value] of Object.entries(changed)) {
      if (value === undefined) continue;
      changes[key] = { ...(items.has(key) ? { oldValue: items.get(key) } : {}), newValue: kept(value) };
      items.set(key, kept(value));
    }
    await soon();
    tell(changes);
  }
  async function remove(keys: string | readonly string[]): Promise<void> {
    const changes: Changes = {};
    for (const key of [keys].flat()) {
      if (items.has(key)) changes[key] = { oldValue: items.get(key) };
      items.delete(key);
    }
    await soon();
    tell(changes);
  }

  const area = { get: vi.fn(get), set: vi.fn(set), remove: vi.fn(remove) };
  return {
    ...area,
    clear: () => remove([...items.keys()]),
    reset() {
      items = new Map();
      area.get.mockReset().mockImplementation(get);
      area.set.mockReset().mockImplementation(set);
      area.remove.mockReset().mockImplementation(remove);
    },
  };
}

const listeners = new Set<Changed>();
const local = createArea('local', listeners);
const session = createArea('session', listeners);

/**
 * Stands in for `browser` where a unit test says
 * `vi.mock('@/lib/browser', async () => ({ browser: (await import('…/fake-browser')).fakeBrowser }))`. Tabs and the other end of
 * messages answer as the test tells them to, and nobody by default.
 */
export const fakeBrowser = {
  storage: {
    local: local as FakeArea,
    session: session as FakeArea,
    onChanged: {
      addListener: (listener: Changed) => void listeners.add(listener),
      removeListener: (listener: Changed) => void listeners.delete(listener),
    },
  },
  runtime: {
    id: 'grantbook',
    getURL: (path: string) => `chrome-extension://grantbook/${path}`,
    sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
  },
  tabs: {
    query: vi.fn<(query: object) => Promise<{ id?: number }[]>>(),
    sendMessage: vi.fn<(tab: number, message: unknown, options?: object) => Promise<unknown>>(),
  },
  action: {
    setBadgeText: vi.fn<(details: { text: string }) => Promise<void>>(),
    setBadgeBackgroundColor: vi.fn<(details: { color: string }) => Promise<void>>(),
  },
};

/** Empties the storage, and lets nobody answer: call it before each test. */
export function resetFakeBrowser(): void {
  const { runtime, tabs, action } = fakeBrowser;
  listeners.clear();
  local.reset();
  session.reset();
  runtime.sendMessage.mockReset().mockRejectedValue(new Error('Could not establish connection.'));
  tabs.query.mockReset().mockResolvedValue([]);
  tabs.sendMessage.mockReset().mockRejectedValue(new Error('Could not establish connection.'));
  action.setBadgeText.mockReset().mockResolvedValue();
  action.setBadgeBackgroundColor.mockReset().mockResolvedValue();
}

/** The far end of a port that a page opened: what was said to it, and what it says. */
export interface FakePort {
  port: Port;
  /** Everything that our end said, oldest first. */
  heard: unknown[];
  /** Whether our end hung up. */
  closed: boolean;
  say(message: unknown): void;
  /** The far end goes: its frame was closed, or its tab. */
  leave(): void;
}

export function createFakePort(name: string, sender: object): FakePort {
  const heard: unknown[] = [];
  const onMessage = new Set<(message: unknown) => void>();
  const onDisconnect = new Set<() => void>();
  const fake: FakePort = {
    heard,
    closed: false,
    port: {
      name,
      sender,
      postMessage(message: unknown) {
        if (fake.closed) throw new Error('Attempting to use a disconnected port object');
        heard.push(kept(message));
      },
      disconnect() {
        fake.closed = true;
      },
      onMessage: { addListener: (listener: (message: unknown) => void) => void onMessage.add(listener) },
      onDisconnect: { addListener: (listener: () => void) => void onDisconnect.add(listener) },
    } as unknown as Port,
    say(message) {
      for (const listener of onMessage) listener(message);
    },
    leave() {
      fake.closed = true;
      for (const listener of onDisconnect) listener();
    },
  };
  return fake;
}

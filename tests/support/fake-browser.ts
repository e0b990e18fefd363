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

/** An event of the browser; `fire` makes it happen. */
export interface FakeEvent<Args extends unknown[]> {
  addListener(listener: (...args: Args) => void): void;
  removeListener(listener: (...args: Args) => void): void;
  fire(...args: Args): void;
  reset(): void;
}

function createEvent<Args extends unknown[]>(): FakeEvent<Args> {
  const all = new Set<(...args: Args) => void>();
  return {
    addListener: (listener) => void all.add(listener),
    removeListener: (listener) => void all.delete(listener),
    fire: (...args) => {
      for (const listener of all) listener(...args);
    },
    reset: () => all.clear(),
  };
}

export interface FakeNotifications {
  create: Mock<(id: string, options: Record<string, unknown>) => Promise<string>>;
  clear: Mock<(id: string) => Promise<boolean>>;
  onClicked: FakeEvent<[string]>;
}

const listeners = new Set<Changed>();
const local = createArea('local', listeners);
const session = createArea('session', listeners);
/** A test sets the organization's policy here; nothing of ours may. */
const managed = createArea('managed', listeners);

/**
 * Stands in for `browser` where a unit test says
 * `vi.mock('@/lib/browser', async () => ({ browser: (await import('…/fake-browser')).fakeBrowser }))`. Tabs and the other end of
 * messages answer as the test tells them to, and nobody by default.
 */
export const fakeBrowser = {
  storage: {
    local: local as FakeArea,
    session: session as FakeArea,
    managed: managed as FakeArea,
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
    create: vi.fn<(properties: object) => Promise<object>>(),
    sendMessage: vi.fn<(tab: number, message: unknown, options?: object) => Promise<unknown>>(),
    onActivated: createEvent<[object]>(),
  },
  action: {
    setBadgeText: vi.fn<(details: { text: string }) => Promise<void>>(),
    setBadgeBackgroundColor: vi.fn<(details: { color: string }) => Promise<void>>(),
    setTitle: vi.fn<(details: { title: string }) => Promise<void>>(),
  },
  alarms: {
    get: vi.fn<(name: string) => Promise<{ scheduledTime: number; periodInMinutes?: number } | undefined>>(),
    create: vi.fn<(name: string, info: object) => Promise<void>>(),
  },
  permissions: {
    contains: vi.fn<(permissions: object) => Promise<boolean>>(),
    request: vi.fn<(permissions: object) => Promise<boolean>>(),
    remove: vi.fn<(permissions: object) => Promise<boolean>>(),
    onAdded: createEvent<[]>(),
    onRemoved: createEvent<[]>(),
  },
  /** Absent until a test allows it, as in the browser. */
  notifications: undefined as FakeNotifications | undefined,
  windows: {
    WINDOW_ID_NONE: -1,
    getCurrent: vi.fn<() => Promise<{ id?: number }>>(),
    getLastFocused: vi.fn<() => Promise<{ id?: number }>>(),
    onFocusChanged: createEvent<[number]>(),
  },
  sidePanel: undefined as { open: Mock<(options: object) => Promise<void>> } | undefined,
};

/** Allows notifications; answers the API that is there from then on. */
export function allowNotifications(): FakeNotifications {
  const notifications = {
    create: vi.fn<FakeNotifications['create']>().mockResolvedValue(''),
    clear: vi.fn<FakeNotifications['clear']>().mockResolvedValue(true),
    onClicked: createEvent<[string]>(),
  };
  fakeBrowser.notifications = notifications;
  fakeBrowser.permissions.contains.mockResolvedValue(true);
  return notifications;
}

/** Empties the storage, and lets nobody answer: call it before each test. */
export function resetFakeBrowser(): void {
  const { runtime, tabs, action, alarms, permissions, windows } = fakeBrowser;
  listeners.clear();
  local.reset();
  session.reset();
  managed.reset();
  runtime.sendMessage.mockReset().mockRejectedValue(new Error('Could not establish connection.'));
  tabs.query.mockReset().mockResolvedValue([]);
  tabs.sendMessage.mockReset().mockRejectedValue(new Error('Could not establish connection.'));
  action.setBadgeText.mockReset().mockResolvedValue();
  action.setBadgeBackgroundColor.mockReset().mockResolvedValue();
  action.setTitle.mockReset().mockResolvedValue();
  tabs.create.mockReset().mockResolvedValue({});
  alarms.get.mockReset().mockResolvedValue(undefined);
  alarms.create.mockReset().mockResolvedValue();
  permissions.contains.mockReset().mockResolvedValue(false);
  permissions.request.mockReset().mockResolvedValue(false);
  permissions.remove.mockReset().mockResolvedValue(true);
  permissions.onAdded.reset();
  permissions.onRemoved.reset();
  windows.getCurrent.mockReset().mockResolvedValue({});
  windows.getLastFocused.mockReset().mockResolvedValue({});
  windows.onFocusChanged.reset();
  fakeBrowser.notifications = undefined;
  fakeBrowser.sidePanel = undefined;
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

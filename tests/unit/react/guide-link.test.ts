import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GuideNews, GuideRequest, GuideState } from '@/lib/messaging/guide-port';
import { createGuideLink, type LinkPort } from '@/lib/react/guide-link';
import { onlySettings } from '@/lib/vendors/advising';
import { aGrant } from '../../support/grants';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settings = { plan: '', sso: false, scope: [] };
const state: GuideState = {
  grant: aGrant(),
  others: [],
  sso: false,
  message: '',
  facts: null,
  about: onlySettings(settings),
};

/** A background that can be stopped: every connection is a port whose messages are kept. */
function background(connects: (count: number) => boolean = () => true) {
  const ports: { sent: GuideRequest[]; hear: (news: GuideNews) => void; drop: () => void }[] = [];
  const connect = (): LinkPort => {
    if (!connects(ports.length)) throw new Error('Extension context invalidated.');
    const sent: GuideRequest[] = [];
    let hear: (message: unknown) => void = () => {};
    let dropped = () => {};
    ports.push({ sent, hear: (news) => hear(news), drop: () => dropped() });
    return {
      postMessage: (message) => void sent.push(structuredClone(message)),
      disconnect: () => {},
      onMessage: {
        addListener: (listener) => {
          hear = listener;
        },
      },
      onDisconnect: {
        addListener: (listener) => {
          dropped = listener;
        },
      },
    };
  };
  const port = (index: number) => {
    const found = ports[index];
    if (!found) throw new Error(`There was no connection ${index}`);
    return found;
  };
  return { connect, ports, port };
}

function linked(options: { connects?: (count: number) => boolean; whenSeen?: (then: () => void) => void } = {}) {
  const end = background(options.connects);
  const onState = vi.fn();
  const onLost = vi.fn();
  const whenSeen = options.whenSeen ? { whenSeen: options.whenSeen } : {};
  const link = createGuideLink({ connect: end.connect, key: 'k', nonce: 'n', onState, onLost, ...whenSeen });
  return { ...end, link, onState, onLost };
}

const admit = (port: { hear: (news: GuideNews) => void }) => port.hear({ tell: 'state', state });
const hello = { ask: 'hello', key: 'k', nonce: 'n' };

describe('the guide’s link', () => {
  test('shows its key first, and passes on what it is told', () => {
    const { port, onState } = linked();

    admit(port(0));

    expect(port(0).sent).toEqual([hello]);
    expect(onState).toHaveBeenCalledWith(state);
  });

  test('says nothing more until it was let in', () => {
    const { port, link } = linked();
    link.tell({ ask: 'point', landmark: 'a', warned: [] });
    link.tell({ ask: 'point', landmark: 'b', warned: [] });
    void link.command({ ask: 'confirm', step: 's' });
    const before = [...port(0).sent];

    admit(port(0));

    expect(before).toEqual([hello]);
    expect(port(0).sent).toEqual([hello, { ask: 'point', landmark: 'b', warned: [] }, { ask: 'confirm', step: 's' }]);
  });

  test('answers each command in turn', async () => {
    const { port, link } = linked();
    admit(port(0));
    const first = link.command({ ask: 'confirm', step: 'one' });
    const second = link.command({ ask: 'justify', chosen: 'Admin', justification: 'no' });

    port(0).hear({ tell: 'done' });
    port(0).hear({ tell: 'refused', message: 'Say why.' });

    expect(await first).toBeNull();
    expect(await second).toBe('Say why.');
  });

  test('comes back with the same key when the worker was stopped, and sends again what was not answered', async () => {
    const { port, link } = linked();
    admit(port(0));
    link.tell({ ask: 'size', height: 300, collapsed: false });
    const answer = link.command({ ask: 'confirm', step: 's' });

    port(0).drop();
    await vi.advanceTimersByTimeAsync(0);
    admit(port(1));
    port(1).hear({ tell: 'done' });

    expect(port(1).sent).toEqual([
      hello,
      { ask: 'size', height: 300, collapsed: false },
      { ask: 'confirm', step: 's' },
    ]);
    expect(await answer).toBeNull();
  });

  test('keeps a command that was given while there was no worker', async () => {
    const { port, link } = linked();
    admit(port(0));
    port(0).drop();
    const answer = link.command({ ask: 'reopen', step: 's' });

    await vi.advanceTimersByTimeAsync(0);
    admit(port(1));
    port(1).hear({ tell: 'done' });

    expect(await answer).toBeNull();
  });

  test('survives any number of stops', async () => {
    const { ports, port, onLost } = linked();
    for (let stop = 0; stop < 50; stop += 1) {
      admit(port(stop));
      port(stop).drop();
      await vi.advanceTimersByTimeAsync(0);
    }

    expect(ports).toHaveLength(51);
    expect(onLost).not.toHaveBeenCalled();
  });

  test('gives up, and says so, where it is not let in', async () => {
    const { ports, port, onLost, link } = linked();
    const answer = link.command({ ask: 'confirm', step: 's' });
    for (let turn = 0; onLost.mock.calls.length === 0 && turn < 20; turn += 1) {
      port(turn).drop();
      await vi.advanceTimersByTimeAsync(20_000);
    }

    expect(onLost).toHaveBeenCalledOnce();
    expect(ports.length).toBeLessThan(10);
    expect(await answer).toMatch(/reload this page/i);
    expect(await link.command({ ask: 'confirm', step: 's' })).toMatch(/reload this page/i);
  });

  test('gives up where the extension was updated under it', () => {
    const { port, onLost } = linked({ connects: (count) => count === 0 });
    admit(port(0));

    port(0).drop();
    vi.advanceTimersByTime(10);

    expect(onLost).toHaveBeenCalledOnce();
  });

  test('keeps no worker awake while nobody can see it', async () => {
    let see = () => {};
    const { ports, port } = linked({
      whenSeen: (then) => {
        see = then;
      },
    });
    admit(port(0));
    port(0).drop();
    await vi.advanceTimersByTimeAsync(60_000);
    const hidden = ports.length;

    see();

    expect([hidden, ports.length]).toEqual([1, 2]);
  });

  test('is silent once it was closed', async () => {
    const { ports, port, link } = linked();
    admit(port(0));

    link.close();
    port(0).drop();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(ports).toHaveLength(1);
  });
});

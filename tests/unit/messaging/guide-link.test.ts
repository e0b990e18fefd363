import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoAnswer } from '@/lib/messaging/answers';
import { createGuideLink, type LinkPort } from '@/lib/messaging/guide-link';
import type { GuideMessage, GuideState, Hello, Question } from '@/lib/messaging/guide-port';
import { onlySettings } from '@/lib/vendors/advising';
import { aGrant } from '../../support/grants';
import { facts } from './samples';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const state: GuideState = {
  grant: aGrant(),
  others: [],
  sso: false,
  message: '',
  facts: null,
  about: onlySettings({ plan: '', sso: false, scope: [] }),
};
const done = { ok: true };

interface FarEnd {
  sent: (Hello | Question)[];
  say: (message: GuideMessage) => void;
  drop: () => void;
}

/** A background that can be stopped: every connection is a port whose messages are kept. */
function background(connects: (count: number) => boolean) {
  const ports: FarEnd[] = [];
  const connect = (): LinkPort => {
    if (!connects(ports.length)) throw new Error('Extension context invalidated.');
    const sent: FarEnd['sent'] = [];
    let hear: (message: unknown) => void = () => {};
    let dropped = () => {};
    ports.push({ sent, say: (message) => hear(message), drop: () => dropped() });
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
  const end = background(options.connects ?? (() => true));
  const onState = vi.fn<(state: GuideState) => void>();
  const onLost = vi.fn();
  const whenSeen = options.whenSeen ? { whenSeen: options.whenSeen } : {};
  const link = createGuideLink({ connect: end.connect, key: 'k', nonce: 'n', onState, onLost, ...whenSeen });
  return { ...end, link, onState, onLost };
}

const admit = (port: FarEnd) => port.say({ state });
const hello = { key: 'k', nonce: 'n' };
const questions = ({ sent }: FarEnd) => sent.flatMap((message) => ('id' in message ? [message] : []));
const asked = (port: FarEnd) => questions(port).map(({ command, payload }) => [command, payload]);
/** Answers the question that was asked as the so-and-so-manieth on a port. */
const answer = (port: FarEnd, index: number, reply: unknown) =>
  port.say({ id: questions(port)[index]?.id ?? -1, reply });

describe('the guide’s link', () => {
  test('shows its key first, and passes on what it is told', () => {
    const { port, onState } = linked();

    admit(port(0));

    expect(port(0).sent).toEqual([hello]);
    expect(onState).toHaveBeenCalledExactlyOnceWith(state);
  });

  test('puts the page that it is shown into the state', () => {
    const { port, onState } = linked();
    const page = { facts: facts(), about: { organization: 'acme', members: { active: 2, pending: 1 } } };

    port(0).say({ page });
    admit(port(0));
    port(0).say({ page });

    expect(onState.mock.calls.map(([shown]) => [shown.facts, shown.about.organization, shown.grant])).toEqual([
      [null, '', state.grant],
      [page.facts, 'acme', state.grant],
    ]);
    expect(onState.mock.lastCall?.[0].about).toMatchObject({ settings: state.about.settings, members: { active: 2 } });
  });

  test('says nothing more until it was let in, and of what only the last counts that last', () => {
    const { port, link } = linked();
    void link.send('guide.point', { landmark: 'a', warned: [] });
    void link.send('guide.point', { landmark: 'b', warned: [] });
    void link.send('step.confirm', { step: 's' });
    const before = [...port(0).sent];

    admit(port(0));

    expect(before).toEqual([hello]);
    expect(asked(port(0))).toEqual([
      ['guide.point', { landmark: 'b', warned: [] }],
      ['step.confirm', { step: 's' }],
    ]);
  });

  test('gives each command its own answer, in whatever order they come', async () => {
    const { port, link } = linked();
    admit(port(0));
    const first = link.send('step.confirm', { step: 'one' });
    const second = link.send('role.justify', { chosen: 'Admin', justification: 'no' });

    answer(port(0), 1, { ok: false, message: 'Say why.' });
    answer(port(0), 0, done);

    expect(await second).toEqual({ ok: false, message: 'Say why.' });
    expect(await first).toEqual(done);
  });

  test('an answer that never comes shifts no other', async () => {
    const { port, link } = linked();
    admit(port(0));
    const unanswered = vi.fn();
    void link.send('page.report', {}).then(unanswered, unanswered);
    const confirm = link.send('step.confirm', { step: 's' });
    const again = link.send('step.confirm', { step: 's' });

    answer(port(0), 1, done);
    answer(port(0), 1, { ok: false, message: 'Said twice.' });
    answer(port(0), 2, { ok: false, message: 'Not now.' });

    expect(await confirm).toEqual(done);
    expect(await again).toEqual({ ok: false, message: 'Not now.' });
    expect(unanswered).not.toHaveBeenCalled();
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['the reply of another command', { ok: true, report: 7 }],
    ['half a refusal', { ok: false }],
    ['text', 'ok'],
  ])('believes no reply that is %s', async (_what, reply) => {
    const { port, link } = linked();
    admit(port(0));
    const report = link.send('page.report', {});

    answer(port(0), 0, reply);

    await expect(report).rejects.toThrow(NoAnswer);
  });

  test('says in words what the background refused', async () => {
    const { port, link } = linked();
    admit(port(0));
    const confirm = link.send('step.confirm', { step: 's' });

    port(0).say({ id: questions(port(0))[0]?.id ?? -1, refused: 'The guide has turned to another grant.' });

    await expect(confirm).rejects.toThrow(new NoAnswer('The guide has turned to another grant.'));
  });

  test('comes back with the same key when the worker was stopped, and sends again what was not answered', async () => {
    const { port, link } = linked();
    admit(port(0));
    const answered = link.send('step.confirm', { step: 'answered' });
    answer(port(0), 0, done);
    await answered;
    void link.send('guide.size', { height: 200, collapsed: false });
    const size = link.send('guide.size', { height: 300, collapsed: false });
    const confirm = link.send('step.confirm', { step: 's' });

    port(0).drop();
    await vi.advanceTimersByTimeAsync(0);
    admit(port(1));
    answer(port(1), 1, done);
    answer(port(1), 0, done);

    expect(port(1).sent[0]).toEqual(hello);
    expect(asked(port(1))).toEqual([
      ['guide.size', { height: 300, collapsed: false }],
      ['step.confirm', { step: 's' }],
    ]);
    expect(await confirm).toEqual(done);
    expect(await size).toEqual(done);
  });

  test('hears nothing from a port that it left', async () => {
    const { port, link } = linked();
    admit(port(0));
    const confirm = link.send('step.confirm', { step: 's' });
    port(0).drop();
    await vi.advanceTimersByTimeAsync(0);
    admit(port(1));

    answer(port(0), 0, { ok: false, message: 'From the grave.' });
    answer(port(1), 0, done);

    expect(await confirm).toEqual(done);
  });

  test('keeps a command that was given while there was no worker', async () => {
    const { port, link } = linked();
    admit(port(0));
    port(0).drop();
    const reopen = link.send('step.reopen', { step: 's' });

    await vi.advanceTimersByTimeAsync(0);
    admit(port(1));
    answer(port(1), 0, done);

    expect(await reopen).toEqual(done);
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
    const refused = expect(link.send('step.confirm', { step: 's' })).rejects.toThrow(/reload this page/i);
    for (let turn = 0; onLost.mock.calls.length === 0 && turn < 20; turn += 1) {
      port(turn).drop();
      await vi.advanceTimersByTimeAsync(20_000);
    }

    expect(onLost).toHaveBeenCalledOnce();
    expect(ports.length).toBeLessThan(10);
    await refused;
    await expect(link.send('step.confirm', { step: 's' })).rejects.toThrow(/reload this page/i);
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

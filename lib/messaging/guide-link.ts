import { NoAnswer, parseReply } from './answers';
import type { Reply } from './commands';
import {
  type GuideCommand,
  type GuideMessage,
  type GuidePayload,
  type GuideState,
  type Hello,
  type Question,
  withPage,
} from './guide-port';

/** The part of `runtime.Port` that is relied on. */
export interface LinkPort {
  postMessage(message: Hello | Question): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

interface GuideLinkOptions extends Hello {
  connect: () => LinkPort;
  onState: (state: GuideState) => void;
  /** The background cannot be reached, or does not let this frame in. */
  onLost: () => void;
  /** Calls back when somebody can see the guide: a hidden one keeps no worker awake. */
  whenSeen?: (then: () => void) => void;
}

export interface GuideLink {
  /** Sends a command. Rejects with `NoAnswer` where it brings no reply. Of `guide.size` and `guide.point` only the last counts. */
  send<N extends GuideCommand>(command: N, payload: GuidePayload<N>): Promise<Reply<N>>;
  close(): void;
}

interface Pending extends Question {
  end(answer: { reply: unknown } | { refused: string }): void;
}

const gone = { refused: 'Grantbook was updated or restarted: reload this page to go on.' };

/** Commands of which only the last one counts: an earlier one that was not answered is not sent again. */
const lastCounts: readonly string[] = ['guide.size', 'guide.point'] satisfies GuideCommand[];

/** Waits between attempts to reach a background that does not let us in, ms. */
const waits = [0, 100, 300, 1000, 3000, 10_000];

/**
 * Keeps a port to the background open. The background's worker is stopped and started at the browser's will: the port then closes,
 * and a new one is opened with the same key; commands that were not answered are sent again, which is safe, since each says by
 * its own content whether it was already carried out.
 */
export function createGuideLink(options: GuideLinkOptions): GuideLink {
  const { connect, key, nonce, onState, onLost, whenSeen = (then) => then() } = options;
  const pending = new Map<number, Pending>();
  let port: LinkPort | null = null;
  let state: GuideState | null = null;
  let admitted = false;
  let attempts = 0;
  let asked = 0;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function post(message: Hello | Question) {
    try {
      port?.postMessage(message);
    } catch {
      // The port is closing; `onDisconnect` follows, and everything that still counts is sent again.
    }
  }
  const ask = ({ id, command, payload }: Pending) => post({ id, command, payload });

  function open() {
    if (closed) return;
    try {
      port = connect();
    } catch {
      return giveUp();
    }
    const mine = port;
    mine.onMessage.addListener((message) => {
      if (mine === port) hear(message as GuideMessage);
    });
    mine.onDisconnect.addListener(() => {
      if (mine !== port) return;
      port = null;
      retry();
      admitted = false;
    });
    post({ key, nonce });
  }

  function retry() {
    if (admitted) attempts = 0;
    const wait = waits[attempts];
    attempts += 1;
    if (wait === undefined) return giveUp();
    timer = setTimeout(() => whenSeen(open), wait);
  }

  function giveUp() {
    closed = true;
    for (const { end } of pending.values()) end(gone);
    pending.clear();
    onLost();
  }

  function hear(message: GuideMessage) {
    if ('id' in message) {
      pending.get(message.id)?.end(message);
      pending.delete(message.id);
    } else if ('page' in message) {
      if (state) show(withPage(state, message.page));
    } else {
      if (!admitted) {
        admitted = true;
        for (const question of pending.values()) ask(question);
      }
      show(message.state);
    }
  }

  function show(next: GuideState) {
    state = next;
    onState(next);
  }

  function enqueue(command: GuideCommand, payload: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const end: Pending['end'] = (answer) =>
        'refused' in answer ? reject(new NoAnswer(answer.refused)) : resolve(answer.reply);
      if (closed) return end(gone);
      if (lastCounts.includes(command)) {
        for (const earlier of pending.values()) {
          if (earlier.command !== command) continue;
          earlier.end({ reply: { ok: true } });
          pending.delete(earlier.id);
        }
      }
      asked += 1;
      const question = { id: asked, command, payload, end };
      pending.set(asked, question);
      if (admitted) ask(question);
    });
  }

  open();

  return {
    send: async (command, payload) => parseReply(command, await enqueue(command, payload)),
    close() {
      closed = true;
      clearTimeout(timer);
      port?.disconnect();
      port = null;
    },
  };
}

import type { GuideNews, GuideRequest, GuideState } from '@/lib/messaging/guide-port';

/** What is relied on of `runtime.Port`. */
export interface LinkPort {
  postMessage(message: GuideRequest): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

export interface GuideLinkOptions {
  connect: () => LinkPort;
  key: string;
  nonce: string;
  onState: (state: GuideState) => void;
  /** The background cannot be reached, or does not let this frame in. */
  onLost: () => void;
  /** Calls back when somebody can see the guide: a hidden one keeps no worker awake. */
  whenSeen?: (then: () => void) => void;
}

type Command = Extract<
  GuideRequest,
  { ask: 'confirm' | 'reopen' | 'justify' | 'describe' | 'keys' | 'remove' | 'keep' }
>;
type Question = Command | Extract<GuideRequest, { ask: 'key' | 'report' }>;
type Notice = Exclude<GuideRequest, Question | { ask: 'hello' }>;
type Answer = Exclude<GuideNews, { tell: 'state' }>;

export interface GuideLink {
  /** Asks for a change of the log; answers null when it was made, or why not, in words. */
  command(request: Command): Promise<string | null>;
  /** Records an API key; answers null when it was logged, or a sentence per field that is not right. */
  recordKey(request: Extract<GuideRequest, { ask: 'key' }>): Promise<Record<string, string> | null>;
  /** An outline of the vendor's page; null where it cannot be had. */
  report(): Promise<string | null>;
  /** Tells something that needs no answer. Of `size` and `point` only the last counts. */
  tell(request: Notice): void;
  close(): void;
}

const gone: Answer = { tell: 'refused', message: 'Grantbook was updated or restarted: reload this page to go on.' };

/** Waits between attempts to reach a background that does not let us in, ms. */
const waits = [0, 100, 300, 1000, 3000, 10_000];

/**
 * Keeps a port to the background open. The background's worker is stopped and started at the browser's will: the port then closes,
 * and a new one is opened with the same key; commands that were not answered are sent again, which is safe, since each says by
 * its own content whether it was already carried out.
 */
export function createGuideLink({
  connect,
  key,
  nonce,
  onState,
  onLost,
  whenSeen = (then) => then(),
}: GuideLinkOptions): GuideLink {
  let port: LinkPort | null = null;
  let admitted = false;
  let attempts = 0;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const questions: { request: Question; settle: (answer: Answer) => void }[] = [];
  const standing = new Map<'size' | 'point', Notice>();

  function post(request: GuideRequest) {
    try {
      port?.postMessage(request);
    } catch {
      // The port is closing; `onDisconnect` follows, and everything that still counts is sent again.
    }
  }

  function open() {
    if (closed) return;
    try {
      port = connect();
    } catch {
      return giveUp();
    }
    const mine = port;
    mine.onMessage.addListener((message) => {
      if (mine === port) hear(message as GuideNews);
    });
    mine.onDisconnect.addListener(() => {
      if (mine !== port) return;
      port = null;
      again();
      admitted = false;
    });
    post({ ask: 'hello', key, nonce });
  }

  function again() {
    if (admitted) attempts = 0;
    const wait = waits[attempts];
    attempts += 1;
    if (wait === undefined) return giveUp();
    timer = setTimeout(() => whenSeen(open), wait);
  }

  function giveUp() {
    closed = true;
    for (const { settle } of questions.splice(0)) settle(gone);
    onLost();
  }

  function hear(news: GuideNews) {
    if (news.tell === 'state') {
      if (!admitted) {
        admitted = true;
        for (const request of standing.values()) post(request);
        for (const { request } of questions) post(request);
      }
      onState(news.state);
    } else {
      questions.shift()?.settle(news);
    }
  }

  const ask = (request: Question): Promise<Answer> =>
    new Promise((settle) => {
      if (closed) return settle(gone);
      questions.push({ request, settle });
      if (admitted) post(request);
    });

  open();

  return {
    async command(request) {
      const answer = await ask(request);
      return answer.tell === 'refused' ? answer.message : null;
    },
    async recordKey(request) {
      const answer = await ask(request);
      if (answer.tell === 'key-errors') return answer.errors;
      return answer.tell === 'refused' ? { name: answer.message } : null;
    },
    async report() {
      const answer = await ask({ ask: 'report' });
      return answer.tell === 'report' ? answer.report : null;
    },
    tell(request) {
      if (request.ask === 'size' || request.ask === 'point') standing.set(request.ask, request);
      if (admitted) post(request);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      port?.disconnect();
      port = null;
    },
  };
}

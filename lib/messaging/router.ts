import {
  type CommandName,
  commands,
  Envelope,
  isAboutGrant,
  type Origin,
  type OriginOf,
  type Payload,
  type Reply,
} from './commands';

/** The sender of a message; the shape of `runtime.MessageSender` that is relied on. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
}

export interface RouterRules {
  /** Our own extension id. */
  id: string;
  /** Origin of our own pages, with a trailing slash. */
  origin: string;
  /** Hosts where our content script runs. */
  vendorHosts: readonly string[];
}

/** Carries out every command there is. */
export type Handlers = { [N in CommandName]: (payload: Payload<N>, origin: OriginOf<N>) => Promise<Reply<N>> };

export interface Router {
  /** Carries out a message that came from a sender; resolves to `undefined` where it was refused. Never rejects. */
  handle(message: unknown, sender: Sender): Promise<unknown>;
  /** Carries out a message whose origin is known already, as `handle` does. */
  run(message: unknown, origin: Origin): Promise<unknown>;
  /** Counts the messages that were refused since the background started. */
  refused(): number;
}

/**
 * Tells where a message comes from; null where from nowhere that may speak. A content script speaks from the top frame of a vendor's
 * page; everything else comes from a page of ours, but not the guide, and from no frame: what a page of the web can embed has no
 * business here. The guide has a port of its own.
 */
export function originOf(sender: Sender, rules: RouterRules): Origin | null {
  if (sender.id !== rules.id || !sender.url || !URL.canParse(sender.url)) return null;
  const url = new URL(sender.url);
  const tab = sender.tab?.id;
  if (url.protocol === 'https:') {
    const isContentScript = tab !== undefined && sender.frameId === 0 && rules.vendorHosts.includes(url.host);
    return isContentScript ? { from: 'page', tab, host: url.host } : null;
  }
  const isOurs = sender.url.startsWith(rules.origin) && url.pathname !== '/guide.html' && (sender.frameId ?? 0) === 0;
  return isOurs ? { from: 'ours', tab: tab ?? null } : null;
}

/** Returns the payload about the grant that the guide was opened for, whatever the guide wrote there. */
const aboutGrant = (payload: unknown, grant: string): unknown =>
  typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? { ...payload, grant } : payload;

const maySend = (origin: Origin, command: CommandName) =>
  (commands[command].from as readonly Origin['from'][]).includes(origin.from);

export function createRouter(
  handlers: Handlers,
  rules: RouterRules,
  report: (problem: string) => void = () => {},
): Router {
  let refused = 0;
  const refuse = (why: string) => {
    refused += 1;
    report(why);
    return undefined;
  };

  async function run(message: unknown, origin: Origin | null): Promise<unknown> {
    const envelope = Envelope.safeParse(message);
    if (!envelope.success || !Object.hasOwn(commands, envelope.data.command)) return refuse('unknown message');
    const name = envelope.data.command as CommandName;
    if (!origin || !maySend(origin, name)) return refuse(`${name} from a sender that may not send it`);
    const { payload: said } = envelope.data;
    const payload = commands[name].payload.safeParse(
      origin.from === 'guide' && isAboutGrant(name) ? aboutGrant(said, origin.grant) : said,
    );
    if (!payload.success) return refuse(`${name} with the wrong shape`);
    try {
      return await (handlers[name] as (payload: unknown, origin: Origin) => Promise<unknown>)(payload.data, origin);
    } catch (error) {
      return refuse(`${name} failed: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }

  return {
    handle: (message, sender) => run(message, originOf(sender, rules)),
    run,
    refused: () => refused,
  };
}

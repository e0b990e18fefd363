import { pageRequests } from './page-requests';
import { Envelope, type Payload, type Reply, type RequestName, requests } from './protocol';

/** What is known of the sender of a message; the shape of `runtime.MessageSender` that is relied on. */
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

export type Handlers = { [N in RequestName]: (payload: Payload<N>, sender: Sender) => Promise<Reply<N>> };

export interface Router {
  /** Answers a message, or `undefined` where it was refused: wrong shape, wrong sender, unknown request. Never throws. */
  handle(message: unknown, sender: Sender): Promise<unknown>;
  /** How many messages were refused since the background started. */
  refused(): number;
}

/**
 * A content script speaks from the top frame of a vendor's page; everything else comes from a page of ours, but not the guide, and
 * from no frame: what a page of the web can embed has no business here.
 */
export function isAllowed(request: RequestName, sender: Sender, rules: RouterRules): boolean {
  if (sender.id !== rules.id || !sender.url || !URL.canParse(sender.url)) return false;
  const url = new URL(sender.url);
  if (request in pageRequests) {
    return (
      sender.tab?.id !== undefined &&
      sender.frameId === 0 &&
      url.protocol === 'https:' &&
      rules.vendorHosts.includes(url.host)
    );
  }
  return sender.url.startsWith(rules.origin) && url.pathname !== '/guide.html' && (sender.frameId ?? 0) === 0;
}

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
  return {
    async handle(message, sender) {
      const envelope = Envelope.safeParse(message);
      if (!envelope.success || !Object.hasOwn(requests, envelope.data.request)) return refuse('unknown message');
      const name = envelope.data.request as RequestName;
      if (!isAllowed(name, sender, rules)) return refuse(`${name} from a sender that may not ask it`);
      const payload = requests[name].safeParse(envelope.data.payload);
      if (!payload.success) return refuse(`${name} with the wrong shape`);
      try {
        return await (handlers[name] as (payload: unknown, sender: Sender) => Promise<unknown>)(payload.data, sender);
      } catch (error) {
        return refuse(`${name} failed: ${error instanceof Error ? error.message : 'unknown'}`);
      }
    },
    refused: () => refused,
  };
}

import type { Port } from '@/lib/browser';
import { vendorSettings } from '@/lib/domain/values/settings';
import { type GuideNews, GuideRequest, type GuideState } from '@/lib/messaging/guide-port';
import { sendToPage } from '@/lib/messaging/page';
import { db } from '@/lib/storage/db';
import { frameKeys } from '@/lib/storage/frame-keys';
import type { Ledger } from '@/lib/storage/ledger';
import { standingAt } from '@/lib/storage/standing-grants';
import { stored } from '@/lib/storage/stored-values';
import { adviceFacts } from './advice-facts';
import { createSteps, type Done } from './grant-handlers';
import { pageReport } from './page-report';
import { describeRole } from './role-handlers';
import { guideEverywhere } from './vendor-tabs';

/** The guide's frames, each on a port of its own. They never touch storage: all that they show comes through here. */
export interface GuidePorts {
  connect(port: Port): void;
  /** Shows the grant's guides anew; every guide where something changed that is not of one grant. */
  changed(grant: string | null): Promise<void>;
}

/** Facts as a tab told them last; null where the tab guides another grant or shows no recognised page. */
async function factsFor(tab: number, grant: string): Promise<GuideState['facts']> {
  const state = await stored.tabs.at(tab).read();
  return state?.grant === grant ? state.facts : null;
}

export async function guideState(grantId: string, tab: number): Promise<GuideState | null> {
  const grant = await db.grants.get(grantId);
  if (!grant) return null;
  const open = await standingAt(db, grant.vendor, ['open']);
  const settings = await stored.settings.read();
  return {
    grant,
    others: open.filter((other) => other.id !== grant.id).map(({ id, ticket, email }) => ({ id, ticket, email })),
    sso: vendorSettings(settings, grant.vendor).sso,
    message: settings.message,
    facts: await factsFor(tab, grantId),
    about: await adviceFacts(grant.vendor, tab),
  };
}

/** Requests that wait for an answer; the others must get none, since answers come in the order of their requests. */
const commands = ['confirm', 'reopen', 'justify', 'describe', 'keys', 'key', 'remove', 'keep', 'report'] as const;
const isCommand = ({ ask }: GuideRequest) => (commands as readonly string[]).includes(ask);

/** What is let in: the tab that a frame is in, and the grant whose guide it shows. */
interface Frame {
  tab: number;
  grant: string;
}

/** The guide's own page. Its host may be a dynamic one; a page of the web can name `/guide.html` in its address, too. */
function isGuide(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, pathname } = new URL(url);
  return protocol.endsWith('-extension:') && pathname === '/guide.html';
}

/** `id`: our own extension's, as the sender of a frame of ours names it. */
export function createGuidePorts(ledger: Ledger, id: string): GuidePorts {
  const steps = createSteps(ledger);
  const frames = new Map<Port, Frame>();

  const tell = (port: Port, news: GuideNews) => {
    try {
      port.postMessage(news);
    } catch {
      frames.delete(port);
    }
  };

  /** Whether a tab still guides the grant that its frame was opened for; another frame is on its way where it does not. */
  const isCurrent = async ({ tab, grant }: Frame) => (await stored.tabs.at(tab).read())?.grant === grant;

  async function show(port: Port, frame: Frame): Promise<void> {
    const state = (await isCurrent(frame)) ? await guideState(frame.grant, frame.tab) : null;
    if (state) tell(port, { tell: 'state', state });
  }

  /** Lets a frame in: the key was made for this tab, and no other frame has used it. */
  async function admit(port: Port, key: string, nonce: string): Promise<void> {
    const tab = port.sender?.tab?.id;
    const claimed = tab === undefined ? null : await frameKeys.claim(key, tab, nonce);
    if (tab === undefined || !claimed) {
      frames.delete(port);
      port.disconnect();
      return;
    }
    const frame = { tab, grant: claimed.grant };
    frames.set(port, frame);
    await show(port, frame);
  }

  /** What changes the log; null for requests that only concern the page. */
  function command(grant: string, tab: number, request: GuideRequest): Promise<Done> | null {
    switch (request.ask) {
      case 'confirm':
        return steps.confirm(grant, request.step);
      case 'reopen':
        return steps.reopen(grant, request.step);
      case 'justify':
        return steps.justify(grant, request.chosen, request.justification, tab);
      case 'describe':
        return describeRole(grant, tab, request);
      case 'keys':
        return steps.settleKeys(grant, request.needed);
      case 'remove':
        return steps.remove(grant, request.reason);
      case 'keep':
        return steps.keep(grant);
      default:
        return null;
    }
  }

  async function answer(port: Port, frame: Frame, request: GuideRequest): Promise<void> {
    const { tab, grant } = frame;
    if (!(await isCurrent(frame))) {
      if (isCommand(request))
        tell(port, { tell: 'refused', message: 'The guide has turned to another grant: go on there.' });
      return;
    }
    const result = await command(grant, tab, request);
    if (result) {
      tell(port, result.ok ? { tell: 'done' } : { tell: 'refused', message: result.message });
      return changed(grant);
    }
    switch (request.ask) {
      case 'key': {
        const recorded = await steps.recordKey(grant, request.step, request.form);
        tell(port, recorded.ok ? { tell: 'done' } : { tell: 'key-errors', errors: recorded.errors });
        return changed(grant);
      }
      case 'report':
        return tell(port, { tell: 'report', report: await pageReport(tab) });
      case 'point':
        await sendToPage(tab, 'guide.point', { landmark: request.landmark, warned: request.warned });
        return;
      case 'show':
      case 'pick':
        await sendToPage(tab, `landmark.${request.ask}`, { landmark: request.landmark });
        return;
      case 'size': {
        const height = Math.min(Math.max(request.height, 32), 2000);
        await sendToPage(tab, 'guide.size', { height, collapsed: request.collapsed });
        return;
      }
      case 'choose': {
        const other = await db.grants.get(request.grant);
        if (!other) return;
        await stored.chosenGrants.at(other.vendor).write(other.id);
        return guideEverywhere(other.vendor);
      }
    }
  }

  async function changed(grant: string | null): Promise<void> {
    await Promise.all(
      [...frames].map(async ([port, frame]) => {
        if (grant === null || frame.grant === grant) await show(port, frame);
      }),
    );
  }

  return {
    connect(port) {
      if (port.name !== 'guide' || port.sender?.id !== id || !isGuide(port.sender.url)) return port.disconnect();
      let turn = Promise.resolve();
      port.onMessage.addListener((message: unknown) => {
        const request = GuideRequest.safeParse(message);
        if (!request.success) return;
        const { data } = request;
        turn = turn
          .then(() => {
            const frame = frames.get(port);
            if (data.ask === 'hello') return admit(port, data.key, data.nonce);
            return frame ? answer(port, frame, data) : undefined;
          })
          .catch(() => {
            if (data.ask === 'hello') port.disconnect();
            if (isCommand(data))
              tell(port, { tell: 'refused', message: 'Grantbook could not do this. Nothing was lost: try again.' });
          });
      });
      port.onDisconnect.addListener(() => {
        frames.delete(port);
      });
    },
    changed,
  };
}

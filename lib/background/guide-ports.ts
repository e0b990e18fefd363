import type { Port } from '@/lib/browser';
import { isOpen } from '@/lib/domain/grant';
import { vendorSettings } from '@/lib/domain/settings';
import { type GuideNews, GuideRequest, type GuideState } from '@/lib/messaging/protocol';
import { db } from '@/lib/storage/db';
import type { Ledger } from '@/lib/storage/ledger';
import { chosenGrants, frameKeys, tabStates } from '@/lib/storage/session';
import { readSettings } from '@/lib/storage/settings';
import { createSteps, factsFor } from './commands';
import { guideEverywhere, order } from './vendor-tabs';

/** The guide's frames, each on a port of its own. They never touch storage: all that they show comes through here. */
export interface GuidePorts {
  connect(port: Port): void;
  /** Shows the grant's guides anew. */
  changed(grant: string): Promise<void>;
}

export async function guideState(grantId: string, tab: number): Promise<GuideState | null> {
  const grant = await db.grants.get(grantId);
  if (!grant) return null;
  const open = await db.grants.where('vendor').equals(grant.vendor).toArray();
  return {
    grant,
    others: open
      .filter((other) => isOpen(other) && other.id !== grant.id)
      .map(({ id, ticket, email }) => ({ id, ticket, email })),
    sso: vendorSettings(await readSettings(), grant.vendor).sso,
    facts: await factsFor(tab, grantId),
  };
}

/** `origin`: of our own pages, as the sender of a frame of ours names it. */
export function createGuidePorts(ledger: Ledger, id: string): GuidePorts {
  const steps = createSteps(ledger);
  const frames = new Map<Port, { tab: number }>();

  const tell = (port: Port, news: GuideNews) => {
    try {
      port.postMessage(news);
    } catch {
      frames.delete(port);
    }
  };

  async function show(port: Port, tab: number): Promise<void> {
    const grant = (await tabStates.get(tab))?.grant;
    const state = grant ? await guideState(grant, tab) : null;
    if (state) tell(port, { tell: 'state', state });
  }

  /** Lets a frame in: the key was made for this tab, and no other frame has used it. */
  async function admit(port: Port, key: string, nonce: string): Promise<void> {
    const tab = port.sender?.tab?.id;
    const known = await frameKeys.get(key);
    if (tab === undefined || known?.tab !== tab || (known.nonce !== null && known.nonce !== nonce)) {
      port.disconnect();
      return;
    }
    await frameKeys.set(key, { tab, nonce });
    frames.set(port, { tab });
    await show(port, tab);
  }

  async function answer(port: Port, tab: number, request: GuideRequest): Promise<void> {
    const grant = (await tabStates.get(tab))?.grant;
    if (!grant) return;
    switch (request.ask) {
      case 'confirm':
      case 'reopen':
      case 'justify': {
        const result =
          request.ask === 'justify'
            ? await steps.justify(grant, request.chosen, request.justification)
            : await steps[request.ask](grant, request.step);
        tell(port, result.ok ? { tell: 'done' } : { tell: 'refused', message: result.message });
        return changed(grant);
      }
      case 'show':
        await order(tab, { order: 'show', landmark: request.landmark });
        return;
      case 'point':
        await order(tab, { order: 'point', landmark: request.landmark });
        return;
      case 'size':
        await order(tab, {
          order: 'size',
          height: Math.min(Math.max(request.height, 32), 2000),
          collapsed: request.collapsed,
        });
        return;
      case 'choose': {
        const other = await db.grants.get(request.grant);
        if (!other) return;
        await chosenGrants.set(other.vendor, other.id);
        return guideEverywhere(other.vendor);
      }
      case 'hello':
        return;
    }
  }

  async function changed(grant: string): Promise<void> {
    await Promise.all(
      [...frames].map(async ([port, { tab }]) => {
        if ((await tabStates.get(tab))?.grant === grant) await show(port, tab);
      }),
    );
  }

  return {
    connect(port) {
      if (port.name !== 'guide' || port.sender?.id !== id || !port.sender.url?.includes('/guide.html'))
        return port.disconnect();
      let turn = Promise.resolve();
      port.onMessage.addListener((message: unknown) => {
        const request = GuideRequest.safeParse(message);
        if (!request.success) return;
        const { data } = request;
        turn = turn
          .then(() => {
            const frame = frames.get(port);
            if (data.ask === 'hello') return admit(port, data.key, data.nonce);
            return frame ? answer(port, frame.tab, data) : undefined;
          })
          .catch(() =>
            tell(port, { tell: 'refused', message: 'Grantbook could not do this. Nothing was lost: try again.' }),
          );
      });
      port.onDisconnect.addListener(() => {
        frames.delete(port);
      });
    },
    changed,
  };
}

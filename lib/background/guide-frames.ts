import type { Port } from '@/lib/browser';
import type { Grant } from '@/lib/domain/grant/grant';
import { vendorSettings } from '@/lib/domain/values/settings';
import { type GuideMessage, type GuidePage, type GuideState, withPage } from '@/lib/messaging/guide-port';
import { db } from '@/lib/storage/db';
import { frameKeys } from '@/lib/storage/frame-keys';
import { openGrants } from '@/lib/storage/standing-grants';
import { stored } from '@/lib/storage/stored-values';
import type { TabState } from '@/lib/storage/tab-state';
import { pageAdvice } from '@/lib/vendors/advising';
import { adviceFacts } from './advice-facts';

/** A frame that was let in: the tab that it is in, and the grant that it was opened for. */
export interface Frame {
  readonly tab: number;
  readonly grant: string;
  /** The page that it was shown last by `showPage`. */
  page?: GuidePage;
}

/** The guide's frames that were let in. They never touch storage: all that they show is sent to them here. */
export interface GuideFrames {
  /** Lets a frame in where the key was made for its tab and no other frame has used it; hangs up on every other. */
  admit(port: Port, key: string, nonce: string): Promise<void>;
  /** Returns the frame at a port's far end; undefined before it was let in. */
  at(port: Port): Frame | undefined;
  /**
   * Tells whether a tab still guides the grant that its frame was opened for; another frame is on its way where it does
   * not.
   */
  isCurrent(frame: Frame): Promise<boolean>;
  send(port: Port, message: GuideMessage): void;
  /** Reads the state of these grants' frames anew, or of every frame (null), and shows it. */
  show(grants: ReadonlySet<string> | null): Promise<void>;
  /** Shows the frames of a tab what its page shows now, at once: nothing is read. */
  showPage(tab: number, state: TabState): void;
  remove(port: Port): void;
}

/** Reads the other grants that the guide offers to turn to. */
async function otherGrants({ id, vendor }: Grant): Promise<GuideState['others']> {
  const open = await openGrants(db, vendor);
  return open.filter((other) => other.id !== id).map(({ id, ticket, email }) => ({ id, ticket, email }));
}

/** Reads all that the guide of a grant shows in a tab; null where the grant is not in the log. */
export async function guideState(grantId: string, tab: number): Promise<GuideState | null> {
  const grant = await db.grants.get(grantId);
  if (!grant) return null;
  const [others, settings, about, state] = await Promise.all([
    otherGrants(grant),
    stored.settings.read(),
    adviceFacts(grant.vendor, tab),
    stored.tabs.at(tab).read(),
  ]);
  return {
    grant,
    others,
    sso: vendorSettings(settings, grant.vendor).sso,
    message: settings.message,
    facts: state?.grant === grantId ? state.facts : null,
    about,
  };
}

export function createGuideFrames(): GuideFrames {
  const frames = new Map<Port, Frame>();

  const send = (port: Port, message: GuideMessage) => {
    try {
      port.postMessage(message);
    } catch {
      frames.delete(port);
    }
  };

  const isCurrent = async ({ tab, grant }: Frame) => (await stored.tabs.at(tab).read())?.grant === grant;

  async function show(port: Port, frame: Frame): Promise<void> {
    const before = frame.page;
    const state = (await isCurrent(frame)) ? await guideState(frame.grant, frame.tab) : null;
    if (!state) return;
    // Shown while the state was read, which may hold the page as it was before.
    send(port, { state: frame.page && frame.page !== before ? withPage(state, frame.page) : state });
  }

  return {
    async admit(port, key, nonce) {
      const tab = port.sender?.tab?.id;
      const claimed = tab === undefined ? null : await frameKeys.claim(key, tab, nonce);
      if (tab === undefined || !claimed) {
        frames.delete(port);
        return port.disconnect();
      }
      const frame = { tab, grant: claimed.grant };
      frames.set(port, frame);
      await show(port, frame);
    },
    at: (port) => frames.get(port),
    isCurrent,
    send,
    async show(grants) {
      const shown = [...frames].filter(([, { grant }]) => grants === null || grants.has(grant));
      await Promise.all(shown.map(([port, frame]) => show(port, frame)));
    },
    showPage(tab, { page, grant, facts }) {
      const vendor = page.recognised?.vendor;
      if (vendor === undefined) return;
      const told = { facts, about: pageAdvice(vendor, { ...page, facts }) };
      for (const [port, frame] of frames) {
        if (frame.tab !== tab || frame.grant !== grant) continue;
        frame.page = told;
        send(port, { page: told });
      }
    },
    remove: (port) => void frames.delete(port),
  };
}

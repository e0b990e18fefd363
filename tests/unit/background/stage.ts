import { type Background, createBackground } from '@/lib/background/background';
import type { Guidance } from '@/lib/domain/grant/guidance';
import type { GrantForm } from '@/lib/domain/grant/new-grant';
import type { PageFacts } from '@/lib/domain/grant/page-facts';
import type { AnyEntry } from '@/lib/domain/log/entry';
import type { Origin, OriginOf } from '@/lib/messaging/commands';
import type { PageCommand, PageCommandName } from '@/lib/messaging/page';
import type { Handlers, Sender } from '@/lib/messaging/router';
import { db } from '@/lib/storage/db';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import { vendorHosts } from '@/lib/vendors/hosts';
import { createFakePort, type FakePort, fakeBrowser, resetFakeBrowser } from '../../support/fake-browser';
import { email, facts, tabPage } from '../messaging/samples';

export const robin = { name: 'Robin Vale', email: 'robin@example.com' };

/** The tab that shows RudderStack's members page, and its content script: for the router, and for handlers. */
export const tab = 7;
export const contentScript: Sender = { id: 'grantbook', url: facts().url, frameId: 0, tab: { id: tab } };
export const vendorPage: OriginOf<'page.facts'> = { from: 'page', tab, host: 'app.rudderstack.com' };
/** The popup, likewise. */
export const popupPage: Sender = { id: 'grantbook', url: 'chrome-extension://grantbook/popup.html' };
export const popup: OriginOf<'grant.start'> = { from: 'ours', tab: null };

export const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const form = (change: Partial<GrantForm> = {}): GrantForm => ({
  ticket: 'IAM-1234',
  vendor: 'rudderstack',
  email,
  purpose: 'look',
  scope: [],
  temporary: false,
  accessEnds: '',
  approvedBy: 'Dana Whitfield',
  reason: 'Checks event delivery',
  ...change,
});

/** The background on an empty browser; `restart` is the worker killed and started again on what was stored. */
export interface Stage extends Background {
  handlers: Handlers;
  restart(): void;
}

/** Carries out commands without the router, so that a reply has its type. */
const handlersOf = ({ router }: Background): Handlers =>
  new Proxy({} as Handlers, {
    get: (_, command) => async (payload: unknown, origin: Origin) => router.run({ command, payload }, origin),
  });

function construct(): Omit<Stage, 'restart'> {
  const background = createBackground(
    {
      db,
      now: () => new Date(),
      uuid: () => crypto.randomUUID(),
      salt: () => crypto.getRandomValues(new Uint8Array(16)),
      actor: async () => robin,
      readHead: stored.head.read,
      saveHead: stored.head.write,
    },
    { id: 'grantbook', origin: 'chrome-extension://grantbook/', vendorHosts },
    async () => {},
  );
  return { ...background, handlers: handlersOf(background) };
}

export async function aStage(): Promise<Stage> {
  resetFakeBrowser();
  await Promise.all([db.entries.clear(), db.grants.clear()]);
  await saveSettings({ identity: robin });
  const stage: Stage = { ...construct(), restart: () => void Object.assign(stage, construct()) };
  return stage;
}

/** Starts a grant from the popup. */
export async function startGrant(stage: Stage, id: string, change: Partial<GrantForm> = {}): Promise<void> {
  const reply = await stage.handlers['grant.start']({ id, form: form(change) }, popup);
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
}

/** The content script of a tab tells that its page was recognised; answers what it is to guide. */
export function arrive(
  stage: Stage,
  change: Parameters<typeof tabPage>[0] = {},
  sender = vendorPage,
): Promise<Guidance | null> {
  return stage.handlers['page.changed']({ page: tabPage(change) }, sender);
}

/** The content script tells what the page shows of the person. */
export function tellFacts(stage: Stage, grant: string, page: PageFacts = facts(), sender = vendorPage) {
  return stage.handlers['page.facts']({ grant, facts: page }, sender);
}

/** Lets the tab's content script answer commands; returns those that it was sent. */
export function showPage(answers: Partial<Record<PageCommandName, unknown>> = { 'page.look': { facts: facts() } }) {
  const commands: PageCommand[] = [];
  fakeBrowser.tabs.sendMessage.mockImplementation(async (_tab, message) => {
    const sent = message as PageCommand;
    commands.push(sent);
    const answer = answers[sent.command];
    return typeof answer === 'function' ? answer(sent) : (answer ?? null);
  });
  return commands;
}

/** A guide's frame in a tab, as the vendor's page opened it. */
export function openFrame(stage: Stage, change: { name?: string; sender?: object } = {}): FakePort {
  const sender = { id: 'grantbook', url: 'chrome-extension://0f3b/guide.html#key', frameId: 4, tab: { id: tab } };
  const port = createFakePort(change.name ?? 'guide', { ...sender, ...change.sender });
  stage.connect(port.port);
  return port;
}

export const log = (): Promise<AnyEntry[]> => db.entries.orderBy('seq').toArray();
export const types = async (): Promise<string[]> => (await log()).map(({ type }) => type);

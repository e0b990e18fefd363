import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type ConnectionTransport, type Page } from 'puppeteer-core';
import { NodeWebSocketTransport } from 'puppeteer-core/internal/node/NodeWebSocketTransport.js';
import { ensureFirefox } from '../../scripts/lib/browsers.mjs';
import { buildFolder } from './builds.ts';
import { connectMarionette, type Marionette, type MarionetteElement } from './marionette.ts';
import { interceptPractice, type PracticeChoice } from './practice.ts';
import { until } from './until.ts';

/** The origin that the extension gets; Firefox draws one at random where a profile does not name it. */
const uuid = '6f0e2a3c-5d4b-4c1a-9e8f-7a6b5c4d3e2f';

export interface LaunchOptions {
  readonly practice?: PracticeChoice;
  /** An unpacked extension; the production build when left out. */
  readonly extension?: string;
}

/**
 * A Firefox with Grantbook in it. Vendor pages are driven over WebDriver BiDi, which can answer requests; pages and frames
 * of the extension over Marionette, because BiDi leaves them out. Both speak for the same session.
 */
export interface GrantbookFirefox {
  /** Opens a vendor's page in a new tab and makes it the one that `see` looks at. */
  vendorPage(url: string): Promise<Page>;
  /** Opens a page of the extension, such as `popup.html`, in a new tab and makes it the one that `see` looks at. */
  open(file: string): Promise<void>;
  /** Goes back to a vendor's tab. */
  show(page: Page): Promise<void>;
  /** Enters the guide in the vendor's page that is shown; `see` then looks into it. */
  enterGuide(): Promise<void>;
  /** Goes back from the guide to the page around it. */
  leaveGuide(): Promise<void>;
  /** Waits for an element by role and accessible name in the page or frame at hand. */
  see(role: string, name: string | RegExp): Promise<MarionetteElement>;
  marionette: Marionette;
  dispose(): Promise<void>;
}

const preferences = (id: string) => ({
  'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
  'marionette.port': 0,
  'remote.prefs.recommended': true,
  // Nothing leaves the machine.
  'network.proxy.type': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'ui.prefersReducedMotion': 1,
});

function writeProfile(folder: string, id: string): void {
  const lines = Object.entries(preferences(id)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(folder, 'user.js'), lines.join('\n'));
}

function geckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/** Lets Puppeteer join a session that is there already: a Firefox has only one, and Puppeteer always asks for a new one. */
async function joinSession(session: Awaited<ReturnType<Marionette['newSession']>>): Promise<Browser> {
  const socket = await NodeWebSocketTransport.create(session.capabilities.webSocketUrl);
  const transport: ConnectionTransport = {
    send: (message) => {
      const { id, method } = JSON.parse(message);
      if (method !== 'session.new') return socket.send(message);
      queueMicrotask(() => transport.onmessage?.(JSON.stringify({ type: 'success', id, result: session })));
    },
    close: () => socket.close(),
  };
  socket.onmessage = (message) => transport.onmessage?.(message);
  socket.onclose = () => transport.onclose?.();
  return puppeteer.connect({ transport, protocol: 'webDriverBiDi', defaultViewport: null });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
}

/**
 * Starts Firefox without a window, with the extension and a new profile.
 *
 * @throws when no Firefox is there, or the extension is not built
 */
export async function launch(options: LaunchOptions = {}): Promise<GrantbookFirefox> {
  const { practice = {} } = options;
  const extension = options.extension ?? buildFolder('firefox');
  const profile = mkdtempSync(join(tmpdir(), 'grantbook-firefox-'));
  writeProfile(profile, geckoId(extension));

  const child = spawn(
    ensureFirefox(),
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--width=1440',
      '--height=900',
      '--marionette',
      '--remote-debugging-port',
      '0',
      // Pages of an extension count as the browser's own.
      '--remote-allow-system-access',
    ],
    { stdio: 'ignore' },
  );

  const portFile = join(profile, 'MarionetteActivePort');
  const port = await until(
    'Firefox has started',
    () => (existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || undefined : undefined),
    30_000,
  );
  const marionette = await connectMarionette(port);
  const browser = await joinSession(await marionette.newSession());
  await browser.installExtension(extension);

  const handles = new Map<Page, string>();

  return {
    marionette,
    vendorPage: async (url) => {
      const before = await marionette.tabs();
      const page = await browser.newPage();
      await interceptPractice(page, practice);
      await page.goto(url);
      const handle = (await marionette.tabs()).find((tab) => !before.includes(tab));
      if (handle === undefined) throw new Error('The new tab is not there.');
      handles.set(page, handle);
      await marionette.switchToTab(handle);
      return page;
    },
    open: async (file) => {
      await marionette.openTab(`moz-extension://${uuid}/${file}`);
    },
    show: async (page) => {
      const handle = handles.get(page);
      if (handle === undefined) throw new Error('This page was not opened here.');
      await page.bringToFront();
      await marionette.switchToTab(handle);
    },
    enterGuide: async () => {
      await until('the guide is open in the page', async () => {
        for (let index = 0; await marionette.enterFrame(index); index += 1) {
          const url = await marionette.script<string | null>('return location.href;');
          // A frame that is still loading has no address.
          if (url?.startsWith(`moz-extension://${uuid}/guide.html`)) return true;
          await marionette.leaveFrame();
        }
        return undefined;
      });
    },
    leaveGuide: () => marionette.leaveFrame(),
    see: (role, name) => until(`there is a ${role} ${name}`, () => marionette.find(role, name)),
    dispose: async () => {
      await browser.disconnect();
      await marionette.quit();
      await ended(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

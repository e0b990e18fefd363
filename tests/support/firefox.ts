import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type ConnectionTransport, type Page } from 'puppeteer-core';
import { NodeWebSocketTransport } from 'puppeteer-core/internal/node/NodeWebSocketTransport.js';
import { interceptPractice, type PracticeChoice } from '../../practice/serve.mjs';
import { ensureFirefox } from '../../scripts/lib/browsers.mjs';
import { buildFolder } from './builds.ts';
import { connectMarionette, type Marionette, type MarionetteElement } from './marionette.ts';
import { until } from './until.ts';
import type { Act, Spot } from './walks.ts';

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
  /** Opens a vendor's page in a new tab and makes it the one that `see` looks at. `practice` says which console answers there. */
  vendorPage(url: string, practice?: PracticeChoice): Promise<Page>;
  /** Opens a page of the extension, such as `popup.html`, in a new tab and makes it the one that `see` looks at. */
  open(file: string): Promise<void>;
  /** Goes back to a vendor's tab. */
  show(page: Page): Promise<void>;
  /** Closes every tab but the first, which is empty. */
  closeTabs(): Promise<void>;
  /** Does on a vendor's page what a walk says. */
  act(page: Page, acts: readonly Act[]): Promise<void>;
  /** Waits in the vendor's page that is shown for a guide with such a heading and enters it; `see` then looks into it. */
  enterGuide(heading: RegExp): Promise<void>;
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
  // Its questions take an answer at once, and not only after half a second without a click.
  'security.notification_enable_delay': 0,
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
  const see: GrantbookFirefox['see'] = (role, name) =>
    until(`there is a ${role} ${name}`, () => marionette.find(role, name));
  const press = async (page: Page, spot: Spot) =>
    'css' in spot ? page.locator(spot.css).click() : (await see(spot.role, spot.name)).click();

  return {
    marionette,
    vendorPage: async (url, console = practice) => {
      const before = await marionette.tabs();
      const page = await browser.newPage();
      await interceptPractice(page, console);
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
    closeTabs: async () => {
      const [first, ...others] = await marionette.tabs();
      for (const tab of others) {
        await marionette.switchToTab(tab);
        await marionette.closeTab();
      }
      if (first !== undefined) await marionette.switchToTab(first);
      handles.clear();
    },
    act: async (page, acts) => {
      for (const one of acts) {
        if ('press' in one) await page.keyboard.press(one.press);
        else if ('click' in one) await press(page, one.click);
        else if ('css' in one.into) await page.locator(one.into.css).fill(one.type);
        else await (await see(one.into.role, one.into.name)).fill(one.type);
      }
    },
    enterGuide: (heading) =>
      until(`the guide says ${heading}`, async () => {
        try {
          for (let index = 0; await marionette.enterFrame(index); index += 1) {
            const url = await marionette.script<string | null>('return location.href;');
            // A frame that is still loading has no address.
            const isGuide = url?.startsWith(`moz-extension://${uuid}/guide.html`);
            if (isGuide && (await marionette.find('heading', heading)) !== undefined) return true;
            await marionette.leaveFrame();
          }
        } catch (error) {
          // Another grant takes over in a frame of its own, and the one before goes while it is looked into.
          if (!/no such (?:window|frame)/.test(String(error))) throw error;
          await marionette.leaveFrame();
        }
        return undefined;
      }).then(() => {}),
    leaveGuide: () => marionette.leaveFrame(),
    see,
    dispose: async () => {
      await browser.disconnect();
      await marionette.quit();
      await ended(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

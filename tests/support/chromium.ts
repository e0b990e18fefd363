import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  type ConsoleMessage,
  chromium,
  type Frame,
  type Page,
  type WebError,
} from 'playwright-core';
import { GENERATIONS, type PracticeChoice, routePractice } from '../../practice/serve.mjs';
import { ensureChromium } from '../../scripts/lib/browsers.mjs';
import { buildFolder } from './builds.ts';
import { patience, until } from './until.ts';

// Without this the real popup and the real side panel are no pages to Playwright.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

/** What a browser is started with. */
export interface ChromiumOptions {
  /** What the browser says that the person prefers; the system's own when left out and headed. */
  readonly colorScheme?: 'light' | 'dark';
  /** The window, in px. */
  readonly window?: { readonly width: number; readonly height: number };
  /** As the policy and the setting "Block third-party cookies" do: storage in frames of another origin is refused. */
  readonly blockThirdPartyStorage?: boolean;
  readonly headless?: boolean;
  /** The X display of a window, such as `:99`; the environment's own when left out. */
  readonly display?: string;
  /** The time zone of pages and background, such as `Pacific/Apia`; the system's own when left out. */
  readonly timeZone?: string;
}

export interface LaunchOptions extends ChromiumOptions {
  /** Which practice console each vendor's host shows. */
  readonly practice?: PracticeChoice;
  /** An unpacked extension; the production build when left out. */
  readonly extension?: string;
}

/** A Chromium with Grantbook in it, whose vendor hosts answer with the practice consoles and nothing else answers. */
export interface GrantbookChromium {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The first tab, on a page of the extension without code. Popups and the background cannot be reached once it is closed. */
  readonly firstTab: Page;
  /** What went wrong in pages and frames of ours so far: uncaught exceptions and what the console calls an error. */
  readonly problems: readonly string[];
  /** A new tab. */
  page(url: string): Promise<Page>;
  /** Opens the real popup over a tab, as a click on the toolbar button does; it closes when it loses the focus. */
  popup(over: Page): Promise<Page>;
  log(): Promise<Page>;
  options(): Promise<Page>;
  /** Waits for the real side panel that the person opened. */
  sidePanel(): Promise<Page>;
  /** Waits for the guide in a vendor's page. */
  guide(page: Page): Promise<Frame>;
  /** Waits for a surface of ours by its file, such as `log.html`, in a tab that something opened. */
  surface(file: string): Promise<Page>;
  /** Names the start of the background that runs now; another start has another name, and one that sleeps has none. */
  background(): Promise<string | undefined>;
  /** Ends the background as the browser does when it is idle. It starts again when something calls it. */
  killBackground(): Promise<void>;
  /** Puts the extension in anew, as an update does: what of it runs in open tabs is left an orphan. */
  update(): Promise<void>;
  dispose(): Promise<void>;
}

const defaultWindow = { width: 1440, height: 900 };

/** The id that the browser gives to an extension without a key: from where its folder is. */
function unpackedId(folder: string): string {
  const path = Buffer.from(folder, process.platform === 'win32' ? 'utf16le' : 'utf8');
  const digits = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return digits.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** Settings of a new profile. Third-party cookies: 0 allows, 1 blocks; Debian's Chromium blocks by itself. */
function writeProfile(folder: string, extension: string, blockThirdPartyStorage: boolean): void {
  mkdirSync(join(folder, 'Default'), { recursive: true });
  const preferences = {
    profile: { cookie_controls_mode: blockThirdPartyStorage ? 1 : 0 },
    // In the toolbar, and not behind the puzzle piece.
    extensions: { pinned_extensions: [unpackedId(extension)] },
  };
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** The frame of the guide in a vendor's page, if it is there now. */
export function findGuide(page: Page): Frame | undefined {
  return page.frames().find((frame) => /^chrome-extension:\/\/[^/]+\/guide\.html/.test(frame.url()));
}

interface DomNode {
  readonly shadowRootType?: string;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

/** Names of elements that carry a closed shadow root: what a page itself cannot find out, the browser tells. */
export async function closedShadowHosts(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const hosts: string[] = [];
  const visit = (node: DomNode): void => {
    if (node.shadowRoots?.some(({ shadowRootType }) => shadowRootType === 'closed')) hosts.push(node.nodeName);
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) visit(child);
  };
  visit(root);
  return hosts;
}

/** The words in closed shadow roots of a page, as a person reads them there; those of frames in them are not among these. */
export async function closedShadowText(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const texts: string[] = [];
  const visit = (node: DomNode, isShadow: boolean): void => {
    if (isShadow && node.nodeName === '#text') texts.push(node.nodeValue);
    if (node.nodeName !== 'STYLE') for (const child of node.children ?? []) visit(child, isShadow);
    for (const shadow of node.shadowRoots ?? []) visit(shadow, isShadow || shadow.shadowRootType === 'closed');
  };
  visit(root, false);
  return texts.join(' ');
}

/** A running Chromium, which may hold one Grantbook after another. */
export interface Chromium {
  /**
   * Puts a Grantbook in that has an origin of its own and nothing stored there. Disposing of it takes it out again, with
   * every tab and all that the practice consoles stored.
   *
   * @param build the folder of an unpacked extension
   */
  equip(build: string, practice: PracticeChoice): Promise<GrantbookChromium>;
  end(): Promise<void>;
}

/** Where the extension stands that a browser holds as its first, second …: another place gives it another origin. */
const extensionFolder = (folder: string, count: number) => join(folder, `extension-${count}`);

/** Forgets what the practice consoles stored in the browser. */
async function clearPractice(tab: Page): Promise<void> {
  const session = await tab.context().newCDPSession(tab);
  for (const origin of new Set(Object.values(GENERATIONS).map((one) => one.origin))) {
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  await session.detach();
}

/** Collects what goes wrong in pages and frames of an extension until it is told to stop. */
function watchProblems(context: BrowserContext) {
  const problems: string[] = [];
  const onConsole = (message: ConsoleMessage) => {
    const { url } = message.location();
    if (message.type() === 'error' && url.startsWith('chrome-extension:')) problems.push(`${url}: ${message.text()}`);
  };
  const onError = (error: WebError) => {
    const stack = error.error().stack ?? error.error().message;
    if (stack.includes('chrome-extension:')) problems.push(stack);
  };
  context.on('console', onConsole).on('weberror', onError);
  return {
    problems,
    stop: () => {
      context.off('console', onConsole).off('weberror', onError);
    },
  };
}

/** What tests do with an extension that is loaded. */
function grantbook(
  context: BrowserContext,
  session: CDPSession,
  { extension, id, firstTab }: { extension: string; id: string; firstTab: Page },
): Omit<GrantbookChromium, 'problems' | 'dispose'> {
  const ours = `chrome-extension://${id}/`;
  const surfaceNow = (file: string) => context.pages().filter((page) => page.url().startsWith(`${ours}${file}`));

  const surface = (file: string) => until(`${file} is open`, () => surfaceNow(file).at(-1));

  const open = async (url: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };

  /** Runs in a page of the extension's origin that has no code of ours, in a tab behind the others. */
  const asExtension = <Answer>(script: string): Promise<Answer> => firstTab.evaluate<Answer>(script);

  const background = async (): Promise<string | undefined> => {
    const [running] = await asExtension<readonly { contextId: string }[]>(
      "chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })",
    );
    return running?.contextId;
  };

  return {
    context,
    extensionId: id,
    firstTab,
    page: open,
    popup: async (over) => {
      for (const page of surfaceNow('popup.html')) await page.close();
      await over.bringToFront();
      await asExtension('chrome.action.openPopup()');
      const popup = await surface('popup.html');
      await popup.waitForLoadState();
      return popup;
    },
    log: () => open(`${ours}log.html`),
    options: () => open(`${ours}options.html`),
    sidePanel: () => surface('sidepanel.html'),
    guide: (page) => until('the guide is open in the page', () => findGuide(page)),
    surface,
    background,
    killBackground: async () => {
      const before = await background();
      const { targetInfos } = await session.send('Target.getTargets');
      const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(ours));
      if (before === undefined || target === undefined) throw new Error('The background does not run.');
      await session.send('Target.closeTarget', { targetId: target.targetId });
      // Whatever calls may have started it again already; its target keeps its id then.
      await until('the background has ended', async () => ((await background()) === before ? undefined : true));
    },
    update: async () => {
      await session.send('Extensions.loadUnpacked', { path: extension });
    },
  };
}

/**
 * Starts Chromium, Chrome or Edge with a new profile.
 *
 * @throws when no browser is there
 */
export async function startChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const { window = defaultWindow, blockThirdPartyStorage = false, headless = true } = options;
  const executablePath = ensureChromium();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'grantbook-chromium-'));
  const profile = join(folder, 'profile');
  writeProfile(profile, extensionFolder(folder, 1), blockThirdPartyStorage);

  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    env: {
      ...process.env,
      ...(options.display === undefined ? {} : { DISPLAY: options.display }),
      ...(options.timeZone === undefined ? {} : { TZ: options.timeZone }),
    },
    // The real sizes of popup, side panel and window instead of an emulated one.
    viewport: null,
    colorScheme: options.colorScheme ?? (headless ? 'light' : null),
    reducedMotion: options.colorScheme === undefined && !headless ? null : 'reduce',
    acceptDownloads: true,
    ignoreDefaultArgs: ['--disable-extensions', ...(headless ? [] : ['--enable-automation'])],
    args: [
      '--enable-unsafe-extension-debugging',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--window-size=${window.width},${window.height}`,
      '--window-position=0,0',
      // Routing answers before a name is looked up; whatever is not routed finds no host.
      '--host-resolver-rules=MAP * ~NOTFOUND',
    ],
    // The sandbox refuses root, which is what a CI container runs as.
    chromiumSandbox: process.getuid?.() !== 0 && !headless,
  });
  const end = async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const browser = context.browser();
  if (browser === null) {
    await end();
    throw new Error('This browser gives no session for loading an extension.');
  }
  context.setDefaultTimeout(patience);
  context.setDefaultNavigationTimeout(2 * patience);
  const session = await browser.newBrowserCDPSession();

  let count = 0;
  return {
    equip: async (build, practice) => {
      count += 1;
      const extension = extensionFolder(folder, count);
      cpSync(build, extension, { recursive: true });
      // By command and not by switch: Chrome and Edge ignore `--load-extension`.
      const { id } = await session.send('Extensions.loadUnpacked', { path: extension });
      await routePractice(context, practice);
      const firstTab = context.pages()[0] ?? (await context.newPage());
      await firstTab.goto(`chrome-extension://${id}/manifest.json`);
      const { problems, stop } = watchProblems(context);
      return {
        ...grantbook(context, session, { extension, id, firstTab }),
        problems,
        dispose: async () => {
          stop();
          // A browser without a tab ends, and an extension takes its tabs along.
          const last = await context.newPage();
          await Promise.all(context.pages().map((page) => (page === last ? undefined : page.close())));
          await session.send('Extensions.uninstall', { id });
          await context.unrouteAll({ behavior: 'ignoreErrors' });
          await clearPractice(last);
        },
      };
    },
    end,
  };
}

/**
 * Starts a browser with one Grantbook in it.
 *
 * @throws when no browser is there, or the extension is not built
 */
export async function launch(options: LaunchOptions = {}): Promise<GrantbookChromium> {
  const { practice = {}, extension = buildFolder('chromium'), ...own } = options;
  const { equip, end } = await startChromium(own);
  try {
    return { ...(await equip(extension, practice)), dispose: end };
  } catch (error) {
    await end();
    throw error;
  }
}

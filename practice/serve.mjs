// Plain JavaScript: Node runs it before anything is built.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const built = fileURLToPath(new URL('../.output/practice/', import.meta.url));

/**
 * The addresses of one console, as its `addresses.json` gives them: plausible, most are not documented.
 *
 * @typedef {object} Addresses
 * @property {string} team where people are invited
 * @property {boolean} [default] stands at the vendor's host where nothing else is asked for
 * @property {Readonly<Record<string, string>>} pages paths of the pages that the generation's pack knows, by their ids
 * @property {readonly string[]} siblings paths of pages that must not be taken for any of them
 */

/**
 * @typedef {Addresses & { vendor: string, origin: string }} PracticeConsole
 * @typedef {Readonly<Record<string, string>>} PracticeChoice the generation that each vendor's host shows, by vendor
 * @typedef {{ status: number, contentType: string, body: Buffer, headers?: Readonly<Record<string, string>> }} PracticeAnswer
 */

/** @type {(path: string) => string[]} */
const foldersIn = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Every practice console, by its generation: one for each folder that holds `addresses.json`. */
export const GENERATIONS = Object.fromEntries(
  foldersIn(folder).flatMap((vendor) =>
    foldersIn(join(folder, vendor)).flatMap((generation) => {
      const file = join(folder, vendor, generation, 'addresses.json');
      if (!existsSync(file)) return [];
      /** @type {Addresses} */
      const addresses = JSON.parse(readFileSync(file, 'utf8'));
      /** @type {PracticeConsole} */
      const found = { ...addresses, vendor, origin: new URL(addresses.team).origin };
      return [[generation, found]];
    }),
  ),
);

/** @param {string} generation */
function consoleOf(generation) {
  const found = GENERATIONS[generation];
  if (found === undefined) throw new Error(`There is no practice console ${generation}.`);
  return found;
}

/** @param {string} generation */
export const vendorOf = (generation) => consoleOf(generation).vendor;

/** @param {string} generation */
export const teamUrl = (generation) => consoleOf(generation).team;

/**
 * Returns the addresses of a console's pages that a pack knows, by their ids there.
 *
 * @param {string} generation
 * @returns {Readonly<Record<string, string>>}
 */
export function pageUrls(generation) {
  const { origin, pages } = consoleOf(generation);
  return Object.fromEntries(Object.entries(pages).map(([id, path]) => [id, origin + path]));
}

/**
 * Returns the addresses of a console's other pages, which must not be recognised.
 *
 * @param {string} generation
 */
export function siblingUrls(generation) {
  const { origin, siblings } = consoleOf(generation);
  return siblings.map((path) => origin + path);
}

/** @type {Readonly<Record<string, string>>} */
const CONTENT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** As strict as a console can be whose library writes styles: nothing of an extension passes it by being let through. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; frame-src 'none'",
};

/** @param {string} path */
async function file(path) {
  const whole = normalize(join(built, path));
  if (!whole.startsWith(built.endsWith(sep) ? built : built + sep)) return null;
  try {
    return await readFile(whole);
  } catch {
    return null;
  }
}

/** @type {(what: string) => PracticeAnswer} */
const missing = (what) => ({
  status: 404,
  contentType: 'text/plain; charset=utf-8',
  body: Buffer.from(`Not built: ${what}. Run: npx vite build -c practice/vite.config.ts`),
});

/**
 * Answers a request: with a file for `/assets/…`, with the console's page for any other path of a vendor's host (404
 * with the build command when it is not built).
 *
 * @param {URL} url
 * @param {PracticeChoice} [choice] the consoles that are none of the default ones
 * @returns {Promise<PracticeAnswer | null>} null for every other host: abort those
 */
export async function practiceResponse(url, choice = {}) {
  const here = Object.entries(GENERATIONS).filter(([, { origin }]) => origin === url.origin);
  if (here[0] === undefined) return null;
  if (url.pathname.startsWith('/assets/')) {
    const body = await file(decodeURIComponent(url.pathname));
    if (body === null) return missing(url.pathname);
    return { status: 200, contentType: CONTENT_TYPES[extname(url.pathname)] ?? 'application/octet-stream', body };
  }
  if (url.pathname === '/favicon.ico') return { status: 204, contentType: 'image/x-icon', body: Buffer.alloc(0) };
  const { vendor } = here[0][1];
  const chosen = choice[vendor];
  const shown = here.find(([name, one]) => (chosen === undefined ? one.default : name === chosen));
  if (shown === undefined) throw new Error(`${chosen ?? 'The default'} is no generation of ${vendor}.`);
  const body = await file(`${vendor}/${shown[0]}/index.html`);
  if (body === null) return missing(`${vendor}/${shown[0]}`);
  return { status: 200, contentType: 'text/html; charset=utf-8', body, headers };
}

/** Only web requests are ours to answer; the extension's own pages and data URLs go on. @param {URL} url */
const isWeb = (url) => url.protocol === 'http:' || url.protocol === 'https:';

/**
 * Answers every web request of a context of Playwright, and aborts what is not a vendor's.
 *
 * @param {Pick<import('playwright-core').BrowserContext, 'route'>} context
 * @param {PracticeChoice} [choice]
 */
export async function routePractice(context, choice = {}) {
  await context.route(
    (url) => isWeb(url),
    async (route) => {
      const answer = await practiceResponse(new URL(route.request().url()), choice);
      if (answer === null) await route.abort('blockedbyclient');
      else await route.fulfill(answer);
    },
  );
}

/**
 * Does the same for one page of Puppeteer. Turns request interception on.
 *
 * @param {Pick<import('puppeteer-core').Page, 'setRequestInterception' | 'on' | 'isClosed'>} page
 * @param {PracticeChoice} [choice]
 */
export async function interceptPractice(page, choice = {}) {
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    try {
      const url = new URL(request.url());
      if (!isWeb(url)) return await request.continue();
      const answer = await practiceResponse(url, choice);
      if (answer === null) await request.abort('blockedbyclient');
      else await request.respond(answer);
    } catch (error) {
      // A page that closes in the middle of a request is no failure.
      if (!page.isClosed()) throw error;
    }
  });
}

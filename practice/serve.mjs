// Plain JavaScript: scripts import it in Node before anything is built. Types are in serve.d.mts.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../.output/practice/', import.meta.url));

/**
 * Paths are plausible, most are not documented. `pages` are those that a pack of `lib/vendors/` knows, by their ids there;
 * siblings must not be taken for any of them.
 */
export const GENERATIONS = {
  teammates: {
    vendor: 'rudderstack',
    teamPath: '/settings/teammates',
    pages: { teammates: '/settings/teammates', tokens: '/settings/tokens' },
    siblings: [
      '/connections',
      '/sources',
      '/destinations',
      '/settings/general',
      '/settings/billing',
      '/settings/security',
      '/settings/company',
    ],
  },
  members: {
    vendor: 'rudderstack',
    teamPath: '/settings/members',
    pages: { members: '/settings/members', tokens: '/settings/account' },
    siblings: [
      '/connections',
      '/sources',
      '/sources/ios-production?tab=overview',
      '/sources/ios-production?tab=permissions',
      '/destinations',
      '/transformations',
      '/settings/usage',
      '/settings/company',
      '/settings/data-management',
      '/settings/notifications',
      '/settings/audit-logs',
    ],
  },
  organization: {
    vendor: 'rudderstack',
    teamPath: '/organization?tab=members',
    pages: { members: '/organization?tab=members', tokens: '/organization?tab=service_access_tokens' },
    siblings: [
      '/connections',
      '/sources',
      '/organization?tab=general',
      '/organization?tab=billing',
      '/workspace?tab=general',
      '/workspace?tab=data_privacy',
      '/workspace?tab=audit_logs',
      '/profile',
    ],
  },
  'access-management': {
    vendor: 'rudderstack',
    teamPath: '/organization?tab=invitations',
    // A member's and a group's details are reached from these by a click, at the same address.
    pages: {
      invitations: '/organization?tab=invitations',
      users: '/organization?tab=users',
      groups: '/organization?tab=groups',
      tokens: '/organization?tab=service_access_tokens',
    },
    siblings: [
      '/connections',
      '/sources',
      '/sources/ios-production?tab=permissions',
      '/organization?tab=general',
      '/organization?tab=billing',
      '/organization?tab=baseline_workspace_policies',
      '/workspace?tab=general',
      '/workspace?tab=audit_logs',
      '/profile',
    ],
  },
  'team-members': {
    vendor: 'logrocket',
    teamPath: '/acme/production/settings/team-members',
    pages: {
      'team-members': '/acme/production/settings/team-members',
      'team-roles': '/acme/production/settings/roles',
      'api-keys': '/acme/production/settings/api-keys',
    },
    siblings: [
      '/acme/production/sessions',
      '/acme/production/issues',
      '/acme/production/settings/general',
      '/acme/production/settings/setup',
      '/acme/production/settings/plans',
      '/acme/production/settings/audit-log',
      '/acme/production/settings/sso',
    ],
  },
  'organization-team': {
    vendor: 'logrocket',
    teamPath: '/acme/production/settings/team',
    pages: { team: '/acme/production/settings/team', 'api-keys': '/acme/production/settings/api-keys' },
    siblings: [
      '/acme/production/sessions',
      '/acme/production/issues',
      '/acme/production/settings/general',
      '/acme/production/settings/setup',
      '/acme/production/settings/plans',
      '/acme/production/settings/audit-log',
      '/acme/production/settings/sso',
    ],
  },
};

/** The vendors' hosts. Nothing else is answered. */
export const VENDOR_ORIGINS = {
  rudderstack: 'https://app.rudderstack.com',
  logrocket: 'https://app.logrocket.com',
};

export const DEFAULT_CHOICE = { rudderstack: 'members', logrocket: 'organization-team' };

export function vendorOf(generation) {
  return GENERATIONS[generation].vendor;
}

export function teamUrl(generation) {
  const { vendor, teamPath } = GENERATIONS[generation];
  return VENDOR_ORIGINS[vendor] + teamPath;
}

export function pageUrls(generation) {
  const { vendor, pages } = GENERATIONS[generation];
  return Object.fromEntries(Object.entries(pages).map(([id, path]) => [id, VENDOR_ORIGINS[vendor] + path]));
}

export function siblingUrls(generation) {
  const { vendor, siblings } = GENERATIONS[generation];
  return siblings.map((path) => VENDOR_ORIGINS[vendor] + path);
}

export const VENDOR_URLS = Object.fromEntries(Object.keys(GENERATIONS).map((name) => [name, teamUrl(name)]));

const CONTENT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

function vendorAt(url) {
  return Object.keys(VENDOR_ORIGINS).find((vendor) => VENDOR_ORIGINS[vendor] === url.origin);
}

async function file(path) {
  const whole = normalize(join(built, path));
  if (!whole.startsWith(built.endsWith(sep) ? built : built + sep)) return null;
  try {
    return await readFile(whole);
  } catch {
    return null;
  }
}

const missing = (what) => ({
  status: 404,
  contentType: 'text/plain; charset=utf-8',
  body: Buffer.from(`Not built: ${what}. Run: npx vite build -c practice/vite.config.ts`),
});

export async function practiceResponse(url, choice = {}) {
  const vendor = vendorAt(url);
  if (vendor === undefined) return null;
  if (url.pathname.startsWith('/assets/')) {
    const body = await file(decodeURIComponent(url.pathname));
    if (body === null) return missing(url.pathname);
    return { status: 200, contentType: CONTENT_TYPES[extname(url.pathname)] ?? 'application/octet-stream', body };
  }
  if (url.pathname === '/favicon.ico') return { status: 204, contentType: 'image/x-icon', body: Buffer.alloc(0) };
  const generation = choice[vendor] ?? DEFAULT_CHOICE[vendor];
  if (GENERATIONS[generation]?.vendor !== vendor) throw new Error(`${generation} is no generation of ${vendor}.`);
  const body = await file(`${vendor}/${generation}/index.html`);
  if (body === null) return missing(`${vendor}/${generation}`);
  return { status: 200, contentType: CONTENT_TYPES['.html'], body };
}

/** Only web requests are ours to answer; the extension's own pages and data URLs go on. */
const isWeb = (url) => url.protocol === 'http:' || url.protocol === 'https:';

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

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { buildFolder } from '../support/builds.ts';

/** What we promise to every admin who installs Grantbook. A line more here is a decision, not an accident. */
const vendorHosts = ['https://app.logrocket.com/*', 'https://app.rudderstack.com/*'];

const promises = [
  {
    browser: 'chromium',
    permissions: ['alarms', 'sidePanel', 'storage'],
    resources: [{ resources: ['guide.html', 'page-reader.js'], matches: vendorHosts, use_dynamic_url: true }],
  },
  {
    browser: 'firefox',
    permissions: ['alarms', 'storage'],
    resources: [{ resources: ['guide.html', 'page-reader.js'], matches: vendorHosts }],
  },
] as const;

type Manifest = Browser.runtime.ManifestV3 & { readonly [key: string]: unknown };
type Kind = (typeof promises)[number]['browser'];

const readManifest = (browser: Kind): Manifest =>
  JSON.parse(readFileSync(join(buildFolder(browser), 'manifest.json'), 'utf8'));

const files = (browser: Kind, ending: string) =>
  readdirSync(buildFolder(browser), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(buildFolder(browser), name), 'utf8') }));

/** The scripts that each script of the pages imports before it runs, by file name. */
const importsOf = (browser: Kind): ReadonlyMap<string, readonly string[]> =>
  new Map(
    files(browser, '.js')
      .filter(({ name }) => name.startsWith('chunks'))
      .map(({ name, text }) => [
        basename(name),
        [...text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(([, imported]) => imported ?? ''),
      ]),
  );

/** A script with all that it needs. */
function reachedFrom(name: string, scripts: ReadonlyMap<string, readonly string[]>, reached = new Set<string>()) {
  if (reached.has(name)) return reached;
  reached.add(name);
  for (const imported of scripts.get(name) ?? []) reachedFrom(imported, scripts, reached);
  return reached;
}

const sorted = (values: readonly string[] = []) => [...values].sort();

describe.each(promises)('the $browser build', ({ browser, permissions, resources }) => {
  it('asks for these permissions and no other', () => {
    const manifest = readManifest(browser);

    expect(sorted(manifest.permissions)).toEqual(permissions);
    expect(manifest.optional_permissions).toEqual(['notifications']);
  });

  it('reaches the two vendor hosts through its content script and no host otherwise', () => {
    const manifest = readManifest(browser);

    expect(manifest.content_scripts).toHaveLength(1);
    expect(sorted(manifest.content_scripts?.[0]?.matches)).toEqual(vendorHosts);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions ?? []).toEqual([]);
  });

  it('puts one script without styles into the top frame only, in the isolated world', () => {
    const [script] = readManifest(browser).content_scripts ?? [];

    expect(script?.js).toHaveLength(1);
    expect(script?.css ?? []).toEqual([]);
    expect(script?.all_frames ?? false).toBe(false);
    expect(script?.world ?? 'ISOLATED').toBe('ISOLATED');
  });

  it('lets the vendor hosts embed the guide and import the reader, and nothing else', () => {
    const found = readManifest(browser).web_accessible_resources as { matches: string[] }[] | undefined;

    expect(found?.map((entry) => ({ ...entry, matches: sorted(entry.matches) }))).toEqual(resources);
  });

  it('has a reader that is one module, which imports nothing and names nothing to the page', () => {
    const code = readFileSync(join(buildFolder(browser), 'page-reader.js'), 'utf8');

    expect(code).toMatch(/export\s*\{\s*\w+ as readPage\s*\}/);
    expect(code).not.toMatch(/\bimport\b|\b(?:globalThis|window|self)\.\w+\s*=[^=]/);
  });

  it('lets an organization set by policy what docs/policy.md says', () => {
    const { storage } = readManifest(browser) as { storage?: unknown };
    const schema = JSON.parse(readFileSync(join(buildFolder(browser), 'managed-policy.json'), 'utf8'));
    const told = readFileSync('docs/policy.md', 'utf8').matchAll(/^\| `(\w+)` \|/gm);

    expect(storage).toEqual(browser === 'chromium' ? { managed_schema: 'managed-policy.json' } : undefined);
    expect(Object.keys(schema.properties)).toEqual([...told].map(([, name]) => name));
  });

  it('lets no page and no other extension send messages', () => {
    expect(readManifest(browser).externally_connectable).toBeUndefined();
  });

  it('connects to nothing, runs its own files only, and is framed by the vendors’ pages alone', () => {
    const manifest = readManifest(browser);

    expect(manifest.manifest_version).toBe(3);
    expect(manifest.content_security_policy).toEqual({
      extension_pages:
        "default-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'self' https://app.logrocket.com https://app.rudderstack.com; upgrade-insecure-requests",
    });
  });

  it('names pages that are there', () => {
    const manifest = readManifest(browser);
    const panel =
      browser === 'chromium'
        ? manifest.side_panel?.default_path
        : (manifest.sidebar_action as { default_panel?: string } | undefined)?.default_panel;
    const named = [manifest.action?.default_popup, panel, manifest.options_ui?.page];

    const present = files(browser, '.html').map(({ name }) => name);

    expect(named).toEqual(['popup.html', 'sidepanel.html', 'options.html']);
    expect(present).toEqual(expect.arrayContaining([...named, 'guide.html', 'log.html']));
  });

  it('has icons that are there', () => {
    const icons = Object.entries(readManifest(browser).icons ?? {});

    expect(icons.map(([size]) => size)).toEqual(expect.arrayContaining(['16', '48', '128']));
    for (const [size, path] of icons) {
      const png = readFileSync(join(buildFolder(browser), path));
      // Width and height of a PNG are big-endian numbers at bytes 16 and 20.
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([Number(size), Number(size)]);
    }
  });

  it('has no script that needs itself: it would find what it imports empty', () => {
    const scripts = importsOf(browser);
    const inCircles = [...scripts.keys()].filter((name) =>
      (scripts.get(name) ?? []).some((imported) => reachedFrom(imported, scripts).has(name)),
    );

    expect(scripts.size).toBeGreaterThan(5);
    expect(inCircles).toEqual([]);
  });

  it.each([
    { page: 'log.html', opens: true },
    { page: 'guide.html', opens: false },
  ])('$page loads what opens the database: $opens', ({ page, opens }) => {
    const scripts = importsOf(browser);
    const html = readFileSync(join(buildFolder(browser), page), 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\/chunks\/([^"]+\.js)"/g)].map(([, name]) => name ?? '');

    const loaded = new Set(named.flatMap((name) => [...reachedFrom(name, scripts)]));

    const opening = files(browser, '.js').filter(({ text }) => text.includes('IDBKeyRange'));
    expect(opening.some(({ name }) => loaded.has(basename(name)))).toBe(opens);
  });

  it('loads no code from elsewhere and evaluates none', () => {
    const remote = files(browser, '.html').filter(({ text }) => /(?:src|href)="(?:https?:)?\/\//.test(text));
    const evaluated = files(browser, '.js').filter(({ text }) =>
      /\beval\(|\bnew Function\(|\bimportScripts\(/.test(text),
    );

    expect(remote.map(({ name }) => name)).toEqual([]);
    expect(evaluated.map(({ name }) => name)).toEqual([]);
  });
});

describe('the firefox build', () => {
  it('has a lasting id, the oldest version that runs it, and collects nothing', () => {
    const { gecko } = readManifest('firefox').browser_specific_settings as { gecko: Record<string, unknown> };

    expect(gecko).toEqual({
      id: 'grantbook@grantbook.invalid',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    });
  });
});

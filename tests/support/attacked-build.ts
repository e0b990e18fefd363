import { appendFileSync, cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFolder } from './builds.ts';

/** Values that would steer Grantbook, or ruin its log, if anything believed them. */
export const planted = {
  settings: {
    identity: { name: 'Mallory', email: 'mallory@evil.example' },
    retentionMonths: 1,
    ticketLink: 'https://evil.example/{ticket}',
  },
  draft: { ticket: '#666', vendor: 'rudderstack', email: 'mallory@evil.example' },
  head: { seq: Number.MAX_SAFE_INTEGER, hash: 'f'.repeat(64), log: '00000000-0000-4000-8000-000000000000' },
  forgotten: { key: '0'.repeat(64), people: [] },
  corrections: [{ vendor: 'rudderstack', generation: 'members', landmark: 'invite', selector: 'body' }],
} as const;

/** The answer of the attacked content script: what it read, and which calls were refused. */
export interface Loot {
  read: Record<string, unknown>;
  refused: string[];
}

/**
 * Runs in the isolated world of the content script, as code that took it over could: reads and rewrites every area that
 * it reaches.
 */
const attack = `
addEventListener('grantbook-attack', async ({ detail }) => {
  const { storage } = globalThis.browser ?? globalThis.chrome;
  const loot = { read: {}, refused: [] };
  const tried = async (name, call) => {
    try {
      const found = await call();
      if (found !== undefined) loot.read[name] = found;
    } catch {
      loot.refused.push(name);
    }
  };
  for (const area of ['local', 'session', 'sync']) {
    await tried(area + '.get', () => storage[area].get(null));
    await tried(area + '.clear', () => storage[area].clear());
    await tried(area + '.set', () => storage[area].set(JSON.parse(detail)));
    await tried(area + '.setAccessLevel', () =>
      storage[area].setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' }),
    );
  }
  await tried('indexedDB', async () => (await indexedDB.databases()).map(({ name }) => name));
  document.documentElement.dataset.loot = JSON.stringify(loot);
});`;

/** Copies a production build and puts the attack into its content script; `attackExpression` sets it off. */
export function attackedBuild(browser: 'chromium' | 'firefox'): string {
  const folder = mkdtempSync(join(tmpdir(), 'grantbook-attacked-'));
  cpSync(buildFolder(browser), folder, { recursive: true });
  const { content_scripts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  appendFileSync(join(folder, content_scripts[0].js[0]), attack);
  return folder;
}

/** Is what a page evaluates to set the attack off: an expression that gives the loot as JSON. */
export const attackExpression = `(async () => {
  const detail = ${JSON.stringify(JSON.stringify(planted))};
  dispatchEvent(new CustomEvent('grantbook-attack', { detail }));
  while (document.documentElement.dataset.loot === undefined) await new Promise((go) => setTimeout(go, 20));
  return document.documentElement.dataset.loot;
})()`;

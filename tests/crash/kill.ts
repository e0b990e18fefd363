import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { verify } from '@/lib/domain/chain';
import type { AnyEntry } from '@/lib/domain/entry';
import { projectAll } from '@/lib/domain/projection';
import { ensureChromium } from '../../scripts/lib/browsers.mjs';
import { buildFolder } from '../support/builds.ts';

/** What is killed. */
export type Victim = 'worker' | 'tab' | 'browser';

/** What one kill found: nothing is wrong where `wrong` is null. */
export interface Killed {
  victim: Victim;
  /** How long after the write was asked for, ms. */
  after: number;
  /** Whether the answer had come by then. */
  acknowledged: boolean;
  wrong: string | null;
}

const args = [
  '--enable-unsafe-extension-debugging',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

interface Stored {
  entries: AnyEntry[];
  grants: { id: string; pressingFrom?: string; reviewFrom?: string }[];
}

/** Reads the database as it is on disk, with no code of ours. */
const readAll = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('grantbook');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    const answer = {};
    const names = ['entries', 'grants'];
    if (!db.objectStoreNames.contains('entries')) { db.close(); return resolve({ entries: [], grants: [] }); }
    const reading = db.transaction(names);
    for (const name of names) reading.objectStore(name).getAll().onsuccess = (event) => { answer[name] = event.target.result; };
    reading.oncomplete = () => { db.close(); resolve(answer); };
  };
})`;

/** One Chromium on one profile, killed again and again while it writes. */
export async function harness(): Promise<{
  kill(victim: Victim, after: number): Promise<Killed>;
  end(): Promise<void>;
}> {
  const profile = mkdtempSync(join(tmpdir(), 'grantbook-crash-'));
  const extension = buildFolder('chromium');
  let context: BrowserContext;
  let page: Page;
  let id = '';
  let made = 0;
  /** Every write that was acknowledged, in order: id of the grant. */
  const acknowledged: string[] = [];

  async function start(): Promise<void> {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: ensureChromium(),
      headless: true,
      ignoreDefaultArgs: ['--disable-extensions'],
      args,
      chromiumSandbox: false,
    });
    const browser = context.browser();
    if (!browser) throw new Error('This browser gives no session.');
    const session = await browser.newBrowserCDPSession();
    ({ id } = await session.send('Extensions.loadUnpacked', { path: extension }));
    await openTab();
  }

  async function openTab(): Promise<void> {
    page = await context.newPage();
    await page.goto(`chrome-extension://${id}/manifest.json`);
  }

  const ask = (request: string, payload: unknown) =>
    page.evaluate<{ ok?: boolean } | undefined>(`chrome.runtime.sendMessage(${JSON.stringify({ request, payload })})`);

  const startGrant = (grant: string) =>
    ask('grant.start', {
      id: grant,
      form: {
        ticket: `IAM-${made}`,
        vendor: 'rudderstack',
        email: `person${made}@northwind.example`,
        purpose: 'look',
        scope: ['Production'],
        temporary: false,
        accessEnds: '',
        approvedBy: 'Dana Whitfield',
        reason: 'Crash test',
      },
    });

  async function killWorker(): Promise<void> {
    const session = await context.browser()?.newBrowserCDPSession();
    const { targetInfos } = (await session?.send('Target.getTargets')) ?? { targetInfos: [] };
    const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
    if (target) await session?.send('Target.closeTarget', { targetId: target.targetId });
    await session?.detach();
  }

  /** The browser and every process of it, at once, as a power cut does: found by the profile that only it uses. */
  function killBrowser(): void {
    const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
    const ours = processes.split('\n').filter((line) => line.includes(profile));
    for (const line of ours) {
      try {
        process.kill(Number.parseInt(line, 10), 'SIGKILL');
      } catch {
        // It ended with its parent.
      }
    }
  }

  /** Nothing acknowledged is lost, nothing doubled, the chain holds, and the projections equal a rebuild. */
  async function check(asked: string): Promise<string | null> {
    const { entries, grants } = await page.evaluate<Stored>(readAll);
    const started = entries.filter(({ type }) => type === 'grant.started').map(({ grant }) => grant);
    const verdict = verify(entries);
    if (!verdict.ok) return verdict.message;
    const lost = acknowledged.find((grant) => !started.includes(grant));
    if (lost) return `${lost} was acknowledged and is lost`;
    if (new Set(started).size !== started.length) return 'an entry is doubled';
    const created = entries.filter(({ type }) => type === 'log.created').length;
    if (created > 1) return 'a loss is told that there was not';
    const rebuilt = projectAll(entries);
    for (const { pressingFrom: _from, reviewFrom: _review, ...grant } of grants) {
      if (JSON.stringify(rebuilt.get(grant.id)) !== JSON.stringify(grant)) return `${grant.id} differs from a rebuild`;
    }
    if (grants.length !== rebuilt.size) return 'grants are missing or too many';
    // Sent again, as the page does that got no answer: still once.
    await startGrant(asked);
    const again = await page.evaluate<Stored>(readAll);
    const times = again.entries.filter(({ type, grant }) => type === 'grant.started' && grant === asked).length;
    return times === 1 ? null : `sent again, ${asked} stands ${times} times in the log`;
  }

  await start();
  await ask('identity.save', { name: 'Dana Whitfield', email: 'dana.whitfield@acme.example' });

  return {
    async kill(victim, after) {
      made += 1;
      const grant = crypto.randomUUID();
      let answered = false;
      const answer = startGrant(grant).then(
        (reply) => {
          answered = reply?.ok === true;
        },
        () => {
          // The page or the worker was gone before it answered.
        },
      );
      await pause(after);
      const before = answered;
      if (victim === 'worker') await killWorker();
      else if (victim === 'tab') await page.close();
      else killBrowser();
      await Promise.race([answer, pause(2000)]);
      if (answered) acknowledged.push(grant);
      if (victim === 'browser') {
        await context.close().catch(() => {});
        await start();
      } else if (victim === 'tab') await openTab();
      const wrong = await check(grant);
      acknowledged.push(grant);
      return { victim, after, acknowledged: before, wrong };
    },
    async end() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Which victims die when: every delay from 0 to `longest` ms in turn, so that every step of a write is hit by some. */
export function plan(kills: number, longest: number): { victim: Victim; after: number }[] {
  const victims: readonly Victim[] = ['worker', 'worker', 'tab', 'worker', 'browser'];
  return Array.from({ length: kills }, (_, index) => ({
    victim: victims[index % victims.length] ?? 'worker',
    after: Math.round(((index * 7) % kills) * (longest / kills)),
  }));
}

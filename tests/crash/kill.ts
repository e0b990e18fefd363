import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { projectAll } from '@/lib/domain/grant/projection';
import { storedGrant } from '@/lib/storage/indexed-grant';
import { ensureChromium } from '../../scripts/lib/browsers.mjs';
import { buildFolder } from '../support/builds.ts';
import { until } from '../support/until.ts';
import { verifyChain } from '../support/verify-chain';
import { type Cast, type Loss, type Stored, type Write, type WriteKind, writeKinds, writes } from './writes.ts';

/** What is killed. */
export type Victim = 'worker' | 'tab' | 'browser';

/** What one kill found: nothing is wrong where `wrong` is null. */
export interface Killed {
  victim: Victim;
  /** What was being written. */
  what: string;
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

/** Reads the database as it is on disk, with no code of ours. */
const readAll = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('grantbook');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    const answer = {};
    const names = ['entries', 'grants', 'otherEntries', 'otherGrants'];
    if (!db.objectStoreNames.contains('entries')) { db.close(); return resolve({ entries: [], grants: [], otherEntries: [], otherGrants: [] }); }
    const reading = db.transaction(names);
    for (const name of names) reading.objectStore(name).getAll().onsuccess = (event) => { answer[name] = event.target.result; };
    reading.oncomplete = () => { db.close(); resolve(answer); };
  };
})`;

/** Makes the database an older one: entries above a number are gone, as a profile that was put back has it. */
const lose = ({ above, grants }: Loss) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('grantbook');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    const writing = db.transaction(['entries', 'grants'], 'readwrite', { durability: 'strict' });
    writing.objectStore('entries').delete(IDBKeyRange.lowerBound(${above}, true));
    writing.objectStore('grants').clear();
    for (const grant of ${JSON.stringify(grants)}) writing.objectStore('grants').put(grant);
    writing.oncomplete = () => { db.close(); resolve(); };
    writing.onerror = () => reject(writing.error);
  };
})`;

/** What LevelDB has written of a record of 100 bytes when it is killed: the header, and some of the record. Blocks have 32 KiB, and no record crosses one. */
function halfRecord(at: number): Buffer {
  const left = 32_768 - (at % 32_768);
  const [checksum, length, whole] = [4, 100, 1];
  return Buffer.concat([
    Buffer.alloc(left < 128 ? left : 0),
    Buffer.alloc(checksum, 0x5a),
    Buffer.from([length, 0, whole]),
    Buffer.alloc(20, 0x5a),
  ]);
}

/** One Chromium on one profile, killed again and again while it writes. */
export async function harness(): Promise<{
  kill(victim: Victim, after: number, kind: WriteKind): Promise<Killed>;
  /** Kills the browser in the middle of writing a record to disk, and starts it again. */
  tear(): Promise<void>;
  end(): Promise<void>;
}> {
  const profile = mkdtempSync(join(tmpdir(), 'grantbook-crash-'));
  const extension = buildFolder('chromium');
  let context: BrowserContext;
  let page: Page;
  let id = '';
  const nothing: Stored = { entries: [], grants: [], otherEntries: [], otherGrants: [] };
  const cast: Cast = { number: 0, stored: nothing, started: [], imported: [] };
  /** Every write that was acknowledged, in order. */
  const acknowledged: Write[] = [];

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
    page.evaluate<{ ok?: boolean } | undefined>(
      `chrome.runtime.sendMessage(${JSON.stringify({ command: request, payload })})`,
    );

  const send = ({ request, payload }: Write) => ask(request, payload);

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

  /** What was written can be written about. */
  function remember({ request, payload }: Write): void {
    if (request === 'grant.start') {
      const { id, form } = payload as { id: string; form: { email: string } };
      cast.started.push({ id, email: form.email });
    }
    if (request === 'accounts.import') {
      const { accounts } = payload as { accounts: { id: string }[] };
      cast.imported.push(...accounts.map((one) => one.id));
    }
  }

  /** The newest journal of LevelDB, in which Chromium keeps IndexedDB. */
  function journal(): string {
    const folder = join(profile, 'Default', 'IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`);
    const [newest] = readdirSync(folder)
      .filter((name) => name.endsWith('.log'))
      .sort()
      .reverse();
    if (newest === undefined) throw new Error('Chromium has no journal.');
    return join(folder, newest);
  }

  const stored = () => page.evaluate<Stored>(readAll);

  /** Nothing acknowledged is lost, nothing is doubled or half-written, the chain holds, and the projections equal a rebuild. */
  async function check(asked: Write): Promise<string | null> {
    const left = await stored();
    const verdict = verifyChain(left.entries);
    if (!verdict.ok) return verdict.message;
    if (!Number.isInteger(asked.stands(left))) return `${asked.what} is half-written`;
    // What was lost before is there again only once it was put back.
    if (asked.loses) await send(asked);
    const found = asked.loses ? await stored() : left;
    const lost = acknowledged.filter((write) => write.stands(found) < 1);
    if (lost.length > 0) {
      const [last] = found.entries.slice(-1);
      const there = `${found.entries.length} entries are there, up to ${last?.seq ?? 0}`;
      return `${lost[0]?.what} was acknowledged and is lost, with ${lost.length - 1} others of ${acknowledged.length}; ${there}`;
    }
    for (const write of [...acknowledged, asked]) {
      const times = write.stands(found);
      if (times > 1 && write.once) return `${write.what} is doubled`;
      if (!Number.isInteger(times)) return `${write.what} is half-written`;
    }
    const created = found.entries.filter(({ type }) => type === 'log.created').length;
    if (created > 1) return 'a loss is told that there was not';
    const rebuilt = projectAll(found.entries);
    for (const grant of found.grants) {
      const again = rebuilt.get(grant.id);
      if (JSON.stringify(again && storedGrant(again)) !== JSON.stringify(grant))
        return `${grant.id} differs from a rebuild`;
    }
    if (found.grants.length !== rebuilt.size) return 'grants are missing or too many';
    // Sent again, as the page does that got no answer: still once.
    await send(asked);
    const times = asked.stands(await stored());
    return asked.once
      ? times === 1
        ? null
        : `sent again, ${asked.what} stands ${times} times`
      : times >= 1
        ? null
        : `${asked.what} is not written when sent again`;
  }

  await start();
  await ask('identity.save', { name: 'Dana Whitfield', email: 'dana.whitfield@acme.example' });

  return {
    async kill(victim, after, kind) {
      cast.number += 1;
      if (kind === 'restore') cast.stored = await stored();
      const write = writes[kind](cast) ?? writes.start(cast);
      if (write.loses) await page.evaluate(lose(write.loses));
      let answered = false;
      const answer = send(write).then(
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
      if (answered) acknowledged.push(write);
      if (victim === 'browser') {
        await context.close().catch(() => {});
        await start();
      } else if (victim === 'tab') await openTab();
      const wrong = await check(write);
      acknowledged.push(write);
      remember(write);
      return { victim, what: write.what, after, acknowledged: before, wrong };
    },
    async tear() {
      killBrowser();
      await context.close().catch(() => {});
      const torn = journal();
      appendFileSync(torn, halfRecord(statSync(torn).size));
      await start();
      await until('the torn journal is left behind', () => (existsSync(torn) ? undefined : true));
    },
    async end() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Which victims die when, and over what: every delay from 0 to `longest` ms in turn, so that every step of every write is hit by some. */
export function plan(kills: number, longest: number): { victim: Victim; after: number; kind: WriteKind }[] {
  const victims: readonly Victim[] = ['worker', 'worker', 'tab', 'worker', 'browser'];
  return Array.from({ length: kills }, (_, index) => ({
    victim: victims[index % victims.length] ?? 'worker',
    after: Math.round(((index * 7) % kills) * (longest / kills)),
    kind: writeKinds[index % writeKinds.length] ?? 'start',
  }));
}

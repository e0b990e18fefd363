import 'fake-indexeddb/auto';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { guideState } from '@/lib/background/guide-frames';
import { saveSettings } from '@/lib/storage/settings';
import { type FakePort, fakeBrowser } from '../../support/fake-browser';
import { aRow, email, facts, membersUrl } from '../messaging/samples';
import { admitted, heard, pass, states } from './guide-stage';
import { arrive, aStage, popup, type Stage, showPage, startGrant, tab, tellFacts, types, uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const kim = uuid(900);
const lee = uuid(901);

let stage: Stage;
let key: string;

beforeEach(async () => {
  stage = await aStage();
  showPage();
  await startGrant(stage, kim);
  key = (await arrive(stage))?.key ?? '';
  await tellFacts(stage, kim);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('show', () => {
  test('tells every guide what changed that is not of one grant', async () => {
    const port = await admitted(stage, key);
    await saveSettings({ vendors: { rudderstack: { plan: 'growth', sso: true, scope: [] } } });

    await stage.frames.show(null);

    expect(states(port)).toMatchObject([{ sso: true, about: { settings: { plan: 'growth' } } }]);
  });

  test('shows every frame of the grants their state anew, and no other', async () => {
    const port = await admitted(stage, key);

    await stage.frames.show(new Set([kim, lee]));
    await stage.frames.show(new Set([lee]));
    await stage.frames.show(new Set());

    expect(states(port)).toHaveLength(1);
  });

  test('forgets a frame that has gone, without an error', async () => {
    const [gone, closed] = [await admitted(stage, key), await admitted(stage, key)];
    gone.leave();
    closed.closed = true;

    await expect(stage.frames.show(new Set([kim]))).resolves.toBeUndefined();
    await expect(stage.frames.show(new Set([kim]))).resolves.toBeUndefined();

    expect([gone.heard, closed.heard]).toEqual([[], []]);
  });

  test('shows no page that is older than one that was shown meanwhile', async () => {
    const port = await admitted(stage, key);
    const typed = facts({ form: { emails: [email], roles: ['Admin'] } });
    const { get } = fakeBrowser.storage.session;
    const read = get.getMockImplementation() ?? (async () => ({}));
    get.mockImplementation(async (keys) => {
      const before = await read(keys);
      await pass();
      return before;
    });

    const showing = stage.frames.show(new Set([kim]));
    await tellFacts(stage, kim, typed);
    await showing;

    expect(states(port).at(-1)?.facts?.form?.roles).toEqual(['Admin']);
  });
});

/** Counts what is read from the grants; `stop` ends it. */
function countReads(): { of: () => number } {
  let reads = 0;
  for (const way of ['get', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count', 'index'] as const) {
    const original = IDBObjectStore.prototype[way] as (...given: unknown[]) => unknown;
    vi.spyOn(IDBObjectStore.prototype, way).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
      if (this.name === 'grants') reads += 1;
      return original.apply(this, given);
    } as never);
  }
  return { of: () => reads };
}

describe('showPage', () => {
  const typing = (role: string) =>
    facts({ form: { emails: [email], roles: [role] }, members: { active: 9, pending: 1 } });
  let port: FakePort;

  beforeEach(async () => {
    port = await admitted(stage, key);
  });

  test('shows a role that is typed at once, and reads nothing from the grants', async () => {
    const before = await types();
    const reads = countReads();
    const shown = vi.spyOn(stage.frames, 'show');

    for (const role of ['A', 'Ad', 'Admin']) await tellFacts(stage, kim, typing(role));
    await pass();

    expect(heard(port)).toMatchObject(
      ['A', 'Ad', 'Admin'].map((role) => ({
        page: { facts: { form: { roles: [role] } }, about: { organization: '', members: { active: 9, pending: 1 } } },
      })),
    );
    expect(reads.of()).toBe(0);
    expect(shown).not.toHaveBeenCalled();
    expect(await types()).toEqual(before);
  });

  test('comes before the log is read, which is what a new row needs', async () => {
    const reads = countReads();
    const rows = [aRow({ status: 'active', words: 'Active' })];
    showPage({ 'page.look': { facts: facts({ rows }) } });
    let readBefore = -1;
    vi.spyOn(port.port, 'postMessage').mockImplementationOnce(() => {
      readBefore = reads.of();
    });

    await tellFacts(stage, kim, facts({ rows }));

    expect(readBefore).toBe(0);
    expect(reads.of()).toBeGreaterThan(0);
    expect((await types()).at(-1)).toBe('acceptance.seen');
  });

  test('reads the grant again, once, where entries were written', async () => {
    const shown = vi.spyOn(stage.frames, 'show');
    const rows = [aRow({ status: 'active', words: 'Active', access: null, roles: ['Admin'] })];
    showPage({ 'page.look': { facts: facts({ rows }) } });

    await tellFacts(stage, kim, facts({ rows }));
    await pass();

    expect(shown.mock.calls).toEqual([[new Set([kim])]]);
    expect(states(port)).toHaveLength(1);
  });

  test('looks into the log again after the grant was changed by somebody else', async () => {
    await tellFacts(stage, kim, typing('A'));
    await stage.handlers['step.confirm']({ grant: kim, step: 'check-rights' }, popup);
    await pass();
    const reads = countReads();

    await tellFacts(stage, kim, typing('Ad'));

    expect(reads.of()).toBeGreaterThan(0);
  });

  test('names the organization of the page that the tab shows now', async () => {
    await arrive(stage, { url: membersUrl.replace('/settings', '/acme/settings') });
    await tellFacts(stage, kim, facts({ rows: [] }));

    const state = await guideState(kim, tab);

    expect(heard(port).at(-1)).toMatchObject({ page: { about: { organization: state?.about.organization } } });
  });
});

describe('guideState', () => {
  test('is the grant, the other open ones of its vendor, what the options say, and what the page shows', async () => {
    await startGrant(stage, lee, { email: 'lee@northwind.example', ticket: 'IAM-9' });
    await startGrant(stage, uuid(902), { vendor: 'logrocket', purpose: 'support' });
    await stage.handlers['guide.choose']({ chosen: kim }, popup);
    await saveSettings({ vendors: { rudderstack: { plan: '', sso: true, scope: [] } } });
    await tellFacts(stage, kim);

    const state = await guideState(kim, tab);

    expect(state).toMatchObject({ grant: { id: kim }, sso: true, facts: facts() });
    expect(state?.others).toEqual([{ id: lee, ticket: 'IAM-9', email: 'lee@northwind.example' }]);
  });

  test('shows no facts of another tab, or of a tab that guides another grant', async () => {
    await startGrant(stage, lee, { email: 'lee@northwind.example' });

    expect((await guideState(kim, tab))?.facts).toBeNull();
    expect((await guideState(kim, 99))?.facts).toBeNull();
    expect(await guideState(uuid(999), tab)).toBeNull();
  });
});

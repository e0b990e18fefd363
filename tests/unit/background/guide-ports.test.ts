import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { guideState } from '@/lib/background/guide-ports';
import type { GuideNews } from '@/lib/messaging/guide-port';
import { saveSettings } from '@/lib/storage/settings';
import { stored } from '@/lib/storage/stored-values';
import type { FakePort } from '../../support/fake-browser';
import { facts } from '../messaging/samples';
import { arrive, aStage, log, openFrame, type Stage, showPage, startGrant, tab, tellFacts, types, uuid } from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const kim = uuid(900);
const lee = uuid(901);
const confirm = { ask: 'confirm', step: 'check-rights' };

let stage: Stage;
let key: string;

const news = (port: FakePort) => port.heard as GuideNews[];
const told = (port: FakePort) => news(port).map(({ tell }) => tell);
const hello = (port: FakePort, nonce = 'first', with_ = key) => port.say({ ask: 'hello', key: with_, nonce });

/** Waits until the frame has heard news of these kinds, in this order. */
const hears = (port: FakePort, ...kinds: GuideNews['tell'][]) => vi.waitFor(() => expect(told(port)).toEqual(kinds));
/** Long enough for everything that was asked to be answered, where no answer is expected. */
async function settle() {
  for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve));
}

async function admitted(nonce = 'first'): Promise<FakePort> {
  const port = openFrame(stage);
  hello(port, nonce);
  await hears(port, 'state');
  port.heard.length = 0;
  return port;
}

beforeEach(async () => {
  stage = await aStage();
  showPage();
  await startGrant(stage, kim);
  key = (await arrive(stage))?.key ?? '';
  await tellFacts(stage, kim);
});

describe('who may connect', () => {
  test.each([
    ['a port of another name', { name: 'log' }],
    ['another extension', { sender: { id: 'other' } }],
    ['nobody', { sender: { id: undefined } }],
    ['a sender without address', { sender: { url: undefined } }],
    ['an address that is none', { sender: { url: '/guide.html' } }],
    ['another page of ours', { sender: { url: 'chrome-extension://grantbook/popup.html#/guide.html' } }],
    ['a page of the vendor', { sender: { url: 'https://app.rudderstack.com/guide.html' } }],
    ['a page of the vendor that names ours', { sender: { url: 'https://app.rudderstack.com/?at=/guide.html' } }],
  ])('not %s, key or no key', async (_what, change) => {
    const port = openFrame(stage, change);
    hello(port);
    await settle();

    expect(port.closed).toBe(true);
    expect(port.heard).toEqual([]);
  });

  test.each(['chrome-extension://grantbook/guide.html', 'moz-extension://0f3b/guide.html#key'])(
    'a guide at %s',
    async (url) => {
      const port = openFrame(stage, { sender: { url } });
      hello(port);

      await hears(port, 'state');
    },
  );
});

describe('the one-time key', () => {
  test('lets its frame in, and shows it the grant', async () => {
    const port = openFrame(stage);
    hello(port);

    await hears(port, 'state');
    expect(news(port)[0]).toMatchObject({ state: { grant: { id: kim, ticket: 'IAM-1234' }, others: [], sso: false } });
    expect(port.closed).toBe(false);
  });

  test.each([
    ['no key', ''],
    ['a key that was never made', crypto.randomUUID()],
    ['a name of something else that is stored', `tab:${tab}`],
  ])('refuses %s', async (_what, wrong) => {
    const port = openFrame(stage);
    hello(port, 'first', wrong);

    await vi.waitFor(() => expect(port.closed).toBe(true));
    expect(port.heard).toEqual([]);
  });

  test.each([
    ['another tab', { tab: { id: 8 } }],
    ['no tab', { tab: undefined }],
  ])('refuses a frame in %s', async (_what, sender) => {
    const port = openFrame(stage, { sender });
    hello(port);

    await vi.waitFor(() => expect(port.closed).toBe(true));
    expect(port.heard).toEqual([]);
  });

  test('refuses a second frame, and leaves the first one in', async () => {
    const first = await admitted();
    const second = openFrame(stage);
    hello(second, 'second');

    await vi.waitFor(() => expect(second.closed).toBe(true));
    first.say(confirm);
    await hears(first, 'done', 'state');
    expect(second.heard).toEqual([]);
  });

  test('lets in one of two frames that come at once', async () => {
    const ports = [openFrame(stage), openFrame(stage)];
    for (const [index, port] of ports.entries()) hello(port, `frame ${index}`);
    await settle();

    expect(ports.map(({ closed }) => closed).sort()).toEqual([false, true]);
  });

  test('lets the same frame in again after the worker was killed', async () => {
    const before = await admitted();
    before.leave();
    stage.restart();

    const again = openFrame(stage);
    hello(again);
    again.say(confirm);

    await hears(again, 'state', 'done', 'state');
    const other = openFrame(stage);
    hello(other, 'other');
    await vi.waitFor(() => expect(other.closed).toBe(true));
  });

  test('puts a frame out that shows another key later', async () => {
    const port = await admitted();
    hello(port, 'first', crypto.randomUUID());

    await vi.waitFor(() => expect(port.closed).toBe(true));
    port.say(confirm);
    await settle();
    expect(await types()).not.toContain('step.confirmed');
  });

  test('that cannot be read hangs up, so that the frame tries again', async () => {
    const port = openFrame(stage);
    vi.spyOn(
      await import('@/lib/storage/frame-keys').then(({ frameKeys }) => frameKeys),
      'claim',
    ).mockRejectedValueOnce(new Error('storage'));
    hello(port);

    await vi.waitFor(() => expect(port.closed).toBe(true));
    expect(port.heard).toEqual([]);
  });
});

describe('before it was let in', () => {
  test('a frame gets nothing and changes nothing', async () => {
    const port = openFrame(stage);
    const sent = showPage();
    for (const request of [confirm, { ask: 'show', landmark: 'invite-button' }, { ask: 'choose', grant: kim }])
      port.say(request);
    await stage.guides.changed(kim);
    await settle();

    expect(port.heard).toEqual([]);
    expect(sent).toEqual([]);
    expect(await types()).not.toContain('step.confirmed');
  });
});

describe('what has the wrong shape', () => {
  test.each([
    undefined,
    null,
    7,
    'confirm',
    [],
    {},
    { ask: 'delete' },
    { ask: 'constructor' },
    { ask: 'confirm' },
    { ask: 'confirm', step: 7 },
    { ask: 'confirm', step: 'x'.repeat(301) },
    { ask: 'justify', chosen: 'Admin', justification: 'x'.repeat(5001) },
    { ask: 'choose', grant: 'IAM-1234' },
    { ask: 'size', height: 'tall', collapsed: false },
    { ask: 'hello', key: 7, nonce: 'first' },
  ])('%j is ignored, and the frame stays in', async (request) => {
    const port = await admitted();
    const before = await log();
    port.say(request);
    await settle();

    expect(port.heard).toEqual([]);
    expect(port.closed).toBe(false);
    expect(await log()).toEqual(before);
  });
});

describe('a command', () => {
  test('is carried out, answered, and followed by the new state', async () => {
    const port = await admitted();

    port.say(confirm);

    await hears(port, 'done', 'state');
    expect(news(port)[1]).toMatchObject({
      state: { grant: { confirmed: { 'check-rights': { basis: 'confirmed' } } } },
    });
    expect((await log()).at(-1)).toMatchObject({ type: 'step.confirmed', grant: kim, basis: 'confirmed' });
  });

  test('that comes twice is carried out once, also over a worker that was killed in between', async () => {
    const before = await admitted();
    before.say(confirm);
    before.say(confirm);
    await hears(before, 'done', 'state', 'done', 'state');
    before.leave();
    stage.restart();
    const again = await admitted();
    again.say(confirm);

    await hears(again, 'done', 'state');
    expect((await types()).filter((type) => type === 'step.confirmed')).toHaveLength(1);
  });

  test('that is refused says why, in words', async () => {
    const port = await admitted();

    port.say({ ask: 'confirm', step: 'no-such-step' });
    port.say({ ask: 'justify', chosen: 'Admin', justification: 'Because' });

    await hears(port, 'refused', 'state', 'refused', 'state');
    expect(news(port)[0]).toMatchObject({ message: 'This step is not part of the checklist any more.' });
    expect(news(port)[2]).toMatchObject({ message: expect.stringMatching(/^Say in a sentence/) });
  });

  test('that fails is answered, too, and the next one is carried out', async () => {
    const port = await admitted();
    vi.spyOn(stage.ledger, 'change').mockRejectedValueOnce(new Error('QuotaExceededError'));

    port.say(confirm);
    port.say(confirm);

    await hears(port, 'refused', 'done', 'state');
    expect(news(port)[0]).toMatchObject({ message: 'Grantbook could not do this. Nothing was lost: try again.' });
  });

  test('comes after the one before it, however long that takes', async () => {
    const port = await admitted();

    port.say(confirm);
    port.say({ ask: 'reopen', step: 'check-rights' });
    port.say(confirm);

    await hears(port, 'done', 'state', 'done', 'state', 'done', 'state');
    expect((await types()).slice(-3)).toEqual(['step.confirmed', 'step.reopened', 'step.confirmed']);
  });

  test('records a key, and says beside each field what is wrong with it', async () => {
    const port = await admitted();
    const key = {
      name: 'Kim - CI',
      owner: '',
      purpose: 'CI',
      scope: '',
      permissions: 'Read',
      expires: '',
      rotateDays: 'x',
    };

    port.say({ ask: 'key', step: 'check-rights', form: key });

    await hears(port, 'key-errors', 'state');
    expect(news(port)[0]).toMatchObject({
      errors: { owner: expect.any(String), rotateDays: expect.any(String) },
    });
    expect(await types()).not.toContain('key.recorded');
  });
});

describe('a frame whose tab has turned to another grant', () => {
  let port: FakePort;

  beforeEach(async () => {
    port = await admitted();
    await startGrant(stage, lee, { email: 'lee@northwind.example' });
    expect((await stored.tabs.at(tab).read())?.grant).toBe(lee);
    port.heard.length = 0;
  });

  test.each([
    confirm,
    { ask: 'reopen', step: 'check-rights' },
    { ask: 'justify', chosen: 'Admin', justification: 'Invites the rest of the agency' },
    { ask: 'keys', needed: true },
    { ask: 'remove', reason: 'The project has ended' },
    { ask: 'keep' },
    { ask: 'report' },
  ])('changes neither grant with %j, and says so', async (request) => {
    const before = await log();
    port.say(request);

    await hears(port, 'refused');
    expect(news(port)[0]).toMatchObject({ message: 'The guide has turned to another grant: go on there.' });
    expect(await log()).toEqual(before);
  });

  test('points at nothing, is shown nothing, and gets no answer that another request waits for', async () => {
    const sent = showPage();
    for (const request of [
      { ask: 'show', landmark: 'a' },
      { ask: 'point', landmark: 'a' },
      { ask: 'size', height: 300, collapsed: false },
    ])
      port.say(request);
    await stage.guides.changed(lee);
    await stage.guides.changed(kim);
    await settle();

    expect(sent).toEqual([]);
    expect(port.heard).toEqual([]);
  });
});

describe('what only concerns the page', () => {
  test.each([
    [
      { ask: 'show', landmark: 'invite-button' },
      { command: 'landmark.show', payload: { landmark: 'invite-button' } },
    ],
    [
      { ask: 'point', landmark: 'invite-button', warned: [] },
      { command: 'guide.point', payload: { landmark: 'invite-button', warned: [] } },
    ],
    [
      { ask: 'point', landmark: null, warned: [] },
      { command: 'guide.point', payload: { landmark: null, warned: [] } },
    ],
    [
      { ask: 'pick', landmark: 'invite-button' },
      { command: 'landmark.pick', payload: { landmark: 'invite-button' } },
    ],
    [
      { ask: 'size', height: 300, collapsed: true },
      { command: 'guide.size', payload: { height: 300, collapsed: true } },
    ],
    [
      { ask: 'size', height: -5, collapsed: false },
      { command: 'guide.size', payload: { height: 32, collapsed: false } },
    ],
    [
      { ask: 'size', height: 1e9, collapsed: false },
      { command: 'guide.size', payload: { height: 2000, collapsed: false } },
    ],
  ])('goes to its tab: %j', async (request, order) => {
    const port = await admitted();
    const sent = showPage();

    port.say(request);

    await vi.waitFor(() => expect(sent).toEqual([order]));
    expect(port.heard).toEqual([]);
  });

  test('is a report that the page gives, or none', async () => {
    const port = await admitted();
    showPage({ 'page.report': { outline: ['app.rudderstack.com', 'button Invite Kim'], people: ['Kim'] } });
    port.say({ ask: 'report' });
    await hears(port, 'report');
    showPage({ 'page.report': 'nonsense' });
    port.say({ ask: 'report' });

    await hears(port, 'report', 'report');
    expect(news(port)).toMatchObject([{ report: 'app.rudderstack.com\nbutton Invite ‹name›' }, { report: null }]);
  });

  test('turns the tabs of a vendor to another grant', async () => {
    await startGrant(stage, lee, { email: 'lee@northwind.example' });
    await stage.handlers['guide.choose']({ grant: kim }, {});
    key = (await arrive(stage))?.key ?? '';
    const port = await admitted();
    const sent = showPage();

    port.say({ ask: 'choose', grant: lee });

    await vi.waitFor(() =>
      expect(sent).toMatchObject([{ command: 'guide.show', payload: { guidance: { grant: lee } } }]),
    );
    expect(await stored.chosenGrants.at('rudderstack').read()).toBe(lee);
    expect((await stored.tabs.at(tab).read())?.grant).toBe(lee);
  });

  test('is nothing where the grant that was chosen is not in the log', async () => {
    const port = await admitted();
    const sent = showPage();
    port.say({ ask: 'choose', grant: lee });
    await settle();

    expect(sent).toEqual([]);
    expect(port.heard).toEqual([]);
    expect(port.closed).toBe(false);
  });
});

describe('changed', () => {
  test('tells every guide what changed that is not of one grant', async () => {
    const port = await admitted();
    await saveSettings({ vendors: { rudderstack: { plan: 'growth', sso: true, scope: [] } } });

    await stage.guides.changed(null);

    expect(news(port)).toMatchObject([
      { tell: 'state', state: { sso: true, about: { settings: { plan: 'growth' } } } },
    ]);
  });

  test('shows every frame of the grant its state anew, and no other', async () => {
    const port = await admitted();

    await stage.guides.changed(kim);
    await stage.guides.changed(lee);

    expect(told(port)).toEqual(['state']);
  });

  test('forgets a frame that has gone, without an error', async () => {
    const [gone, closed] = [await admitted(), await admitted()];
    gone.leave();
    closed.closed = true;

    await expect(stage.guides.changed(kim)).resolves.toBeUndefined();
    await expect(stage.guides.changed(kim)).resolves.toBeUndefined();

    expect([gone.heard, closed.heard]).toEqual([[], []]);
  });
});

describe('guideState', () => {
  test('is the grant, the other open ones of its vendor, what the options say, and what the page shows', async () => {
    await startGrant(stage, lee, { email: 'lee@northwind.example', ticket: 'IAM-9' });
    await startGrant(stage, uuid(902), { vendor: 'logrocket', purpose: 'support' });
    await stage.handlers['guide.choose']({ grant: kim }, {});
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

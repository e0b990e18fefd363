import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { frameKeys } from '@/lib/storage/frame-keys';
import { stored } from '@/lib/storage/stored-values';
import type { FakePort } from '../../support/fake-browser';
import { admitted, answerTo, ask, heard, pass, states } from './guide-stage';
import {
  arrive,
  aStage,
  log,
  openFrame,
  popup,
  type Stage,
  showPage,
  startGrant,
  tab,
  tellFacts,
  types,
  uuid,
} from './stage';

vi.mock('@/lib/browser', async () => ({ browser: (await import('../../support/fake-browser')).fakeBrowser }));

const kim = uuid(900);
const lee = uuid(901);
const step = { step: 'check-rights' };
const done = { reply: { ok: true } };
const turned = { refused: 'The guide has turned to another grant: go on there.' };
const failed = { refused: 'Grantbook could not do this. Nothing was lost: try again.' };

let stage: Stage;
let key: string;

const hello = (port: FakePort, nonce = 'first', with_ = key) => port.say({ key: with_, nonce });
const isShown = (port: FakePort) => vi.waitFor(() => expect(states(port)).not.toEqual([]));
const confirmed = async () => (await types()).filter((type) => type === 'step.confirmed').length;

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
    await pass();

    expect(port.closed).toBe(true);
    expect(port.heard).toEqual([]);
  });

  test.each(['chrome-extension://grantbook/guide.html', 'moz-extension://0f3b/guide.html#key'])(
    'a guide at %s',
    async (url) => {
      const port = openFrame(stage, { sender: { url } });
      hello(port);

      await isShown(port);
    },
  );
});

describe('the one-time key', () => {
  test('lets its frame in, and shows it the grant', async () => {
    const port = openFrame(stage);
    hello(port);

    await isShown(port);
    expect(states(port)).toMatchObject([{ grant: { id: kim, ticket: 'IAM-1234' }, others: [], sso: false }]);
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
    const first = await admitted(stage, key);
    const second = openFrame(stage);
    hello(second, 'second');

    await vi.waitFor(() => expect(second.closed).toBe(true));
    expect(await answerTo(first, ask(first, 'step.confirm', step))).toMatchObject(done);
    expect(second.heard).toEqual([]);
  });

  test('lets in one of two frames that come at once', async () => {
    const ports = [openFrame(stage), openFrame(stage)];
    for (const [index, port] of ports.entries()) hello(port, `frame ${index}`);
    await pass();

    expect(ports.map(({ closed }) => closed).sort()).toEqual([false, true]);
  });

  test('lets the same frame in again after the worker was killed', async () => {
    const before = await admitted(stage, key);
    before.leave();
    stage.restart();

    const again = openFrame(stage);
    hello(again);
    expect(await answerTo(again, ask(again, 'step.confirm', step))).toMatchObject(done);

    const other = openFrame(stage);
    hello(other, 'other');
    await vi.waitFor(() => expect(other.closed).toBe(true));
  });

  test('puts a frame out that shows another key later', async () => {
    const port = await admitted(stage, key);
    hello(port, 'first', crypto.randomUUID());

    await vi.waitFor(() => expect(port.closed).toBe(true));
    ask(port, 'step.confirm', step);
    await pass();
    expect(await confirmed()).toBe(0);
  });

  test('that cannot be read hangs up, so that the frame tries again', async () => {
    const port = openFrame(stage);
    vi.spyOn(frameKeys, 'claim').mockRejectedValueOnce(new Error('storage'));
    hello(port);

    await vi.waitFor(() => expect(port.closed).toBe(true));
    expect(port.heard).toEqual([]);
  });
});

test('before it was let in, a frame gets nothing and changes nothing', async () => {
  const port = openFrame(stage);
  const sent = showPage();
  ask(port, 'step.confirm', step);
  ask(port, 'landmark.show', { landmark: 'invite-button' });
  ask(port, 'guide.choose', { chosen: kim });
  await stage.frames.show(null);
  await pass();

  expect(port.heard).toEqual([]);
  expect(sent).toEqual([]);
  expect(await confirmed()).toBe(0);
});

describe('a command that may not be sent', () => {
  test.each([
    undefined,
    null,
    7,
    'step.confirm',
    [],
    {},
    { command: 'step.confirm', payload: step },
    { id: 'one', command: 'step.confirm', payload: step },
    { id: 1, command: 7, payload: step },
    { key: 7, nonce: 'first' },
  ])('is no question: %j is ignored', async (message) => {
    const port = await admitted(stage, key);
    const before = await log();
    port.say(message);
    await pass();

    expect(port.heard).toEqual([]);
    expect(port.closed).toBe(false);
    expect(await log()).toEqual(before);
  });

  test.each<[string, unknown]>([
    // What there is not.
    ['log.erase', {}],
    ['constructor', {}],
    // What only a page of ours, or only the content script, may send.
    ['grant.start', { id: lee, form: {} }],
    ['person.forget', { email: 'kim@northwind.example', name: '', dry: true }],
    ['refused.count', {}],
    ['tab.page', {}],
    ['page.packs', {}],
    ['guide.placed', { corner: 'top-left', height: null }],
    // The wrong shape.
    ['step.confirm', {}],
    ['step.confirm', { step: 7 }],
    ['step.confirm', { step: 'x'.repeat(301) }],
    ['step.confirm', 'check-rights'],
    ['step.confirm', ['check-rights']],
    ['role.justify', { chosen: 'Admin', justification: 'x'.repeat(5001) }],
    ['guide.choose', { chosen: 'IAM-1234' }],
    ['guide.size', { height: 'tall', collapsed: false }],
  ])('%s with %j is refused, counted and answered, and the frame stays in', async (command, payload) => {
    const port = await admitted(stage, key);
    const before = await log();
    const count = stage.router.refused();

    expect(await answerTo(port, ask(port, command, payload))).toMatchObject(failed);

    expect(stage.router.refused()).toBe(count + 1);
    expect(port.closed).toBe(false);
    expect(await log()).toEqual(before);
  });
});

describe('a command', () => {
  test('is carried out, answered, and followed by the new state', async () => {
    const port = await admitted(stage, key);

    expect(await answerTo(port, ask(port, 'step.confirm', step))).toMatchObject(done);

    await isShown(port);
    expect(states(port)).toMatchObject([{ grant: { confirmed: { 'check-rights': { basis: 'confirmed' } } } }]);
    expect((await log()).at(-1)).toMatchObject({ type: 'step.confirmed', grant: kim, basis: 'confirmed' });
  });

  test('that comes twice is carried out once, also over a worker that was killed in between', async () => {
    const before = await admitted(stage, key);
    for (const id of [ask(before, 'step.confirm', step), ask(before, 'step.confirm', step)])
      expect(await answerTo(before, id)).toMatchObject(done);
    before.leave();
    stage.restart();
    const again = await admitted(stage, key);

    expect(await answerTo(again, ask(again, 'step.confirm', step))).toMatchObject(done);
    expect(await confirmed()).toBe(1);
  });

  test('that is refused says why, in words, and nothing is shown anew', async () => {
    const port = await admitted(stage, key);

    expect(await answerTo(port, ask(port, 'step.confirm', { step: 'no-such-step' }))).toMatchObject({
      reply: { ok: false, message: 'This step is not part of the checklist any more.' },
    });
    const justify = ask(port, 'role.justify', { chosen: 'Admin', justification: 'Because' });
    expect(await answerTo(port, justify)).toMatchObject({
      reply: { ok: false, message: expect.stringMatching(/^Say in a sentence/) },
    });
    await pass();
    expect(states(port)).toEqual([]);
  });

  test('that fails is answered, too, and the next one is carried out', async () => {
    const port = await admitted(stage, key);
    vi.spyOn(stage.ledger, 'change').mockRejectedValueOnce(new Error('QuotaExceededError'));

    const [first, second] = [ask(port, 'step.confirm', step), ask(port, 'step.confirm', step)];

    expect(await answerTo(port, first)).toMatchObject(failed);
    expect(await answerTo(port, second)).toMatchObject(done);
  });

  test('comes after the one of its kind before it, however long that takes', async () => {
    const port = await admitted(stage, key);

    ask(port, 'step.confirm', step);
    ask(port, 'step.reopen', step);
    await answerTo(port, ask(port, 'step.confirm', step));

    expect((await types()).slice(-3)).toEqual(['step.confirmed', 'step.reopened', 'step.confirmed']);
  });

  test('waits for none of another kind that is never answered, and gets its own answer', async () => {
    const port = await admitted(stage, key);
    showPage({ 'page.report': () => new Promise(() => {}) });

    const report = ask(port, 'page.report');
    const refused = ask(port, 'step.confirm', { step: 'no-such-step' });
    const confirm = ask(port, 'step.confirm', step);

    expect(await answerTo(port, confirm)).toEqual({ id: confirm, ...done });
    expect(await answerTo(port, refused)).toMatchObject({ id: refused, reply: { ok: false } });
    expect(heard(port).some((message) => 'id' in message && message.id === report)).toBe(false);
  });

  test('records a key, and says beside each field what is wrong with it', async () => {
    const port = await admitted(stage, key);
    const form = {
      name: 'Kim - CI',
      owner: '',
      purpose: 'CI',
      scope: '',
      permissions: 'Read',
      expires: '',
      rotateDays: 'x',
    };

    expect(await answerTo(port, ask(port, 'key.record', { ...step, form }))).toMatchObject({
      reply: { ok: false, errors: { owner: expect.any(String), rotateDays: expect.any(String) } },
    });
    expect(await types()).not.toContain('key.recorded');
  });

  test('of a frame of one grant changes no other, whatever it names', async () => {
    await startGrant(stage, lee, { email: 'lee@northwind.example' });
    await stage.handlers['guide.choose']({ chosen: kim }, popup);
    const port = await admitted(stage, key);

    await answerTo(port, ask(port, 'step.confirm', { ...step, grant: lee }));
    await answerTo(port, ask(port, 'removal.start', { reason: 'The project has ended', grant: lee }));

    const written = (await log()).slice(-2);
    expect(written.map(({ type, grant }) => [type, grant])).toEqual([
      ['step.confirmed', kim],
      ['removal.started', kim],
    ]);
  });
});

describe('a frame whose tab has turned to another grant', () => {
  let port: FakePort;

  beforeEach(async () => {
    port = await admitted(stage, key);
    await startGrant(stage, lee, { email: 'lee@northwind.example' });
    expect((await stored.tabs.at(tab).read())?.grant).toBe(lee);
    await pass();
    port.heard.length = 0;
  });

  test.each<[string, object]>([
    ['step.confirm', step],
    ['step.reopen', step],
    ['role.justify', { chosen: 'Admin', justification: 'Invites the rest of the agency' }],
    ['keys.pass', { needed: true }],
    ['removal.start', { reason: 'The project has ended' }],
    ['removal.stop', {}],
    ['page.report', {}],
  ])('changes neither grant with %s, and says so', async (command, payload) => {
    const before = await log();

    for (const grant of [undefined, kim, lee])
      expect(await answerTo(port, ask(port, command, { ...payload, grant }))).toMatchObject(turned);

    expect(await log()).toEqual(before);
  });

  test('points at nothing, and is shown nothing', async () => {
    const sent = showPage();
    ask(port, 'landmark.show', { landmark: 'a' });
    ask(port, 'guide.point', { landmark: 'a', warned: [] });
    ask(port, 'guide.size', { height: 300, collapsed: false });
    await stage.frames.show(new Set([lee, kim]));
    await tellFacts(stage, lee);
    await pass();

    expect(sent.filter(({ command }) => command !== 'page.look')).toEqual([]);
    expect(heard(port).filter((message) => !('refused' in message))).toEqual([]);
  });
});

describe('what only concerns the page', () => {
  test.each<[string, object, object]>([
    ['landmark.show', { landmark: 'invite-button' }, { landmark: 'invite-button' }],
    ['landmark.pick', { landmark: 'invite-button' }, { landmark: 'invite-button' }],
    ['guide.point', { landmark: 'invite-button', warned: [] }, { landmark: 'invite-button', warned: [] }],
    ['guide.point', { landmark: null, warned: ['role'] }, { landmark: null, warned: ['role'] }],
    ['guide.size', { height: 300, collapsed: true }, { height: 300, collapsed: true }],
    ['guide.size', { height: -5, collapsed: false }, { height: 32, collapsed: false }],
    ['guide.size', { height: 1e9, collapsed: false }, { height: 2000, collapsed: false }],
  ])('goes to its tab: %s %j', async (command, payload, sentPayload) => {
    const port = await admitted(stage, key);
    const sent = showPage({ [command]: { found: true } });

    expect(await answerTo(port, ask(port, command, payload))).toMatchObject(done);

    expect(sent).toEqual([{ command, payload: sentPayload }]);
  });

  test('says in words where an element cannot be seen', async () => {
    const port = await admitted(stage, key);

    expect(await answerTo(port, ask(port, 'landmark.show', { landmark: 'invite-button' }))).toMatchObject({
      reply: { ok: false, message: 'This element cannot be seen on the vendor’s page right now.' },
    });
  });

  test('is a report that the page gives, or none', async () => {
    const port = await admitted(stage, key);
    showPage({ 'page.report': { outline: ['app.rudderstack.com', 'button Invite Kim'], people: ['Kim'] } });

    expect(await answerTo(port, ask(port, 'page.report'))).toMatchObject({
      reply: { ok: true, report: 'app.rudderstack.com\nbutton Invite ‹name›' },
    });
    showPage({ 'page.report': 'nonsense' });
    expect(await answerTo(port, ask(port, 'page.report'))).toMatchObject({ reply: { ok: false } });
  });

  test('turns the tabs of a vendor to another grant', async () => {
    await startGrant(stage, lee, { email: 'lee@northwind.example' });
    await stage.handlers['guide.choose']({ chosen: kim }, popup);
    key = (await arrive(stage))?.key ?? '';
    const port = await admitted(stage, key);
    const sent = showPage();

    expect(await answerTo(port, ask(port, 'guide.choose', { chosen: lee }))).toMatchObject(done);

    expect(sent).toMatchObject([{ command: 'guide.show', payload: { guidance: { grant: lee } } }]);
    expect(await stored.chosenGrants.at('rudderstack').read()).toBe(lee);
    expect((await stored.tabs.at(tab).read())?.grant).toBe(lee);
  });

  test('turns nothing where the grant that was chosen is not in the log', async () => {
    const port = await admitted(stage, key);
    const sent = showPage();

    expect(await answerTo(port, ask(port, 'guide.choose', { chosen: lee }))).toMatchObject({ reply: { ok: false } });

    expect(sent).toEqual([]);
    expect(port.closed).toBe(false);
  });
});

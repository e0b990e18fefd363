import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type CommandName, commands, type Origin } from '@/lib/messaging/commands';
import { createRouter, type Handlers, originOf, type Router, type Sender } from '@/lib/messaging/router';
import { wholeLog } from '../../support/covers';
import { aRoster, facts, tabPage } from './samples';

const rules = {
  id: 'grantbook',
  origin: 'chrome-extension://grantbook/',
  vendorHosts: ['app.logrocket.com', 'app.rudderstack.com'],
};

const vendorPage: Sender = {
  id: 'grantbook',
  url: 'https://app.rudderstack.com/settings/members?tab=1#top',
  frameId: 0,
  tab: { id: 7 },
};
const popup: Sender = { id: 'grantbook', url: 'chrome-extension://grantbook/popup.html' };
const logPage: Sender = {
  id: 'grantbook',
  url: 'chrome-extension://grantbook/log.html#grant=1',
  frameId: 0,
  tab: { id: 8 },
};

const grant = '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01';
const form = {
  ticket: 'IAM-1234',
  vendor: 'rudderstack',
  email: 'kim.sato@northwind.example',
  purpose: 'look',
  scope: ['Production'],
  temporary: false,
  accessEnds: '',
  approvedBy: 'Dana',
  reason: 'Checks',
};
const key = { name: 'a', owner: 'b', purpose: 'c', scope: 'd', permissions: 'e', expires: '', rotateDays: '' };

/** A payload of the right shape for every request there is. */
const good: { [N in CommandName]: object } = {
  'page.packs': {},
  'page.changed': { page: tabPage() },
  'landmark.picked': {
    generation: 'members',
    page: 'members',
    landmark: 'invite-button',
    role: 'button',
    name: 'Invite',
  },
  'roster.seen': { page: facts().recognition, url: facts().url, roster: aRoster() },
  'guide.placed': { corner: 'top-left', height: null },
  'page.facts': { grant, facts: facts() },
  'identity.save': { name: 'Robin', email: 'robin@example.com' },
  'grant.start': { id: grant, form },
  'step.confirm': { grant, step: 'send-invitation' },
  'step.reopen': { grant, step: 'send-invitation' },
  'role.justify': { grant, chosen: 'Admin', justification: 'Invites the rest of the agency' },
  'role.describe': { grant, kind: 'role', name: 'Analyst', gives: ['view'] },
  'tab.page': {},
  'guide.choose': { chosen: grant },
  'guide.point': { landmark: null, warned: ['role'] },
  'guide.size': { height: 300, collapsed: false },
  'invitation.resent': { grant },
  'invitation.withdrawn': { grant, reason: 'Put off' },
  'person.show': { grant },
  'finding.settle': {
    vendor: 'rudderstack',
    kind: 'shadow',
    how: 'accepted',
    email: 'eve@northwind.example',
    shown: 'Admin',
    grant: null,
    ticket: null,
    until: '2027-01-31',
    reason: 'Leaves in January',
    roster: 7,
  },
  'finding.removed': { grant, roster: 7 },
  'list.apply': { grant, roster: 7 },
  'review.decide': { grant, campaign: null, decision: 'keep', reason: 'Still on the project' },
  'campaign.start': { id: grant, by: 'due', what: '' },
  'campaign.finish': { campaign: grant, statement: 'Looked through' },
  'roster.read': {},
  'roster.confirm': { roster: 4 },
  'landmark.show': { landmark: 'invite-button' },
  'landmark.pick': { landmark: 'invite-button' },
  'page.report': {},
  'page.assume': { page: null },
  'keys.settle': { grant, needed: true },
  'key.document': { grant, step: 'key', where: 'Vault' },
  'key.record': { grant, step: 'key', form: key },
  'removal.start': { grant, reason: 'The project has ended' },
  'removal.stop': { grant },
  'log.exported': {
    format: 'json-lines',
    entries: 3,
    head: 'ab'.repeat(32),
    covers: wholeLog(),
  },
  'refused.count': {},
  'log.checkpoint': {},
  'log.restore': { entries: [{ v: 1 }] },
  'log.merge': { log: '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01', apart: false, mergedAt: null, entries: [{ v: 1 }] },
  'log.taken': {
    what: 'merged',
    log: '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c01',
    entries: 3,
    head: 'ab'.repeat(32),
  },
  'accounts.import': { accounts: [] },
  'person.forget': { email: 'kim@northwind.example', name: 'Kim', dry: true },
  'loss.acknowledge': {},
};

const names = Object.keys(commands) as CommandName[];
const from = (origin: Origin['from']) =>
  names.filter((name) => (commands[name].from as readonly string[]).includes(origin));
const ofPages = from('page');
const ofOurs = from('ours');
const ofGuide = from('guide');
/** Commands that come as messages; the guide's have a port. */
const sent = names.filter((name) => ofPages.includes(name) || ofOurs.includes(name));
const rightful = (name: CommandName) => (ofPages.includes(name) ? vendorPage : popup);
const atPage: Origin = { from: 'page', tab: 7, host: 'app.rudderstack.com' };
const atPopup: Origin = { from: 'ours', tab: null };
const atGuide: Origin = { from: 'guide', tab: 7, grant };

const handler = vi.fn<(payload: unknown, origin: Origin) => Promise<unknown>>();
const report = vi.fn<(problem: string) => void>();
let router: Router;

/** Expects that a message was refused and counted, without an error and without its handler having run. */
async function expectRefused(message: unknown, sender: Sender) {
  const before = router.refused();

  await expect(router.handle(message, sender)).resolves.toBeUndefined();

  expect(handler).not.toHaveBeenCalled();
  expect(router.refused()).toBe(before + 1);
}

beforeEach(() => {
  handler.mockReset().mockResolvedValue({ ok: true });
  report.mockReset();
  const handlers = Object.fromEntries(names.map((name) => [name, handler])) as unknown as Handlers;
  router = createRouter(handlers, rules, report);
});

describe('a message of the right shape from the right sender', () => {
  test.each(sent)('%s reaches its handler, parsed, with where it comes from, and is answered', async (name) => {
    const answer = await router.handle({ command: name, payload: good[name] }, rightful(name));

    expect(answer).toEqual({ ok: true });
    const origin = ofPages.includes(name) ? atPage : atPopup;
    expect(handler).toHaveBeenCalledExactlyOnceWith(commands[name].payload.parse(good[name]), origin);
    expect(router.refused()).toBe(0);
  });

  test('loses fields that nobody asked for', async () => {
    await router.handle({ command: 'guide.choose', payload: { chosen: grant, also: 'x' }, more: 'y' }, popup);

    expect(handler).toHaveBeenCalledWith({ chosen: grant }, atPopup);
  });

  test.each([popup, logPage, { ...popup, url: 'chrome-extension://grantbook/sidepanel.html' }])(
    'may come from any page of ours but the guide',
    async (sender) => {
      await router.handle({ command: 'guide.choose', payload: { chosen: grant } }, sender);

      expect(handler).toHaveBeenCalledTimes(1);
    },
  );

  test.each(['https://app.logrocket.com/', 'https://app.rudderstack.com/any/path?x=/guide.html'])(
    'may come from any page of a vendor: %s',
    async (url) => {
      await router.handle({ command: 'page.changed', payload: good['page.changed'] }, { ...vendorPage, url });

      expect(handler).toHaveBeenCalledTimes(1);
    },
  );
});

describe('a wrong sender', () => {
  const strangers: [string, Sender][] = [
    ['another extension', { id: 'other' }],
    ['nobody', { id: undefined }],
    ['no address', { url: undefined }],
    ['an empty address', { url: '' }],
    ['an address that is none', { url: 'nowhere' }],
    ['a page that is blank', { url: 'about:blank' }],
  ];

  test.each(sent.flatMap((name) => strangers.map(([what, change]) => [name, what, change] as const)))(
    '%s from %s',
    async (name, _what, change) => {
      await expectRefused({ command: name, payload: good[name] }, { ...rightful(name), ...change });
    },
  );

  test.each(sent.map((name) => [name, ofPages.includes(name) ? 'a page of ours' : 'a page of the vendor'] as const))(
    '%s from %s',
    async (name) => {
      for (const sender of ofPages.includes(name) ? [popup, logPage] : [vendorPage]) {
        await expect(router.handle({ command: name, payload: good[name] }, sender)).resolves.toBeUndefined();
      }

      expect(handler).not.toHaveBeenCalled();
    },
  );

  test.each(
    ofPages.flatMap((name) =>
      [
        ['a frame in the page', { frameId: 3 }],
        ['an unknown frame', { frameId: undefined }],
        ['no tab', { tab: undefined }],
        ['a tab without a number', { tab: {} }],
        ['plain http', { url: 'http://app.rudderstack.com/settings' }],
        ['another host', { url: 'https://docs.rudderstack.com/' }],
        ['a host that ends like the vendor’s', { url: 'https://evil-app.rudderstack.com/' }],
        ['a host that begins like the vendor’s', { url: 'https://app.rudderstack.com.evil.example/' }],
        ['the vendor’s host as a user name', { url: 'https://app.rudderstack.com@evil.example/' }],
        ['another port', { url: 'https://app.rudderstack.com:8443/' }],
        ['a host with a dot at its end', { url: 'https://app.rudderstack.com./' }],
        ['a copy of the page', { url: 'blob:https://app.rudderstack.com/5f0c' }],
        ['a file', { url: 'file:///app.rudderstack.com/' }],
      ].map(([what, change]) => [name, what, change] as [CommandName, string, Partial<Sender>]),
    ),
  )('%s from %s', async (name, _what, change) => {
    await expectRefused({ command: name, payload: good[name] }, { ...vendorPage, ...change });
  });

  test.each(
    ofOurs.flatMap((name) =>
      [
        ['the guide', { url: 'chrome-extension://grantbook/guide.html' }],
        ['the guide with a key', { url: 'chrome-extension://grantbook/guide.html#key' }],
        ['the guide by a longer way', { url: 'chrome-extension://grantbook/./a/../guide.html?x' }],
        [
          'the guide, spelt otherwise',
          { url: 'chrome-extension://grantbook/%67uide.html', frameId: 4, tab: { id: 7 } },
        ],
        ['the guide at a dynamic address', { url: 'chrome-extension://0f3b/guide.html', frameId: 4, tab: { id: 7 } }],
        ['a page of ours in a frame', { url: 'chrome-extension://grantbook/log.html', frameId: 4, tab: { id: 7 } }],
        ['an extension that is called like ours', { url: 'chrome-extension://grantbook.evil/popup.html' }],
        ['ours in another browser’s scheme', { url: 'moz-extension://grantbook/popup.html' }],
        ['a web page that names ours', { url: 'https://evil.example/chrome-extension://grantbook/popup.html' }],
      ].map(([what, change]) => [name, what, change] as [CommandName, string, Partial<Sender>]),
    ),
  )('%s from %s', async (name, _what, change) => {
    await expectRefused({ command: name, payload: good[name] }, { ...popup, ...change });
  });
});

describe('a wrong shape', () => {
  test.each([
    undefined,
    null,
    7,
    'tab.page',
    [],
    {},
    { command: 7 },
    { command: 'nothing.known', payload: {} },
    { command: 'constructor', payload: {} },
    { command: '__proto__', payload: {} },
    { command: 'toString', payload: {} },
    { payload: {} },
  ])('of the message: %j', async (message) => {
    await expectRefused(message, popup);
    await expectRefused(message, vendorPage);
  });

  test.each(sent.flatMap((name) => [undefined, null, 7, 'x', []].map((payload) => [name, payload] as const)))(
    'of the payload: %s with %j',
    async (name, payload) => {
      await expectRefused({ command: name, payload }, rightful(name));
    },
  );

  const fields = sent.flatMap((name) => Object.keys(good[name]).map((field) => [name, field] as const));

  test.each(fields)('%s without its %s', async (name, field) => {
    const { [field]: _left, ...payload } = good[name] as Record<string, unknown>;

    await expectRefused({ command: name, payload }, rightful(name));
  });

  test.each(fields)('%s where %s is something else', async (name, field) => {
    await expectRefused({ command: name, payload: { ...good[name], [field]: { or: ['else'] } } }, rightful(name));
  });

  const long = 'x'.repeat(5001);

  test.each<[CommandName, object]>([
    ['identity.save', { name: long }],
    ['grant.start', { id: 'IAM-1234' }],
    ['grant.start', { id: grant.toUpperCase() }],
    ['grant.start', { form: { ...form, reason: long } }],
    ['grant.start', { form: { ...form, scope: [7] } }],
    ['step.confirm', { step: long }],
    ['page.changed', { page: tabPage({ url: 'nowhere' }) }],
    ['page.changed', { page: tabPage({ url: `https://app.rudderstack.com/${'x'.repeat(2000)}` }) }],
    ['page.facts', { facts: { ...facts(), rows: Array.from({ length: 21 }, () => facts().rows[0]) } }],
    ['page.facts', { facts: { ...facts(), landmarks: { a: 'yes' } } }],
    ['page.facts', { facts: { ...facts(), notices: [long] } }],
    ['page.facts', { facts: { ...facts(), rows: [{ ...facts().rows[0], status: 'gone' }] } }],
    ['roster.seen', { roster: { ...aRoster(), rows: Array.from({ length: 20_001 }, () => facts().rows[0]) } }],
    ['log.exported', { head: '' }],
    ['log.exported', { entries: -0.5 }],
  ])('%s with %j', async (name, change) => {
    await expectRefused({ command: name, payload: { ...good[name], ...change } }, rightful(name));
  });
});

describe('a handler that fails', () => {
  test.each([new Error('QuotaExceededError'), 'text', undefined, null])(
    'with %s is an answer like a refusal, and counted',
    async (error) => {
      handler.mockRejectedValue(error);

      await expect(
        router.handle({ command: 'guide.choose', payload: { chosen: grant } }, popup),
      ).resolves.toBeUndefined();

      expect(router.refused()).toBe(1);
    },
  );

  test('before its first await is one, too', async () => {
    handler.mockImplementation(() => {
      throw new Error('boom');
    });

    await expect(
      router.handle({ command: 'guide.choose', payload: { chosen: grant } }, popup),
    ).resolves.toBeUndefined();
  });

  test('stops no other message', async () => {
    handler.mockRejectedValueOnce(new Error('boom'));

    await router.handle({ command: 'guide.choose', payload: { chosen: grant } }, popup);

    expect(await router.handle({ command: 'guide.choose', payload: { chosen: grant } }, popup)).toEqual({ ok: true });
  });
});

describe('what is reported', () => {
  test('names the request and the reason, and nothing that the sender wrote', async () => {
    handler.mockRejectedValue(new Error('boom'));

    await router.handle({ command: 'kim@northwind.example', payload: 'secret' }, popup);
    await router.handle({ command: 'guide.choose', payload: { chosen: 'secret' } }, popup);
    await router.handle({ command: 'guide.choose', payload: { chosen: grant } }, vendorPage);
    await router.handle({ command: 'guide.choose', payload: { chosen: grant } }, popup);

    expect(report.mock.calls.flat()).toEqual([
      'unknown message',
      'guide.choose with the wrong shape',
      'guide.choose from a sender that may not send it',
      'guide.choose failed: boom',
    ]);
    expect(router.refused()).toBe(4);
  });
});

describe('originOf', () => {
  test('never throws, whatever the sender says of itself', () => {
    for (const url of [
      'chrome-extension://grantbook/%',
      'chrome-extension://grantbook/%E0%A4%A',
      'https://',
      ':',
      '\0',
    ])
      expect(() => originOf({ ...popup, url }, rules)).not.toThrow();
  });

  test('knows a page of ours by the tab that it is open in', () => {
    expect(originOf(logPage, rules)).toEqual({ from: 'ours', tab: 8 });
    expect(originOf(popup, rules)).toEqual(atPopup);
  });

  test('takes no message for the guide’s', () => {
    const guide = { id: 'grantbook', url: 'chrome-extension://grantbook/guide.html', tab: { id: 7 } };

    for (const frameId of [0, 4]) expect(originOf({ ...guide, frameId }, rules)).toBeNull();
  });
});

describe('run', () => {
  test.each(ofGuide)('%s of the guide reaches its handler, about the grant of its frame', async (name) => {
    expect(await router.run({ command: name, payload: good[name] }, atGuide)).toEqual({ ok: true });

    expect(handler).toHaveBeenCalledExactlyOnceWith(commands[name].payload.parse({ ...good[name], grant }), atGuide);
  });

  const another = '5f0c9a1e-6a0b-4c53-9a41-0d9f3a6b7c02';
  const aboutGrant = ofGuide.filter((name) => 'grant' in good[name]);

  test.each(aboutGrant)('%s of the guide is about no other grant, whatever it says', async (name) => {
    await router.run({ command: name, payload: { ...good[name], grant: another } }, atGuide);
    await router.run({ command: name, payload: { ...good[name], grant: undefined } }, atGuide);

    expect(handler.mock.calls.map(([payload]) => (payload as { grant: string }).grant)).toEqual([grant, grant]);
  });

  test.each(names.filter((name) => !ofGuide.includes(name)))('%s is not the guide’s to send', async (name) => {
    expect(await router.run({ command: name, payload: good[name] }, atGuide)).toBeUndefined();

    expect(handler).not.toHaveBeenCalled();
    expect(router.refused()).toBe(1);
  });

  test.each(ofGuide.filter((name) => !ofOurs.includes(name)))('%s is the guide’s alone', async (name) => {
    for (const origin of [atPage, atPopup])
      expect(await router.run({ command: name, payload: good[name] }, origin)).toBeUndefined();

    expect(handler).not.toHaveBeenCalled();
  });
});

test('what the guide and pages of ours both send says whose grant it is about, or is about none', () => {
  const both = ofGuide.filter((name) => ofOurs.includes(name));

  expect(both.length).toBeGreaterThan(9);
  expect(both.filter((name) => !('grant' in good[name])).sort()).toEqual([
    'guide.choose',
    'landmark.pick',
    'landmark.show',
    'page.report',
  ]);
});

// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Guidance } from '@/lib/domain/grant/guidance';
import type { Roster, TabPage } from '@/lib/domain/grant/page-facts';
import type { Background } from '@/lib/page/background';
import { readPage } from '@/lib/page/page-reader';
import { runVendorPage } from '@/lib/page/vendor-page';
import { registeredPages } from '@/lib/vendors/registry';
import { fillInVisibility } from './visibility';

const packs = registeredPages.filter(({ generation }) => generation === 'members');
const email = 'kim@partner.example';
const guidance: Guidance = { key: 'k', grant: 'g', email, landmark: null, place: null, style: '' };
const title = '<main><h1>Members</h1></main>';
const whole = `<main><h1>Members</h1><button>Invite member</button>
  <table><tr><th>Name</th><th>Email</th><th>Role</th></tr>
  <tr><td>Dana</td><td>dana@acme.example</td><td>Admin</td></tr></table></main>`;

/** A background that is asked where the tab is, and answers when the test says so. */
function asked() {
  const calls: { page: TabPage; answer: (guidance: Guidance | null) => void }[] = [];
  const background = {
    changed: (page: TabPage) => new Promise<Guidance | null>((answer) => calls.push({ page, answer })),
    facts: async () => {},
    picked: async () => ({ packs, assumed: {} }),
    roster: async () => {},
    placed: async () => {},
    guideUrl: () => 'about:blank',
  } satisfies Background;
  return { calls, background };
}
const guide = () => document.querySelector('grantbook-guide');
/** Runs both parts in the page as it stands. */
const run = (background: Background, load = async () => ({ readPage })) =>
  runVendorPage({ packs, assumed: {} }, background, load, life.signal);
let life: AbortController;

beforeAll(fillInVisibility);
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

test('a late answer about the page as it was does not close the guide', async () => {
  const { calls, background } = asked();
  document.body.innerHTML = title;
  run(background);
  document.body.innerHTML = whole;
  // jsdom is slow at looking, and whoever looks slowly looks seldom.
  await vi.waitFor(() => expect(calls).toHaveLength(2), 15_000);
  expect(calls.map(({ page }) => page.recognised?.page ?? page.nearest?.missing.length)).toEqual([1, 'members']);

  calls[1]?.answer(guidance);
  await vi.waitFor(() => expect(guide()).not.toBeNull());
  calls[0]?.answer(null);
  await Promise.resolve();
  await Promise.resolve();

  expect(guide()).not.toBeNull();
}, 20_000);

test('the guide leaves when its life ends', async () => {
  const { calls, background } = asked();
  document.body.innerHTML = whole;
  run(background);
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  calls[0]?.answer(guidance);
  await vi.waitFor(() => expect(guide()).not.toBeNull());

  life.abort();

  expect(guide()).toBeNull();
});

test('a page that mounts only after it was quiet for long is recognised all the same', async () => {
  const { calls, background } = asked();
  document.body.innerHTML = '<div class="skeleton"></div>';
  run(background);
  await vi.waitFor(() => expect(calls).toHaveLength(1), 5000);
  expect(calls[0]?.page.recognised).toBeNull();

  document.body.innerHTML = whole;

  await vi.waitFor(() => expect(calls).toHaveLength(2), 5000);
  expect(calls[1]?.page.recognised?.page).toBe('members');
}, 15_000);

test('what was shown stays ringed while the page goes on moving', async () => {
  const attached = vi.spyOn(Element.prototype, 'attachShadow');
  Element.prototype.scrollIntoView ??= () => {};
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [left, width] = this.tagName === 'BUTTON' ? [100, 10] : [0, 900];
    return { left, top: 0, right: left + width, bottom: width, width, height: width } as DOMRect;
  });
  const { calls, background } = asked();
  const told = vi.spyOn(background, 'facts');
  document.body.innerHTML = whole;
  const page = run(background);
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  calls[0]?.answer(guidance);
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  const ring = () => attached.mock.results[0]?.value.querySelector('.ring');

  const reader = await page.reader();
  expect(reader?.handlers['landmark.show']({ landmark: 'invite-button' })).toEqual({ found: true });
  document.body.insertAdjacentHTML('beforeend', '<div role="alert">Saved</div>');
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2), 5000);

  expect(ring()).toMatchObject({ hidden: false, style: { left: '95px' } });
  vi.restoreAllMocks();
}, 15_000);

/** A list of these people with a button that turns its page; `more`: attributes of its table. */
const listOf = (names: string[], more = '') => `<table ${more}><tr><th>Name</th><th>Email</th><th>Role</th></tr>
  ${names.map((name) => `<tr><td>${name}</td><td>${name}@acme.example</td><td>Admin</td></tr>`).join('')}</table>`;
const pageOf = (...lists: string[]) =>
  `<main><h1>Members</h1><button>Invite member</button><p>5 members</p>${lists.join('')}<button>Next</button></main>`;

test.each<[string, (names: string[]) => string, boolean]>([
  ['changed where somebody stands on two pages', (names) => pageOf(listOf(names)), true],
  ['not changed where rows are drawn while scrolling', (names) => pageOf(listOf(names, 'aria-rowcount="6"')), false],
  ['not changed where a second list stays', (names) => pageOf(listOf(names), listOf(['eve'])), false],
])(
  'a list over its pages is %s',
  async (_what, draw, changed) => {
    const { background } = asked();
    const lists: Roster[] = [];
    const roster = async (_page: unknown, _url: string, list: Roster) => void lists.push(list);
    document.body.innerHTML = draw(['ann', 'bob']);
    const reader = await run({ ...background, roster }).reader();
    reader?.handlers['roster.read']();

    document.body.innerHTML = draw(['bob', 'cid']);

    await vi.waitFor(() => expect(lists.at(-1)?.rows.map(({ name }) => name)).toContain('cid'), 15_000);
    expect(lists.at(-1)?.hidden.includes('a list that changed')).toBe(changed);
  },
  20_000,
);

test.each([
  ['whose title is another', '<main><h1>Sessions</h1><a href="#">Team</a><button>Invite member</button></main>', false],
  ['that only lacks its list', '<main><h2>Members</h2><button>Invite member</button></main>', true],
  ['that is ours', whole, true],
])(
  'a page %s loads what reads: %s',
  async (_what, html, loads) => {
    const { calls, background } = asked();
    const load = vi.fn(async () => ({ readPage }));
    document.body.innerHTML = html;
    run(background, load);
    await vi.waitFor(() => expect(calls).not.toEqual([]), 5000);

    expect(load).toHaveBeenCalledTimes(loads ? 1 : 0);
  },
  15_000,
);

test('a page whose reader the browser refuses is told as recognised and unreadable', async () => {
  const { calls, background } = asked();
  document.body.innerHTML = whole;
  const page = run(background, async () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });

  await vi.waitFor(() => expect(calls.at(-1)?.page.isUnreadable).toBe(true));
  expect(calls.at(-1)?.page.recognised?.page).toBe('members');
  expect(await page.handlers['page.look']()).toMatchObject({ facts: null });
  for (const { answer } of calls) answer(guidance);
  await new Promise((done) => setTimeout(done));
  expect(guide()).toBeNull();
});

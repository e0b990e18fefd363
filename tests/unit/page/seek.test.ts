// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patience, seek } from '@/lib/page/seek';

let life: AbortController;
/** Milliseconds since the seeking began at which the page was looked at, and at which it was said to be short of something. */
let looks: number[];
let lacks: [at: number, isOver: boolean][];
let start: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  document.body.innerHTML = '';
  life = new AbortController();
  looks = [];
  lacks = [];
  start = performance.now();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const now = () => performance.now() - start;
const begin = (found: () => boolean | 'soon' = () => false) =>
  seek(
    () => {
      looks.push(now());
      return found();
    },
    life.signal,
    (isOver) => lacks.push([now(), isOver]),
  );
const change = () => document.body.append(document.createElement('p'));
/** Lets time pass; observers are called between timers. */
async function pass(milliseconds: number, each = 10, then = () => {}) {
  for (let at = 0; at < milliseconds; at += each) {
    await vi.advanceTimersByTimeAsync(each);
    then();
    await Promise.resolve();
  }
}

test('a change of a quiet page is looked at within 100 ms', async () => {
  begin();
  await pass(1000);
  change();
  await pass(100);

  expect(looks).toHaveLength(2);
});

test('a page that never rests is looked at once a second, and seldom more', async () => {
  begin();
  await pass(10_000, 10, change);

  const gaps = looks.slice(1).map((at, index) => at - (looks[index] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(900);
  expect(looks.length).toBeLessThan(18);
});

test('a page that came to rest is looked at soon again', async () => {
  begin();
  await pass(3000, 10, change);
  await pass(1000);
  const before = looks.length;
  change();
  await pass(100);

  expect(looks).toHaveLength(before + 1);
});

test('a page that was found is not looked at any more', async () => {
  begin(() => looks.length > 1);
  await pass(1000);
  change();
  await pass(patience.most, 10, change);

  expect(looks).toHaveLength(2);
  expect(lacks).toEqual([]);
});

test('a page that stays quiet lacks something, and is looked at on until its time is up', async () => {
  begin();
  await pass(patience.most + 1000, 100);
  change();
  await pass(1000);

  expect(lacks.map(([, isOver]) => isOver)).toEqual([false, true]);
  expect(looks).toHaveLength(1);
});

test('a page of which nearly all is there may be quiet for long', async () => {
  begin(() => 'soon');
  await pass(patience.most + 1000, 100);

  expect(lacks.map(([, isOver]) => isOver)).toEqual([true]);
});

test('nothing looks after its life', async () => {
  begin();
  life.abort();
  change();
  await pass(patience.most + 1000, 100, change);

  expect(looks).toHaveLength(1);
  expect(lacks).toEqual([]);
});

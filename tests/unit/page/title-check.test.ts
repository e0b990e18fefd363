// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { titleCheck } from '@/lib/page/title-check';
import { registeredPages } from '@/lib/vendors/registry';

const check = titleCheck(registeredPages.filter(({ vendor }) => vendor === 'logrocket'));

test.each([
  ['says a title', '<h1>Team members</h1>', true],
  ['says it in pieces', '<h1><b>T</b>e<i>am</i></h1>', true],
  ['says it with a mark that nobody sees', '<h1>Te\u00adam</h1>', true],
  ['says it by an attribute', '<h1 aria-label="API keys"><svg></svg></h1>', true],
  ['names it in its menu only', '<nav><a href="#">Team</a></nav><h1>Sessions</h1>', true],
  ['says half of a title', '<h1>Public API</h1>', false],
  ['says something else', '<h1>Sessions</h1><button title="Filter">…</button>', false],
  ['says nothing', '', false],
])('a page that %s passes: %#', (_what, html, passes) => {
  document.body.innerHTML = html;

  expect(check()).toBe(passes);
});

test('a page that is too long to be read whole passes', () => {
  document.body.innerHTML = '<i></i>'.repeat(5000);

  expect(check()).toBe(true);
});

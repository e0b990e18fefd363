// @vitest-environment jsdom
import { beforeAll, expect, test } from 'vitest';
import { finderOf } from '@/lib/page/finder';
import { attachShadowRoots, fillInVisibility } from './visibility';

beforeAll(fillInVisibility);

const find = (html: string, nth?: number) => {
  document.body.innerHTML = html;
  attachShadowRoots();
  return finderOf().find({ role: 'button', words: ['Edit'], nth });
};

test.each([
  ['any of several', undefined, 'a'],
  ['the third of several', 2, 'c'],
  ['none where there are fewer now', 3, undefined],
])('finds %s that are called the same', (_what, nth, expected) => {
  const hit = find('<button id="a">Edit</button><button id="b">Edit</button><button id="c">Edit</button>', nth);

  expect(hit?.element.id).toBe(expected);
});

test.each([
  ['a link with room around its words', '<a id="a" style="padding: 6px">Edit</a>', 'a'],
  ['no link in words alone', '<a id="a">Edit</a>', undefined],
  ['no link within a sentence', '<p>To start, <a id="a" style="padding: 6px">Edit</a></p>', undefined],
  ['a box over which the pointer changes', '<div id="a" style="cursor: pointer"><i></i>Edit</div>', 'a'],
  ['no box of words', '<div id="a">Edit</div>', undefined],
])('takes for a button %s', (_what, html, expected) => {
  expect(find(html)?.element.id).toBe(expected);
});

test.each([
  [
    'the control in its shadow root',
    '<x-button><template shadowrootmode="open"><button id="a"><slot></slot></button></template>Edit</x-button>',
  ],
  ['itself, where nobody sees into it', '<x-button id="a" label="Edit"></x-button>'],
])('finds of a custom element %s', (_what, html) => {
  expect(find(html)?.element.id).toBe('a');
});

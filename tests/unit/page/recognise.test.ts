// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { finderOf } from '@/lib/page/finder';
import { viewOf } from '@/lib/page/page-view';
import { memberList, recognise } from '@/lib/page/recognise';
import { titleCheck } from '@/lib/page/title-check';
import { registeredPages } from '@/lib/vendors/registry';
import type { Query } from '@/lib/vendors/vendor';

// Nothing is hidden in what is made here, and jsdom has no `checkVisibility`.
beforeAll(() => {
  Element.prototype.checkVisibility = () => true;
});

/** Always the same cases: one that nobody met before is for whoever looks for it, not for whoever changes something else. */
const cases = { numRuns: 300, seed: 3 };

/** The generation and page that HTML is recognised as, or what it is short of. */
const named = (vendor: string, html: string) => {
  document.body.innerHTML = html;
  const packs = registeredPages.filter((pack) => pack.vendor === vendor);
  const { recognised, nearest } = recognise({ packs, assumed: {} }, finderOf(), { proofOf: viewOf, isThorough: true });
  if (recognised) expect(titleCheck(packs)()).toBe(true);
  const { generation, page } = recognised?.recognition ?? {};
  return recognised ? `${generation}/${page}` : (nearest?.missing ?? null);
};

describe('what only a column tells apart', () => {
  const head = '<main><h1>Team Members</h1><button>Invite team members</button>';
  const list = (columns: string) =>
    `<table><thead><tr>${columns}</tr></thead><tbody><tr><td>Dana</td><td>dana@acme.example</td><td>Admin</td><td>2</td></tr></tbody></table>`;
  const usual = '<th>Name</th><th>Email</th><th>Role</th>';

  test.each([
    ['is left open while there is no list', head, [memberList]],
    ['is one page with the column', head + list(`${usual}<th>Apps</th>`), 'organization-team/team'],
    ['is the other without it', head + list(`${usual}<th></th>`), 'team-members/team-members'],
  ])('%s', (_what, html, expected) => {
    expect(named('logrocket', html)).toEqual(expected);
  });
});

test('a member’s and a group’s details win over the list whose tab they stand under', () => {
  const tabs = (current: string) =>
    ['Baseline Workspace Policies', 'Groups', 'Users', 'Invitations', 'Service Access Tokens']
      .map((name) => `<div role="tab" aria-selected="${name === current}">${name}</div>`)
      .join('');
  const page = (current: string, inner: string) => `<main><h1>Access Management</h1>${tabs(current)}${inner}</main>`;
  const inner = (tab: string, button: string) =>
    `<div role="tab" aria-selected="true">${tab}</div><button>${button}</button>`;

  expect([
    named('rudderstack', page('Users', '')),
    named('rudderstack', page('Users', inner('Individual Permissions', 'Add workspace policy'))),
    named('rudderstack', page('Groups', '')),
    named('rudderstack', page('Groups', inner('Group Members', 'Add group members'))),
  ]).toEqual([
    'access-management/users',
    'access-management/member',
    'access-management/groups',
    'access-management/group',
  ]);
});

const vendors = [...new Set(registeredPages.map(({ vendor }) => vendor))];
const queriesOf = (vendor: string, of: (query: Query) => boolean) =>
  registeredPages
    .filter((pack) => pack.vendor === vendor)
    .flatMap(({ pages }) => pages.flatMap(({ every, also = [], none = [] }) => [...every.flat(), ...also, ...none]))
    .filter(of)
    .flatMap(({ words }) => words);
const usual = [
  'team',
  'Members of your team',
  'invite',
  'dana@acme.example',
  'Pending',
  'Save',
  '3 members',
  'Settings',
  '',
];
/** Counts and punctuation beside a word change nothing. */
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '');
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Pages of some elements each, with words from a list. */
const anyPage = (tags: readonly string[], words: readonly string[]) => {
  const element = fc.tuple(
    fc.constantFrom(...tags),
    fc.constantFrom(...words),
    fc.constantFrom('main', 'nav', 'aside'),
  );
  return fc.array(element, { maxLength: 25 }).map((parts) => {
    const inside = (place: string) =>
      parts
        .filter(([, , where]) => where === place)
        .map(([tag, word]) => {
          const [name = '', attributes = ''] = tag.split(' ');
          return `<${name} ${attributes.replace('&', ' ')}>${escaped(word)}</${name}>`;
        })
        .join('');
    return `<nav>${inside('nav')}</nav><main>${inside('main')}</main><aside>${inside('aside')}</aside>`;
  });
};

const prose = ['p', 'span', 'label', 'a href=#', 'li', 'button', 'option', 'code'];
const speaking = [
  'h1',
  'h2',
  'h3',
  'div role=tab',
  'div role=tab&aria-selected=true',
  'div role=columnheader',
  ...prose,
];

describe.each(vendors)('a page at %s', (vendor) => {
  test('that says all the right words, but none of them as its title, is never recognised', () => {
    const words = [...queriesOf(vendor, () => true), ...usual];
    fc.assert(
      fc.property(anyPage(prose, words), (html) => {
        expect(named(vendor, html)).not.toBeTypeOf('string');
      }),
      cases,
    );
  });

  test('whose titles are other words is never recognised, whatever else it says', () => {
    const titles = new Set(queriesOf(vendor, ({ role }) => role === 'title').map(letters));
    const words = [...queriesOf(vendor, () => true), ...usual].filter((word) => !titles.has(letters(word)));
    fc.assert(
      fc.property(anyPage(speaking, words), (html) => {
        expect(named(vendor, html)).not.toBeTypeOf('string');
      }),
      cases,
    );
  });
});

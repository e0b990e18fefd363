// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Roster } from '@/lib/domain/grant/page-facts';
import { finderOf } from '@/lib/page/finder';
import { gathering } from '@/lib/page/gather';
import { readRoster } from '@/lib/page/read-roster';
import { findTables } from '@/lib/page/table';
import { registeredPages } from '@/lib/vendors/registry';

// Nothing is hidden in what is made here, and jsdom has no `checkVisibility`.
beforeAll(() => {
  Element.prototype.checkVisibility = () => true;
});

/** Always the same cases: one that nobody met before is for whoever looks for it, not for whoever changes something else. */
const cases = { numRuns: 150, seed: 3 };
const known = registeredPages.find(({ generation }) => generation === 'members')?.roster;

interface Place {
  from: number;
  to: number;
  total: number;
  page: number;
  pages: number;
}

/** How a page says how many there are; what says nothing of it as well. */
const counts: Readonly<Record<string, (at: Place) => string>> = {
  'a total': ({ total }) => `<p>${total} members</p>`,
  'a total in a heading': ({ total }) => `<h2>Members (${total})</h2>`,
  'a part of the total': ({ from, to, total }) => `<span>${from + 1}–${to} of ${total}</span>`,
  'a total with its digits apart': ({ total }) => `<p><b>${total}</b> <span>people</span></p>`,
  nothing: () => '',
  'where one is': ({ page, pages }) => `<span>Page ${page} of ${pages}</span>`,
};

/** Numbers of something else, which nobody would take for the total. */
const junk: readonly ((at: Place) => string)[] = [
  () => '',
  ({ to, from }) => `<p>${to - from} rows per page</p>`,
  () => '<label>Show <select><option>10</option><option>25</option><option>100</option></select> entries</label>',
  ({ to, from }) => `<p>${to - from} people viewed sessions today</p>`,
  ({ to, from }) => `<p>${to - from} of 50 seats used</p>`,
  ({ to, from }) => `<div role="tab" aria-selected="false">Groups ${to - from}</div>`,
  ({ to, from }) => `<p>Up to ${to - from} members on the free plan</p>`,
  ({ to, from }) => `<p>${to - from} selected</p>`,
];

/** How one gets to the rest. */
const pagers: Readonly<Record<string, (at: Place) => string>> = {
  'buttons with words': ({ page, pages }) =>
    `<button ${page === 1 ? 'disabled' : ''}>Previous</button><button ${page === pages ? 'disabled' : ''}>Next</button>`,
  'buttons with labels': ({ page, pages }) =>
    `<nav aria-label="pagination"><button aria-label="Go to next page" ${page === pages ? 'disabled' : ''}></button></nav>`,
  numbers: ({ pages }) => `<ul>${Array.from({ length: pages }, (_, at) => `<li><a>${at + 1}</a></li>`).join('')}</ul>`,
  arrows: ({ page, pages }) => `<a>‹</a><a class="${page === pages ? 'disabled' : ''}">›</a>`,
  'a button for more': ({ to, total }) => (to < total ? `<button>Load ${total - to} more</button>` : ''),
  scrolling: () => '',
};

const draw = (place: Place, count: string, pager: string, noise: (at: Place) => string) => {
  const rows = Array.from({ length: place.to - place.from }, (_, at) => {
    const id = place.from + at;
    return `<tr><td>Person ${String.fromCharCode(65 + (id % 26))}</td><td>p${id}@x.example</td><td>Admin</td></tr>`;
  });
  document.body.innerHTML = `<main><h1>Members</h1>${noise(place)}${counts[count]?.(place)}<table><thead><tr><th>Name</th><th>Email</th><th>Role</th></tr></thead><tbody>${rows.join('')}</tbody></table>${pagers[pager]?.(place)}</main>`;
};

function read(): Roster {
  if (!known) throw new Error('There is no such pack.');
  return readRoster(findTables(known, finderOf().outline), known);
}

const anyList = fc.record({
  total: fc.integer({ min: 1, max: 23 }),
  size: fc.integer({ min: 1, max: 12 }),
  count: fc.constantFrom(...Object.keys(counts)),
  pager: fc.constantFrom(...Object.keys(pagers)),
  noise: fc.constantFrom(...junk),
  visits: fc.array(fc.nat(), { minLength: 1, maxLength: 30 }),
  isWhole: fc.boolean(),
});

test('a list over any pages is called complete only where every row of it was seen', () => {
  let complete = 0;
  fc.assert(
    fc.property(anyList, ({ total, size, count, pager, noise, visits, isWhole }) => {
      const pages = Math.ceil(total / size);
      const way = isWhole ? Array.from({ length: pages }, (_, at) => at) : visits.map((visit) => visit % pages);
      const list = gathering();
      let roster: Roster | undefined;
      for (const page of way) {
        const from = page * size;
        draw({ from, to: Math.min(from + size, total), total, page: page + 1, pages }, count, pager, noise);
        roster = list.add(read(), true);
      }

      const seen = new Set(roster?.rows.map(({ email }) => email));
      if (roster?.complete) expect(seen.size).toBe(total);
      if (isWhole && count.includes('total')) expect(roster).toMatchObject({ complete: true, claimed: total });
      complete += Number(roster?.complete);
    }),
    cases,
  );
  expect(complete).toBeGreaterThan(cases.numRuns / 5);
});

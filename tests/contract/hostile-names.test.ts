// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { Roster } from '@/lib/domain/grant/page-facts';
import { textsIn } from '@/lib/page/dom';
import { finderOf } from '@/lib/page/finder';
import { readRoster } from '@/lib/page/read-roster';
import { findTables } from '@/lib/page/table';
import { registeredPages } from '@/lib/vendors/registry';
import { attachShadowRoots, fillInVisibility } from '../unit/page/visibility';

beforeAll(fillInVisibility);

/** What a member may call themself to be taken for something else. */
const names = [
  'Pending Smith',
  'Expired Smith',
  'Pending',
  'Invited 2 days ago',
  'Active',
  'Owner',
  'Kim Lee (Admin) · Pending',
  'Accepted: no',
  'kim@partner.example',
];

const pages = registeredPages.flatMap(({ vendor, generation, roster }) => {
  const folder = `lib/vendors/${vendor}/${generation}/__fixtures__`;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ page: `${vendor}/${generation}/${file}`, path: `${folder}/${file}`, roster }));
});

it.each(pages)('$page says the same of people, whatever one of them is called', ({ path, roster: words }) => {
  const html = readFileSync(path, 'utf8');
  const read = () => readRoster(findTables(words, finderOf().outline), words);
  document.documentElement.innerHTML = html;
  attachShadowRoots();
  const before = read();
  const own = before.rows.find(({ name }) => name.length > 3 && !name.includes('@'));
  const place = own && textsIn(document.body).find(({ data }) => data.trim() === own.name);
  if (!own || !place) return;

  for (const name of names) {
    place.data = name;
    const after = read();

    expect(withoutNames(after), name).toEqual(
      withoutNames(name.includes('@') ? without(before, after, own.email) : before),
    );
  }
});

const withoutNames = ({ rows, ...roster }: Roster) => ({ ...roster, rows: rows.map(({ name: _, ...row }) => row) });

/** Where an address stands for a name and no column says which is which, the row may be left unread, with a reason. */
function without(before: Roster, after: Roster, email: string): Roster {
  if (after.rows.some((row) => row.email === email)) return before;
  expect(after).toMatchObject({ complete: false, hidden: expect.arrayContaining([expect.stringMatching(/address/)]) });
  return { ...after, rows: before.rows.filter((row) => row.email !== email) };
}

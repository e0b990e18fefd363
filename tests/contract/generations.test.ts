import { describe, expect, it } from 'vitest';
import { vendors } from '@/lib/vendors/registry';
import { GENERATIONS } from '../../practice/serve.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { generationFolders, missingParts } from '../support/generation-parts';
import { walks } from '../support/walks';

const registered = vendors.flatMap((vendor) =>
  vendor.generations.map((generation) => ({ name: `${vendor.id}/${generation.id}`, vendor, generation })),
);

describe.each(generationFolders(root))('%s is a whole generation', (name) => {
  const [, id = ''] = name.split('/');
  const found = registered.find((one) => one.name === name);

  it('has data, saved pages and a practice console', () => {
    expect(missingParts(root, name)).toEqual([]);
    expect(found).toBeDefined();
  });

  it('shares its id with no other', () => {
    expect(registered.filter(({ generation }) => generation.id === id).map((one) => one.name)).toEqual([name]);
  });

  it('has a console at one of the vendor’s hosts, whose pages are its own', () => {
    const { team = '', pages = {} } = GENERATIONS[id] ?? {};
    const [first] = found?.generation.pages.pages ?? [];

    expect(found?.vendor.hosts).toContain(new URL(team).hostname);
    expect(found?.generation.pages.pages.map((page) => page.id)).toEqual(expect.arrayContaining(Object.keys(pages)));
    expect(team.endsWith(pages[first?.id ?? ''] ?? 'its first page')).toBe(true);
  });

  it('is walked by the browser tests', () => {
    expect(walks.map(({ generation }) => generation)).toContain(id);
  });
});

it('one console of each vendor is the one that its host shows', () => {
  for (const { id } of vendors) {
    const shown = Object.values(GENERATIONS).filter((one) => one.vendor === id && one.default);
    expect(shown, id).toHaveLength(1);
  }
});

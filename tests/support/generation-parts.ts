import { existsSync, readdirSync } from 'node:fs';

/** What each generation has to have, in the repository at `root`: its data, saved pages that it is tested on, a console to practise in. */
const files = (name: string) => [
  `lib/vendors/${name}/pages.ts`,
  `lib/vendors/${name}/roles.ts`,
  `lib/vendors/${name}/checklists.ts`,
  `practice/${name}/addresses.json`,
  `practice/${name}/index.html`,
  `practice/${name}/main.tsx`,
];

/** Lists what a generation lacks, by its name `vendor/generation`. */
export function missingParts(root: string, name: string): string[] {
  const saved = `lib/vendors/${name}/__fixtures__`;
  const pages = existsSync(`${root}/${saved}`) ? readdirSync(`${root}/${saved}`) : [];
  const own = pages.filter((page) => page.endsWith('.html') && !page.startsWith('not-'));
  const told = own.filter((page) => pages.includes(page.replace(/html$/, 'expected.json')));
  return [
    ...files(name).filter((file) => !existsSync(`${root}/${file}`)),
    ...(own.length === 0 ? [`${saved}/*.html`] : []),
    ...(told.length < Math.max(own.length, 1) ? [`${saved}/*.expected.json`] : []),
  ];
}

const foldersIn = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Names every generation that has a folder in `lib/vendors/` or a console in `practice/`. */
export function generationFolders(root: string): string[] {
  const vendors = foldersIn(`${root}/lib/vendors`);
  const inside = (top: string, vendor: string) =>
    existsSync(`${root}/${top}/${vendor}`) ? foldersIn(`${root}/${top}/${vendor}`).map((id) => `${vendor}/${id}`) : [];
  const names = vendors.flatMap((vendor) => [...inside('lib/vendors', vendor), ...inside('practice', vendor)]);
  return [...new Set(names)].filter((name) => !name.endsWith('/parts')).sort();
}

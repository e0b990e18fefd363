/**
 * Draws which folders of the product import which, as a Mermaid flowchart, whoever imports above. An arrow is left out
 * where others lead there as well.
 *
 * @param {ReadonlyMap<string, readonly import('./imports.mjs').Import[]>} imports of every file
 */
export function picture(imports) {
  /** @type {Map<string, Set<string>>} */
  const edges = new Map();
  for (const { from, to } of [...imports.values()].flat()) {
    const [one, other] = [folderOf(from), folderOf(to)];
    if (one === undefined || other === undefined || one === other) continue;
    edges.set(one, (edges.get(one) ?? new Set()).add(other));
  }
  const folders = [...new Set([...edges].flatMap(([from, to]) => [from, ...to]))].sort();
  const arrows = folders.flatMap((from) => direct(from, edges).map((to) => `  ${nameOf(from)} --> ${nameOf(to)}`));
  return ['flowchart TD', ...folders.map((folder) => `  ${nameOf(folder)}["${folder}"]`), ...arrows].join('\n');
}

/**
 * Puts a picture into the place for it in a Markdown page.
 *
 * @param {string} page
 * @param {string} drawn
 */
export const withPicture = (page, drawn) =>
  page.replace(/```mermaid\n.*?```/s, () => `\`\`\`mermaid\n${drawn}\n\`\`\``);

/** Returns the part of the product that a file belongs to: a folder of `lib/`, else one at the top. @param {string} file */
const folderOf = (file) => /^(components|entrypoints|lib\/[^/]+)/.exec(file)?.[1];

/** @param {string} folder */
const nameOf = (folder) => folder.replace(/^lib\//, '').replace(/\.ts$/, '');

/** @type {(from: string, edges: ReadonlyMap<string, ReadonlySet<string>>) => string[]} */
function direct(from, edges) {
  const next = [...(edges.get(from) ?? [])].sort();
  return next.filter((to) => !next.some((other) => other !== to && reaches(other, to, edges)));
}

/** @type {(from: string, to: string, edges: ReadonlyMap<string, ReadonlySet<string>>) => boolean} */
function reaches(from, to, edges) {
  const met = new Set([from]);
  // A set hands out what is added to it while it is walked.
  for (const folder of met) for (const next of edges.get(folder) ?? []) met.add(next);
  return met.has(to);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/lib/imports.mjs';
import { root } from '../../scripts/lib/paths.mjs';

/** Lists the docstrings of a text that begin with a question word: a clause, where a sentence is due. */
const clauses = (text: string): string[] =>
  [...text.matchAll(/\/\*\*[\s*]*((?:What|How|Where|Whether|Which|When|Who|Whose|Why)\b[^\n]*)/g)].map(
    ([, words = '']) => words,
  );

it.each(sourceFiles().filter((file) => /^(components|entrypoints|lib)\/.*\.tsx?$/.test(file)))(
  'docstrings of %s begin with a verb',
  (file) => {
    expect(clauses(readFileSync(join(root, file), 'utf8'))).toEqual([]);
  },
);

it('finds a clause, in one line or several', () => {
  expect(clauses('/** What is left. */\n/**\n * Whether it is.\n */\n/** Tells whether it is. */')).toEqual([
    'What is left. */',
    'Whether it is.',
  ]);
});

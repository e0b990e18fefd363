import { describe, expect, it } from 'vitest';
import { importsOf } from '../../../scripts/lib/imports.mjs';
import { picture, withPicture } from '../../../scripts/lib/picture.mjs';

/** Draws a toy repository, given by what each file imports. */
function drawn(files: Readonly<Record<string, readonly string[]>>): string[] {
  const paths = Object.keys(files);
  const tree = Object.entries(files).map(([path, used]) => {
    const text = used.map((one) => `import '@/${one}';`).join('\n');
    return [path, importsOf(path, text, paths)] as const;
  });
  return picture(new Map(tree)).split('\n').slice(1);
}

describe('picture', () => {
  it('has a box for each folder of the product, and an arrow for what one imports of another', () => {
    expect(
      drawn({
        'entrypoints/popup/main.tsx': ['lib/react/use-now.ts', 'lib/browser.ts', 'react'],
        'lib/react/use-now.ts': [],
        'lib/browser.ts': [],
        'tests/unit/a.test.ts': ['lib/browser.ts'],
      }),
    ).toEqual([
      '  entrypoints["entrypoints"]',
      '  browser["lib/browser.ts"]',
      '  react["lib/react"]',
      '  entrypoints --> browser',
      '  entrypoints --> react',
    ]);
  });

  it('leaves out an arrow where others lead, however far', () => {
    const arrows = drawn({
      'lib/a/one.ts': ['lib/b/one.ts', 'lib/c/one.ts', 'lib/d/one.ts'],
      'lib/b/one.ts': ['lib/c/one.ts'],
      'lib/c/one.ts': [],
      'lib/c/two.ts': ['lib/d/one.ts'],
      'lib/d/one.ts': [],
    }).filter((line) => line.includes('-->'));

    expect(arrows).toEqual(['  a --> b', '  b --> c', '  c --> d']);
  });
});

it('withPicture puts it where one stood, and leaves the rest of the page', () => {
  const page = 'Before.\n```mermaid\nold\n```\nAfter.\n';

  expect(withPicture(page, 'a --> b')).toBe('Before.\n```mermaid\na --> b\n```\nAfter.\n');
  expect(withPicture(withPicture(page, 'a'), 'a')).toBe(withPicture(page, 'a'));
});

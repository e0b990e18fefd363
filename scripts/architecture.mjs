import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allImports } from './lib/imports.mjs';
import { root } from './lib/paths.mjs';
import { picture, withPicture } from './lib/picture.mjs';

/** Draws the picture in docs/architecture.md anew. */
const file = join(root, 'docs', 'architecture.md');
writeFileSync(file, withPicture(readFileSync(file, 'utf8'), picture(allImports())));

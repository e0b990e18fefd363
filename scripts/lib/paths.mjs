import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The folders of the builds. */
export const built = {
  chromium: join(root, '.output', 'chrome-mv3'),
  firefox: join(root, '.output', 'firefox-mv3'),
  practice: join(root, '.output', 'practice'),
};

/** Everything that a run leaves behind for a person to look at. */
export const out = join(root, 'out');

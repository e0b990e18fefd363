import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { built } from '../../scripts/lib/paths.mjs';

/**
 * The folder of a production build.
 *
 * @throws when it is not built; a browser test must never pass on something older than it says
 */
export function buildFolder(browser: 'chromium' | 'firefox'): string {
  const folder = built[browser];
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`${browser} is not built: npm test -- build`);
  return folder;
}

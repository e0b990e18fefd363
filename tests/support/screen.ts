import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { canInstall, install } from '../../scripts/lib/browsers.mjs';

/** Of a virtual screen, in px. */
export const screenSize = { width: 1600, height: 1000 };

const isThere = (program: string, flag: string) => spawnSync(program, [flag], { stdio: 'ignore' }).error === undefined;
const bothAreThere = () => isThere('Xvfb', '-help') && isThere('import', '-version');

/** Whether a whole window can be photographed without a display; on Debian as root, what it takes is installed. */
export function canPhotograph(): boolean {
  if (process.platform !== 'linux') return false;
  return bothAreThere() || (canInstall() && install(['xvfb', 'imagemagick']) && bothAreThere());
}

/**
 * Runs with a virtual screen.
 *
 * @param run gets the name of its display, such as `:99`
 */
export async function withScreen(run: (display: string) => Promise<void>): Promise<void> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', `${screenSize.width}x${screenSize.height}x24`],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  try {
    // The server takes a free number and says which once it is ready.
    const [number] = await once(server.stdout, 'data');
    await run(`:${String(number).trim()}`);
  } finally {
    server.kill();
  }
}

/** Photographs everything that a screen shows. */
export function photograph(display: string, path: string): void {
  execFileSync('import', ['-display', display, '-window', 'root', path], { stdio: 'ignore' });
}

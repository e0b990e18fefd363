import { describe, expect, it } from 'vitest';
import { candidates, type Machine } from '../../../scripts/lib/browsers.mjs';

const linux: Machine = { platform: 'linux', env: { PATH: '/usr/local/bin:/usr/bin:/snap/bin' }, home: '/home/a' };
const mac: Machine = { platform: 'darwin', env: {}, home: '/Users/a' };
const windows: Machine = {
  platform: 'win32',
  env: { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
  home: 'C:\\Users\\a',
};

describe('candidates', () => {
  it.each([
    { kind: 'chromium', machine: linux, path: '/usr/bin/google-chrome' },
    { kind: 'chromium', machine: linux, path: '/usr/bin/microsoft-edge' },
    { kind: 'chromium', machine: mac, path: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' },
    { kind: 'chromium', machine: mac, path: '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium' },
    { kind: 'chromium', machine: windows, path: 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe' },
    { kind: 'firefox', machine: linux, path: '/usr/bin/firefox-esr' },
    { kind: 'firefox', machine: windows, path: 'C:\\Program Files\\Mozilla Firefox\\firefox.exe' },
  ] as const)('looks for $kind on $machine.platform at $path', ({ kind, machine, path }) => {
    expect(candidates(kind, machine)).toContain(path);
  });

  it('prefers Chromium, and takes a snap last: it cannot see every folder', () => {
    const found = candidates('chromium', linux);

    expect(found[0]).toBe('/usr/local/bin/chromium');
    expect(found.at(-1)).toBe('/snap/bin/chromium');
    expect(found.filter((path) => path.startsWith('/snap/'))).toHaveLength(1);
  });

  it.each([
    { kind: 'chromium', env: { GRANTBOOK_CHROMIUM: '/opt/my-chrome' }, path: '/opt/my-chrome' },
    { kind: 'firefox', env: { GRANTBOOK_FIREFOX: '/opt/my-firefox' }, path: '/opt/my-firefox' },
  ] as const)('takes only the $kind that was named', ({ kind, env, path }) => {
    expect(candidates(kind, { ...linux, env })).toEqual([path]);
  });
});

import { describe, expect, it } from 'vitest';
import { hasDisplay } from '../../../scripts/lib/display.mjs';

describe('hasDisplay', () => {
  it.each([
    { platform: 'linux', env: {}, expected: false },
    { platform: 'linux', env: { DISPLAY: ':0' }, expected: true },
    { platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, expected: true },
    { platform: 'linux', env: { DISPLAY: ':0', CI: 'true' }, expected: false },
    { platform: 'linux', env: { DISPLAY: ':0', CI: 'false' }, expected: true },
    { platform: 'darwin', env: {}, expected: true },
    { platform: 'win32', env: {}, expected: true },
    { platform: 'darwin', env: { GRANTBOOK_HEADLESS: '1' }, expected: false },
  ] as const)('is $expected on $platform with $env', ({ platform, env, expected }) => {
    expect(hasDisplay(platform, env)).toBe(expected);
  });
});

/**
 * Tells whether a person can see a window that we open.
 *
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string | undefined>} env
 */
export function hasDisplay(platform = process.platform, env = process.env) {
  if (env.GRANTBOOK_HEADLESS === '1' || (env.CI !== undefined && env.CI !== '' && env.CI !== 'false')) return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

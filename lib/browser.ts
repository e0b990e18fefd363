/** The one place that imports the polyfill; Chromium ≥ 148 has `browser` of its own, and the polyfill then steps aside. */
export { default as browser } from 'webextension-polyfill';

import type { Runtime } from 'webextension-polyfill';

/** Imports the polyfill, here alone; Chromium ≥ 148 has `browser` of its own, and the polyfill then steps aside. */
export { default as browser } from 'webextension-polyfill';
export type Port = Runtime.Port;

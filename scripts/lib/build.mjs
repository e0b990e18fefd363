import { tool } from './process.mjs';

const minutes = 5;

/**
 * Builds the extension for one browser, and the package for its store.
 *
 * @param {'chrome' | 'firefox'} browser
 * @returns {Promise<boolean>}
 */
export const buildPackage = async (browser) => (await tool('wxt', ['zip', '-b', browser], { minutes })).code === 0;

/** @param {'chrome' | 'firefox'} browser the extension alone */
export const buildExtension = async (browser) => (await tool('wxt', ['build', '-b', browser], { minutes })).code === 0;

/** Builds the practice consoles. */
export const buildPractice = async () =>
  (await tool('vite', ['build', '-c', 'practice/vite.config.ts', '--logLevel', 'warn'], { minutes })).code === 0;

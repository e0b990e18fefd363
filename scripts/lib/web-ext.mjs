import { built } from './paths.mjs';
import { tool } from './process.mjs';

/** Warnings that are understood. Everything else fails. */
const expected = [
  // The key came later to Firefox for Android, which Grantbook is not offered for; there it is ignored.
  { code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION', file: /^manifest\.json$/ },
  // react-dom sets innerHTML for dangerouslySetInnerHTML, which no component of ours uses.
  { code: 'UNSAFE_VAR_ASSIGNMENT', file: /^chunks\/.+\.js$/ },
  // The content script imports its second part by an address of the extension, which `runtime.getURL` makes.
  { code: 'UNSAFE_VAR_ASSIGNMENT', file: /^content-scripts\/vendor-page\.js$/, message: /^Unsafe call to import\b/ },
  // One file with all in it, to be opened from a disk; no page of the extension loads it.
  { code: 'INLINE_SCRIPT', file: /^verify\.html$/ },
];

/**
 * @typedef {{ _type: string, code: string, message: string, file?: string, line?: number | null }} Finding
 * @typedef {Record<'errors' | 'warnings' | 'notices', number>} Summary
 * @typedef {{ errors: Finding[], warnings: Finding[], summary: Summary }} Report
 */

/** @param {Pick<Finding, 'code' | 'file'> & Partial<Pick<Finding, 'message'>>} warning */
export const isExpected = (warning) =>
  expected.some(
    ({ code, file, message = /^/ }) =>
      warning.code === code && file.test(warning.file ?? '') && message.test(warning.message ?? ''),
  );

/**
 * Lints the Firefox build as Mozilla's store does.
 *
 * @returns {Promise<boolean>} false for any error, and for a warning that is not on the list
 */
export async function lintFirefoxBuild() {
  const { stdout } = await tool(
    'web-ext',
    ['lint', '--source-dir', built.firefox, '--output', 'json', '--no-config-discovery'],
    { capture: true, minutes: 3, env: { NO_UPDATE_NOTIFIER: '1' } },
  );
  /** @type {Report} */
  let report;
  try {
    report = JSON.parse(stdout.slice(stdout.indexOf('{')));
  } catch {
    console.log(stdout || 'web-ext gave no answer.');
    return false;
  }
  const unexpected = [...report.errors, ...report.warnings.filter((warning) => !isExpected(warning))];
  for (const { _type, code, message, file, line } of unexpected) {
    console.log(`${_type} ${code}: ${message} ${file ?? ''}${line === undefined || line === null ? '' : `:${line}`}`);
  }
  const { errors, warnings, notices } = report.summary;
  console.log(`${errors} errors, ${warnings} warnings (${unexpected.length} not expected), ${notices} notices`);
  return unexpected.length === 0;
}

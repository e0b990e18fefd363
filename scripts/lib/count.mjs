/**
 * @typedef {{ status: string, fullName: string }} TestResult
 * @typedef {{ name: string, status: string, assertionResults: readonly TestResult[] }} FileResult
 * @typedef {{ success: boolean, testResults: readonly FileResult[] }} VitestReport
 */

/**
 * Counts a vitest JSON report. A file that could not be collected, an error outside every test and a skipped test are
 * failures: none of them has shown anything.
 *
 * @param {VitestReport | undefined} report undefined when the runner left none
 * @param {number} code the runner's exit code
 * @returns {{ passed: number, failed: number, notes: string[] }} `notes` name what the runner's own output may not
 */
export function countReport(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, notes: ['The test runner left no report.'] };
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const notes = [];
  for (const file of report.testResults) {
    let failedHere = 0;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      else {
        failedHere += 1;
        if (test.status !== 'failed') notes.push(`${test.status}, which counts as failed: ${test.fullName}`);
      }
    }
    if (file.status === 'failed' && failedHere === 0) {
      failedHere = 1;
      notes.push(`could not be run: ${file.name}`);
    }
    failed += failedHere;
  }
  if (passed + failed === 0) return { passed, failed: 1, notes: ['No test was found.'] };
  if (failed === 0 && (code !== 0 || !report.success)) {
    return { passed, failed: 1, notes: [...notes, 'The test runner failed outside of every test.'] };
  }
  return { passed, failed, notes };
}

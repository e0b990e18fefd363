import { describe, expect, it } from 'vitest';
import { countReport } from '../../../scripts/lib/count.mjs';

const file = (...statuses: string[]) => ({
  name: 'a.test.ts',
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
});

describe('countReport', () => {
  it.each([
    {
      what: 'tests that pass',
      report: { success: true, testResults: [file('passed', 'passed')] },
      code: 0,
      counts: [2, 0],
    },
    {
      what: 'tests that fail',
      report: { success: false, testResults: [file('passed', 'failed')] },
      code: 1,
      counts: [1, 1],
    },
    {
      what: 'skipped tests',
      report: { success: true, testResults: [file('passed', 'skipped', 'todo')] },
      code: 0,
      counts: [1, 2],
    },
    {
      what: 'a file that does not load',
      report: { success: false, testResults: [{ ...file(), status: 'failed' }, file('passed')] },
      code: 1,
      counts: [1, 1],
    },
    {
      what: 'an error outside of every test',
      report: { success: false, testResults: [file('passed')] },
      code: 1,
      counts: [1, 1],
    },
    {
      what: 'a runner that crashed after its report',
      report: { success: true, testResults: [file('passed')] },
      code: 139,
      counts: [1, 1],
    },
    { what: 'no tests', report: { success: true, testResults: [] }, code: 0, counts: [0, 1] },
    { what: 'no report', report: undefined, code: 0, counts: [0, 1] },
  ])('counts $what', ({ report, code, counts: [passed, failed] }) => {
    const counted = countReport(report, code);

    expect([counted.passed, counted.failed]).toEqual([passed, failed]);
  });
});

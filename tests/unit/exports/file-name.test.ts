import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFileName } from '@/lib/exports/file-name';

const dates = { from: new Date(2026, 0, 3), to: new Date(2026, 10, 21), what: 'log', variant: '', extension: 'csv' };

describe('exportFileName', () => {
  it.each([
    ['a name', 'Ada Lovelace', 'ada-lovelace'],
    ['an e-mail address', 'ada@example.com', 'ada-example-com'],
    ['nothing', '', 'unnamed'],
    ['nothing but signs', '../..\\:*?', 'unnamed'],
    ['another script', 'Ада Лавлейс', 'ада-лавлейс'],
    ['marks of their own', 'हेमा', 'हेमा'],
    ['a path', '../etc/passwd', 'etc-passwd'],
  ])('names %s', (_case, who, expected) => {
    expect(exportFileName({ ...dates, who })).toBe(`grantbook-log_${expected}_2026-01-03_2026-11-21.csv`);
  });

  it('is safe on every file system, whoever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (who) => {
        const name = exportFileName({ ...dates, who, extension: 'machine.csv' });

        expect(name).toMatch(/^grantbook-log_[\p{L}\p{M}\p{N}-]+_2026-01-03_2026-11-21\.machine\.csv$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      }),
    );
  });

  it.each([
    [{ what: '12 grants' }, 'grantbook-12-grants_ada_2026-01-03_2026-11-21.csv'],
    [{ what: 'IAM-1234' }, 'grantbook-iam-1234_ada_2026-01-03_2026-11-21.csv'],
    [{ what: '#' }, 'grantbook-log_ada_2026-01-03_2026-11-21.csv'],
    [{ variant: '1.8.0', extension: 'ocsf.jsonl' }, 'grantbook-log_ada_2026-01-03_2026-11-21.1-8-0.ocsf.jsonl'],
  ])('says what is in the file: %o', (parts, expected) => {
    expect(exportFileName({ ...dates, who: 'Ada', ...parts })).toBe(expected);
  });
});

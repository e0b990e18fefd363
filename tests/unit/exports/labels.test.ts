import { describe, expect, it } from 'vitest';
import { formats } from '@/lib/exports/formats';
import { labelOf, labels } from '@/lib/exports/labels';

describe('labels', () => {
  it('names every format that there is, and no other', () => {
    expect(Object.entries(labels)).toEqual(formats.map(({ id, label }) => [id, label]));
  });

  it.each([
    ['jira-csv', 'Jira CSV'],
    ['of-a-newer-version', 'of-a-newer-version'],
    ['toString', 'toString'],
  ])('calls %s %s', (id, label) => {
    expect(labelOf(id)).toBe(label);
  });
});

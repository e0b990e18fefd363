import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectAll } from '@/lib/domain/grant/projection';
import type { Entry } from '@/lib/domain/log/entry';
import { impersonalEntry, impersonalGrant } from '@/lib/exports/impersonal';
import { anyDrafts } from '../domain/any-log';
import { reviewedStory } from './reviewed-log';
import { chainOf, story } from './sample-log';

/** What is left of these grants, by the way of the grants and by that of their entries. */
const bothWays = (entries: readonly Entry[]) => [
  [...projectAll(entries).values()].map(impersonalGrant),
  [...projectAll(entries.map(impersonalEntry)).values()],
];

describe('a grant without its personal values', () => {
  it.each([
    ['with every kind of entry', story],
    ['that was reviewed', reviewedStory],
  ])('is what its entries without theirs make: one %s', (_what, drafts) => {
    const [grants, again] = bothWays(chainOf(drafts));

    expect(grants).toEqual(again);
    expect(grants?.length).toBeGreaterThan(0);
  });

  it('is so in any log', () => {
    fc.assert(
      fc.property(anyDrafts(), (drafts) => {
        const [grants, again] = bothWays(chainOf(drafts));

        expect(grants).toEqual(again);
      }),
      { numRuns: 300 },
    );
  });
});

import type { Covers } from '@/lib/domain/log/entry';

/** What an export of a whole log of one grant held; `change` makes it another. */
export function wholeLog(change: Partial<Covers> = {}): Covers {
  return {
    what: 'everything',
    from: null,
    to: null,
    grant: null,
    personal: true,
    variant: '',
    entries: 2,
    grants: 1,
    file: 'ab'.repeat(32),
    ...change,
  };
}

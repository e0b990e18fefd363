import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/log/entry';
import { expectNoAxeViolations } from '../../support/component-setup';
import { chainOf, story } from '../../unit/exports/sample-log';
import { details, Page } from './stage';

describe('OpenedPane', () => {
  it('shows an entry of no grant, and an entry or a grant that is not there', async () => {
    const [begin] = chainOf(story) as [Entry];
    const { container, rerender } = render(<Page opened={{ kind: 'entry', seq: 1, entry: begin }} entries={16} />);
    expect(details()?.textContent).toContain('The log begins here.');
    expect(screen.getByRole('link', { name: 'Entry 2' }).getAttribute('href')).toBe('#entry=2');
    await expectNoAxeViolations(container);

    rerender(<Page opened={{ kind: 'entry', seq: 99, entry: null }} entries={16} />);
    expect(details()?.textContent).toContain('The log holds no entry 99: its last one is entry 16.');

    rerender(<Page opened={{ kind: 'unknown' }} />);
    expect(details()?.textContent).toContain('this browser’s log does not hold');
    await expectNoAxeViolations(container);
  });

  it('shows an entry that somebody broke in the database, instead of nothing at all', async () => {
    const [begin] = chainOf(story) as [Entry];
    const { personal: _gone, ...half } = begin;
    const broken: unknown[] = [half, { ...begin, at: 'some day' }, { ...begin, data: null }, { ...begin, hash: 7 }];
    const { container, rerender } = render(<Page opened={{ kind: 'entry', seq: 1, entry: null }} />);
    for (const entry of broken) {
      rerender(<Page opened={{ kind: 'entry', seq: 1, entry: entry as Entry }} />);

      expect(screen.getByText(/^Entry 1 is no entry of a log any more/).textContent).toContain(begin.id);
    }
    await expectNoAxeViolations(container);
  });
});

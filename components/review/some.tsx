import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';

/** How many rows of a list are drawn at first, and how many more at each request: thousands would make the panel stand still. */
export const step = 50;

/** The first rows of a list, and a button for more while there are any. */
export function useSome<Item>(all: readonly Item[]): { some: readonly Item[]; more: ReactNode } {
  const [shown, setShown] = useState(step);
  const left = all.length - shown;
  return {
    some: all.slice(0, shown),
    more: left > 0 && (
      <div>
        <Button size="small" onClick={() => setShown(shown + step)}>
          Show {Math.min(step, left)} more of {left}
        </Button>
      </div>
    ),
  };
}

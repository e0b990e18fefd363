import { type MouseEvent, type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';

/**
 * Says how many rows of a list are drawn at first, and how many more at each request: thousands would make the panel
 * stand still.
 */
export const step = 50;

/** Returns the first rows of a list, and a button for more while there are any, which stands right after the list. */
export function useSome<Item>(all: readonly Item[]): { some: readonly Item[]; more: ReactNode } {
  const [shown, setShown] = useState(step);
  const left = all.length - shown;

  function show({ currentTarget: button }: MouseEvent<HTMLButtonElement>) {
    const last = button.parentElement?.previousElementSibling?.lastElementChild;
    flushSync(() => setShown(shown + step));
    // The button goes with the last rows; whoever pressed it by keyboard reads on where they begin.
    const next = last?.nextElementSibling;
    if (button.isConnected || !(next instanceof HTMLElement)) return;
    next.tabIndex = -1;
    next.focus();
  }

  return {
    some: all.slice(0, shown),
    more: left > 0 && (
      <div>
        <Button size="small" onClick={show}>
          Show {Math.min(step, left)} more of {left}
        </Button>
      </div>
    ),
  };
}

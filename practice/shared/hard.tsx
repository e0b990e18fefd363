import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { useSwitches } from './switches.ts';

let held = 0;

/** While `active`, nothing is re-rendered from outside: an open menu would close under the admin's hand. */
export function useHold(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    held += 1;
    return () => {
      held -= 1;
    };
  }, [active]);
}

/** Replaces every node of its content at the pace of the switch `rerender`. State must live above it. */
export function Replaced({ children }: { children: ReactNode }) {
  const { rerender } = useSwitches();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (rerender === 0) return;
    const timer = setInterval(() => {
      if (held === 0) setRound((before) => before + 1);
    }, rerender);
    return () => clearInterval(timer);
  }, [rerender]);
  return <Fragment key={round}>{children}</Fragment>;
}

/**
 * Shows `skeleton` first and the content later: after `base` ms, plus `share` of the switch `slow`. Give it a key to
 * start again.
 */
export function Late({
  skeleton,
  base = 160,
  share = 1,
  children,
}: {
  skeleton: ReactNode;
  base?: number;
  share?: number;
  children: ReactNode;
}) {
  const { slow } = useSwitches();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), base + slow * share);
    return () => clearTimeout(timer);
  }, [base, slow, share]);
  return ready ? children : skeleton;
}

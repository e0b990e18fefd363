import { useEffect, useState } from 'react';

/** Returns a value once it has stood for `ms` milliseconds; until then the one that stood before, and null at first. */
export function useDebounced<T>(value: T, ms: number): T | null {
  const [settled, setSettled] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

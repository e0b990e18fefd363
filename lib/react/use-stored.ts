import { useEffect, useState } from 'react';
import type { StoredValue } from '@/lib/storage/stored-value';

/** Returns a stored value, live; undefined until it was read. */
export function useStored<T>({ read, watch }: Pick<StoredValue<T>, 'read' | 'watch'>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let superseded = false;
    const follow = (next: T) => {
      superseded = true;
      setValue(() => next);
    };
    const stop = watch(follow);
    // A change that comes while the value is read is the newer one.
    void read().then((first) => superseded || follow(first));
    return () => {
      superseded = true;
      stop();
    };
  }, [read, watch]);
  return value;
}

import { useEffect, useState } from 'react';
import type { Described } from '@/lib/domain/advice';
import { watchDescribed } from '@/lib/storage/described';

/** What admins described of roles that no pack knows, live; undefined until it was read. */
export function useDescribed(): Described[] | undefined {
  const [described, setDescribed] = useState<Described[]>();
  useEffect(() => watchDescribed(setDescribed), []);
  return described;
}

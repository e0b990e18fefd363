import { useEffect, useState } from 'react';
import { type Policy, watchPolicy } from '@/lib/storage/managed-policy';

/** Returns what the organization sets for this browser; null until it was read. */
export function usePolicy(): Policy | null {
  const [policy, setPolicy] = useState<Policy | null>(null);
  useEffect(() => watchPolicy(setPolicy), []);
  return policy;
}

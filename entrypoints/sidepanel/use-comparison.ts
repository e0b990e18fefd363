import { useMemo } from 'react';
import type { Description } from '@/lib/domain/advice';
import type { Grant } from '@/lib/domain/grant/grant';
import { compareRoster } from '@/lib/domain/review/findings';
import { normalEmail } from '@/lib/domain/values/email';
import type { Settings } from '@/lib/domain/values/settings';
import { saveDescription } from '@/lib/react/save-description';
import { useGrantsOf } from '@/lib/react/use-grants';
import { useSettlements } from '@/lib/react/use-review-log';
import { useStored } from '@/lib/react/use-stored';
import { stored } from '@/lib/storage/stored-values';
import { beyondGrants } from '@/lib/vendors/excess';
import { listFacts, listRulesFor } from '@/lib/vendors/list-rules';
import type { Reading } from './use-reading';

/** Compares a member list with the log, and with what each grant needs. `describe` saves what a role gives. */
export function useComparison(
  reading: Reading | null,
  grants: readonly Grant[] | undefined,
  settings: Settings,
  now: Date,
) {
  const described = useStored(stored.described);
  const settled = useSettlements();
  // Who was removed and is listed again is told by grants that are closed.
  const listed = useGrantsOf(
    useMemo(() => reading?.roster.rows.map(({ email }) => normalEmail(email)) ?? [], [reading]),
  );

  const findings = useMemo(() => {
    const rules = reading && listRulesFor(reading, settings, described ?? []);
    if (!rules || !grants) return [];
    const known = new Set(grants.map(({ id }) => id));
    const compared = [...grants, ...listed.filter(({ id }) => !known.has(id))];
    const { vendor, roster } = reading;
    return compareRoster({ vendor, roster, lists: rules.lists }, compared, now, { ...rules, settled });
  }, [reading, grants, listed, now, settled, settings, described]);

  const facts = useMemo(() => reading && listFacts(reading, settings, described ?? []), [reading, settings, described]);
  const beyond = useMemo(
    () => (reading && grants && facts ? beyondGrants(reading, grants, facts) : undefined),
    [reading, grants, facts],
  );
  const { vendor, generation } = reading ?? {};
  const describe =
    vendor !== undefined && generation !== undefined && facts
      ? (said: Description) => saveDescription({ vendor, organization: facts.organization, generation, ...said })
      : undefined;

  return { findings, beyond, describe };
}

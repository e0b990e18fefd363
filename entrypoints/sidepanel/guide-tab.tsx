import { useMemo, useState } from 'react';
import { GuidePanel } from '@/components/checklist/guide-panel';
import { type Grant, isOpen } from '@/lib/domain/grant/grant';
import { unreadablePage, type VendorTab } from '@/lib/domain/grant/page-facts';
import type { Settings } from '@/lib/domain/values/settings';
import { problemOf } from '@/lib/messaging/answers';
import { send, sendAbout } from '@/lib/messaging/client';
import { guideActions } from '@/lib/react/guide-actions';
import { useGrant } from '@/lib/react/use-grants';
import { useStored } from '@/lib/react/use-stored';
import { stored } from '@/lib/storage/stored-values';
import { adviceFactsAt } from '@/lib/vendors/advising';

interface GuideTabProps {
  grants: readonly Grant[] | undefined;
  settings: Settings;
  now: Date;
  /** The vendor's page in the tab beside the panel. */
  beside: VendorTab | null | undefined;
}

/** Wires the tab `Guide`: it shows the grant that the page beside it guides, or the one that the admin chose. */
export function GuideTab({ grants, settings, now, beside }: GuideTabProps) {
  const guided = beside?.grant ?? null;
  const [followed, setFollowed] = useState(guided);
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const described = useStored(stored.described);
  // Another page, or another guide in it, takes over from what was chosen before.
  if (guided !== followed) {
    setFollowed(guided);
    if (guided !== null) setChosen(null);
  }
  const shown = chosen ?? guided;
  // What its last step closed is shown for as long as nothing else is chosen.
  const last = useGrant(shown);
  const open = useMemo(
    () =>
      grants && [
        ...grants.filter((grant) => isOpen(grant) || grant.id === shown),
        ...(last && !grants.some(({ id }) => id === last.id) ? [last] : []),
      ],
    [grants, shown, last],
  );

  return (
    <GuidePanel
      grants={open}
      chosen={shown}
      looking={beside?.facts && guided !== null ? { grant: guided, facts: beside.facts } : null}
      aboutOf={(vendor) => adviceFactsAt(vendor, settings, described ?? [], beside ?? null)}
      problem={problem ?? (beside?.isUnreadable ? unreadablePage : null)}
      now={now}
      message={settings.message}
      onChoose={(grant) => {
        setChosen(grant);
        void problemOf(send('guide.choose', { chosen: grant })).then(setProblem);
      }}
      actionsFor={({ id }) => {
        const actions = guideActions(sendAbout(id), setProblem);
        // What its last step ends is shown for as long as nothing else is chosen.
        return { ...actions, onToggle: (step) => [setChosen(id), actions.onToggle(step)] };
      }}
    />
  );
}

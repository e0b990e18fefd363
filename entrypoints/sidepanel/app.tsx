import { useEffect, useState } from 'react';
import { Rebuilding } from '@/components/ui/rebuilding';
import { Tabs } from '@/components/ui/tabs';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { useStandingGrants } from '@/lib/react/use-grants';
import { useNow } from '@/lib/react/use-now';
import { useRebuild } from '@/lib/react/use-rebuild';
import { useStored } from '@/lib/react/use-stored';
import { useVendorTab } from '@/lib/react/use-vendor-tab';
import { stored } from '@/lib/storage/stored-values';
import styles from './app.module.css';
import { GuideTab } from './guide-tab';
import { ReviewTab } from './review-tab';

/**
 * Wires the side panel. It opens on what is due; on the guide where the vendor's dialog makes the one in the page
 * inert.
 */
export function App() {
  const settings = useStored(stored.settings);
  const grants = useStandingGrants();
  const now = useNow();
  const beside = useVendorTab();
  const rebuilding = useRebuild();
  const [tab, setTab] = useState<string | null>(null);
  const blocked = beside?.grant != null && beside.facts?.blocked === true;

  useEffect(() => {
    if (blocked) setTab((chosen) => chosen ?? 'guide');
  }, [blocked]);

  if (!settings) return null;
  return (
    <main className={styles.panel}>
      <VisuallyHidden>
        <h1>Grantbook</h1>
      </VisuallyHidden>
      {rebuilding && <Rebuilding {...rebuilding} />}
      <div className={styles.tabs}>
        <Tabs
          label="Grantbook"
          selected={tab ?? 'review'}
          onSelect={setTab}
          tabs={[
            { id: 'guide', label: 'Guide', panel: <GuideTab {...{ grants, settings, now, beside }} /> },
            { id: 'review', label: 'Review', panel: <ReviewTab {...{ grants, settings, now }} /> },
          ]}
        />
      </div>
    </main>
  );
}

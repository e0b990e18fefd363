import { useState } from 'react';
import { Tabs } from '@/components/ui/tabs';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { useGrants } from '@/lib/react/use-grants';
import { useNow } from '@/lib/react/use-now';
import { useSettings } from '@/lib/react/use-settings';
import styles from './app.module.css';
import { GuideTab } from './guide-tab';
import { ReviewTab } from './review-tab';

/** The side panel, wired. It opens on what is due. */
export function App() {
  const settings = useSettings();
  const grants = useGrants();
  const now = useNow();
  const [tab, setTab] = useState('review');

  if (!settings) return null;
  return (
    <main className={styles.panel}>
      <VisuallyHidden>
        <h1>Grantbook</h1>
      </VisuallyHidden>
      <div className={styles.tabs}>
        <Tabs
          label="Grantbook"
          selected={tab}
          onSelect={setTab}
          tabs={[
            { id: 'guide', label: 'Guide', panel: <GuideTab grants={grants} settings={settings} now={now} /> },
            { id: 'review', label: 'Review', panel: <ReviewTab grants={grants} settings={settings} now={now} /> },
          ]}
        />
      </div>
    </main>
  );
}

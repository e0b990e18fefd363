import { Check, CircleAlert } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { Settings } from '@/lib/domain/values/settings';
import { vendorSettings } from '@/lib/domain/values/settings';
import type { Vendor } from '@/lib/vendors/registry';
import { CorrectionsSection } from './corrections-section';
import { DescribedSection } from './described-section';
import { IdentitySettings } from './identity-settings';
import { MessageSettings } from './message-settings';
import styles from './options-page.module.css';
import { type Notifying, ReminderSettings } from './reminder-settings';
import { RetentionSettings } from './retention-settings';
import { ReviewSettings } from './review-settings';
import { TicketSettings } from './ticket-settings';
import { VendorSettingsSection } from './vendor-settings-section';

interface OptionsPageProps {
  settings: Settings;
  vendors: readonly Pick<Vendor, 'id' | 'name' | 'scope'>[];
  /** Takes every good change at once; `settings` follows before the next one. */
  onSave: (change: Partial<Settings>) => void;
  /** Says what became of the last change; null before the first and while one is being saved. */
  saved: 'saved' | 'failed' | null;
  logUrl: string;
  notifying: Notifying;
  corrections: ComponentProps<typeof CorrectionsSection>;
  policy?: { retentionMonths?: number | undefined };
  described?: Omit<ComponentProps<typeof DescribedSection>, 'planOf'>;
}

/** Shows the options. There is no button to save: each change that is good is saved at once. */
export function OptionsPage({
  settings,
  vendors,
  onSave,
  saved,
  logUrl,
  notifying,
  corrections,
  policy,
  described,
}: OptionsPageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>Grantbook options</h1>
        <p role="status" className={styles.saved} data-outcome={saved ?? undefined}>
          {saved === 'saved' && (
            <>
              <Check size={14} aria-hidden="true" /> Saved
            </>
          )}
          {saved === 'failed' && (
            <>
              <CircleAlert size={14} aria-hidden="true" /> Not saved: the browser refused. Try again.
            </>
          )}
        </p>
        <a href={logUrl}>Open log</a>
      </header>
      <main>
        <IdentitySettings identity={settings.identity} onSave={(identity) => onSave({ identity })} />
        <TicketSettings
          pattern={settings.ticketPattern}
          link={settings.ticketLink}
          onPattern={(ticketPattern) => onSave({ ticketPattern })}
          onLink={(ticketLink) => onSave({ ticketLink })}
        />
        <RetentionSettings
          months={settings.retentionMonths}
          onSave={(retentionMonths) => onSave({ retentionMonths })}
          policy={policy?.retentionMonths}
        />
        {vendors.map((vendor) => (
          <VendorSettingsSection
            key={vendor.id}
            vendor={vendor}
            settings={vendorSettings(settings, vendor.id)}
            onSave={(changed) => onSave({ vendors: { ...settings.vendors, [vendor.id]: changed } })}
          />
        ))}
        <ReviewSettings cadence={settings.cadence} readOnVisit={settings.readOnVisit} onSave={onSave} />
        <ReminderSettings settings={settings} notifying={notifying} onSave={onSave} />
        <MessageSettings message={settings.message} onSave={(message) => onSave({ message })} />
        <CorrectionsSection {...corrections} />
        {described && <DescribedSection {...described} planOf={(vendor) => vendorSettings(settings, vendor).plan} />}
      </main>
      <footer className={styles.footer}>Kept in this browser only. Nothing is sent anywhere.</footer>
    </div>
  );
}

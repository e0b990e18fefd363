import { Trash2 } from 'lucide-react';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import type { Vendor } from '@/lib/vendors/registry';
import styles from './corrections-section.module.css';
import { SettingsSection } from './settings-section';

/** An element that the admin pointed at; see `lib/storage/corrections.ts`. */
export interface CorrectionRow {
  vendor: string;
  generation: string;
  page: string;
  landmark: string;
  role: string;
  name: string;
  at: string;
}

/** An address of which the admin said what it is. */
export interface AssumedRow {
  place: string;
  generation: string;
  page: string;
}

interface CorrectionsSectionProps {
  corrections: readonly CorrectionRow[];
  assumed: readonly AssumedRow[];
  vendors: readonly Pick<Vendor, 'id' | 'name'>[];
  onRemove: (correction: CorrectionRow) => void;
  onForget: (place: string) => void;
}

/** What the admin taught Grantbook about the vendors' pages: listed, copied for a colleague or a bug report, removed. */
export function CorrectionsSection({ corrections, assumed, vendors, onRemove, onForget }: CorrectionsSectionProps) {
  const nameOf = (id: string) => vendors.find((vendor) => vendor.id === id)?.name ?? id;
  const any = corrections.length > 0 || assumed.length > 0;
  return (
    <SettingsSection
      title="Corrections"
      about="Elements that you pointed at where Grantbook no longer found them, and pages that you named."
    >
      {!any && <p className={styles.none}>None: Grantbook finds everything by itself so far.</p>}
      {any && (
        <ul className={styles.list} aria-label="Corrections">
          {corrections.map((one) => (
            <li key={`${one.vendor}/${one.generation}/${one.page}/${one.landmark}`}>
              <span>
                {nameOf(one.vendor)} › {one.generation} › {one.page}: <strong>{one.landmark}</strong> is the {one.role}{' '}
                “{one.name}”
              </span>
              <IconButton icon={Trash2} label={`Remove ${one.landmark}`} onClick={() => onRemove(one)} />
            </li>
          ))}
          {assumed.map(({ place, generation, page }) => (
            <li key={place}>
              <span>
                {place} is <strong>{page}</strong> of {generation}
              </span>
              <IconButton icon={Trash2} label={`Forget ${place}`} onClick={() => onForget(place)} />
            </li>
          ))}
        </ul>
      )}
      {any && <CopyButton text={JSON.stringify({ corrections, assumed }, null, 2)} label="Copy corrections" />}
    </SettingsSection>
  );
}

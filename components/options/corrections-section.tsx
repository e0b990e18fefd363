import { Download, Trash2 } from 'lucide-react';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { vendorInfos } from '@/lib/vendors/hosts';
import { landmarkName } from '@/lib/vendors/landmark-name';
import { generationFor, type Vendor } from '@/lib/vendors/registry';
import styles from './corrections-section.module.css';
import { SettingsSection } from './settings-section';

/** Describes an element that the admin pointed at; see `lib/storage/corrections.ts`. */
interface CorrectionRow {
  vendor: string;
  generation: string;
  page: string;
  landmark: string;
  role: string;
  name: string;
  at: string;
}

/** Describes an address of which the admin said what it is. */
interface AssumedRow {
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

type Where = Pick<CorrectionRow, 'vendor' | 'generation' | 'page'>;

/** Returns the pack that a row speaks of; none where it is from another version. */
function packOf({ vendor, generation }: Omit<Where, 'page'>) {
  const found = generationFor(vendor, generation);
  return found?.id === generation ? found.pages : undefined;
}

/** Returns a page as the vendor's menu names it; its id where this version does not know it. */
const pageName = (where: Where) => packOf(where)?.pages.find(({ id }) => id === where.page)?.name ?? where.page;

function landmarkIn({ landmark, page, ...where }: CorrectionRow): string {
  const pack = packOf(where);
  return pack?.pages.some(({ landmarks }) => Object.hasOwn(landmarks, landmark))
    ? landmarkName(pack, landmark, page)
    : landmark;
}

/** Returns the vendor at a place, which is a host and a path. */
const vendorAt = (place: string) =>
  vendorInfos.find(({ hosts }) => hosts.includes(place.split('/')[0] ?? ''))?.id ?? '';

/**
 * Shows what the admin taught Grantbook about the vendors' pages: listed, exported for a colleague or a bug report,
 * removed.
 */
export function CorrectionsSection({ corrections, assumed, vendors, onRemove, onForget }: CorrectionsSectionProps) {
  const nameOf = (id: string) => vendors.find((vendor) => vendor.id === id)?.name ?? id;
  const json = JSON.stringify({ corrections, assumed }, null, 2);
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
                <span className={styles.place}>
                  {nameOf(one.vendor)} · {pageName(one)}
                </span>
                <span>
                  <strong>{landmarkIn(one)}</strong> is the {one.role} “{one.name}”
                </span>
              </span>
              <IconButton icon={Trash2} label={`Remove ${landmarkIn(one)}`} onClick={() => onRemove(one)} />
            </li>
          ))}
          {assumed.map(({ place, generation, page }) => (
            <li key={place}>
              <span>
                <span className={styles.place}>{place}</span>
                <span>
                  is <strong>{pageName({ vendor: vendorAt(place), generation, page })}</strong>
                </span>
              </span>
              <IconButton icon={Trash2} label={`Forget ${place}`} onClick={() => onForget(place)} />
            </li>
          ))}
        </ul>
      )}
      {any && (
        <p className={styles.actions}>
          <a
            className={styles.export}
            download="grantbook-corrections.json"
            href={`data:application/json;charset=utf-8,${encodeURIComponent(json)}`}
          >
            <Download size={14} aria-hidden="true" />
            Export corrections
          </a>
          <CopyButton text={json} label="Copy corrections" />
        </p>
      )}
    </SettingsSection>
  );
}

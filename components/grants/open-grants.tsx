import { ChevronRight, Inbox } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { ExternalLink } from '@/components/ui/external-link';
import { StatusBadge } from '@/components/ui/status-badge';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { type Grant, statusOf } from '@/lib/domain/grant/grant';
import { type Settings, vendorSettings } from '@/lib/domain/values/settings';
import { ticketUrl } from '@/lib/domain/values/ticket';
import { guideFor } from '@/lib/vendors/guide';
import type { Vendor } from '@/lib/vendors/registry';
import styles from './open-grants.module.css';

interface OpenGrantsProps {
  /** Undefined until they were read. */
  grants: readonly Grant[] | undefined;
  vendors: readonly Vendor[];
  settings: Settings;
  now: Date;
  /** Makes a grant the one that is guided. */
  onChoose: (grant: Grant) => void;
}

/** Shows grants that are being worked on, with what comes next in each. */
export function OpenGrants({ grants, vendors, settings, now, onChoose }: OpenGrantsProps) {
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>Open grants</h2>
        {grants && grants.length > 0 && <span className={styles.count}>{grants.length}</span>}
      </div>
      {grants?.length === 0 && (
        <div className={styles.empty}>
          <EmptyState icon={Inbox} title="Nothing is open.">
            Start a grant with its ticket at hand; it stays here until the access is verified.
          </EmptyState>
        </div>
      )}
      {grants && grants.length > 0 && (
        <ul aria-label="Open grants" className={styles.list}>
          {grants.map((grant) => (
            <OpenGrant key={grant.id} {...{ grant, vendors, settings, now, onChoose }} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OpenGrant({ grant, vendors, settings, now, onChoose }: { grant: Grant } & Omit<OpenGrantsProps, 'grants'>) {
  const guide = guideFor(grant, null, vendorSettings(settings, grant.vendor));
  const days = guide?.generation.info.invitationDays ?? null;
  const link = ticketUrl(settings.ticketLink, grant.ticket);
  const vendor = vendors.find(({ id }) => id === grant.vendor)?.name ?? grant.vendor;
  return (
    <li className={styles.grant}>
      <p className={styles.first}>
        {link ? (
          <ExternalLink href={link} className={styles.ticket}>
            {grant.ticket}
          </ExternalLink>
        ) : (
          <span className={styles.ticket}>{grant.ticket}</span>
        )}
        <span className={styles.vendor}>{vendor}</span>
        <StatusBadge status={statusOf(grant, now, days)} />
      </p>
      <button type="button" className={styles.choose} onClick={() => onChoose(grant)}>
        <VisuallyHidden>Guide {grant.ticket}: </VisuallyHidden>
        <span className={styles.email} title={grant.email ?? undefined}>
          {grant.email ?? 'a forgotten person'}
        </span>
        <ChevronRight size={14} aria-hidden="true" className={styles.chevron} />
      </button>
      {guide?.current && <p className={styles.next}>Next: {guide.current.text}</p>}
    </li>
  );
}

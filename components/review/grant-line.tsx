import { Breakable } from '@/components/ui/breakable';
import { ExternalLink } from '@/components/ui/external-link';
import type { Grant } from '@/lib/domain/grant/grant';
import { ticketUrl } from '@/lib/domain/values/ticket';
import styles from './rows.module.css';

/** Shows the grant that a row is about: e-mail and ticket, both ways to find it. */
export function GrantLine({ grant, ticketLink, vendor }: { grant: Grant; ticketLink: string; vendor: string }) {
  const link = ticketUrl(ticketLink, grant.ticket);
  return (
    <>
      <a className={styles.email} href={`log.html#grant=${grant.id}`} target="_blank" rel="noreferrer">
        <Breakable text={grant.email ?? 'a forgotten person'} />
      </a>
      <p className={styles.about}>
        {link ? <ExternalLink href={link}>{grant.ticket}</ExternalLink> : <span>{grant.ticket}</span>} · {vendor}
      </p>
    </>
  );
}

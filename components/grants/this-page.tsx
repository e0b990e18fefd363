import { Check, CircleCheck, CircleHelp, SearchX, X } from 'lucide-react';
import { healthInWords, notFound } from '@/components/checklist/lost-landmarks';
import { Disclosure } from '@/components/ui/disclosure';
import { ExternalLink } from '@/components/ui/external-link';
import { Section } from '@/components/ui/section';
import { Badge } from '@/components/ui/status-badge';
import { list } from '@/lib/domain/advice';
import {
  type NamedPage,
  type PageFacts,
  type Recognition,
  unreadablePage,
  type VendorTab,
} from '@/lib/domain/grant/page-facts';
import type { Vendor } from '@/lib/vendors/registry';
import { AssumePage } from './assume-page';
import styles from './this-page.module.css';

interface ThisPageProps {
  /** Null on no vendor's page; undefined until it is known. */
  page: VendorTab | null | undefined;
  vendors: readonly Vendor[];
  onAssume: (page: NamedPage) => Promise<string | null>;
}

/** Shows what Grantbook makes of the current tab, and why. */
export function ThisPage({ page, vendors, onAssume }: ThisPageProps) {
  return (
    <Section title="This page" className={styles.section} aside={page?.recognised && <Recognised />}>
      {page === undefined ? (
        <p className={styles.muted}>Looking at this tab…</p>
      ) : page === null ? (
        <Elsewhere vendors={vendors} />
      ) : page.recognised ? (
        <Known recognition={page.recognised} facts={page.facts} vendors={vendors} />
      ) : (
        <Unknown page={page} vendors={vendors} onAssume={onAssume} />
      )}
      {page?.isUnreadable && (
        <p className={styles.lost}>
          <SearchX size={14} aria-hidden="true" />
          <span>{unreadablePage}</span>
        </p>
      )}
    </Section>
  );
}

function Recognised() {
  return (
    <Badge icon={CircleCheck} tone="good">
      Recognised
    </Badge>
  );
}

interface KnownProps {
  recognition: Recognition;
  facts: PageFacts | null;
  vendors: readonly Vendor[];
}

function Known({ recognition, facts, vendors }: KnownProps) {
  const vendor = vendors.find(({ id }) => id === recognition.vendor);
  const generation = vendor?.generations.find(({ id }) => id === recognition.generation);
  const page = generation?.pages.pages.find(({ id }) => id === recognition.page);
  const ui = generation?.info.name ?? recognition.generation;
  const name = page?.name ?? recognition.page;
  const oneName = ui.startsWith(name);
  return (
    <>
      <p>
        <strong className={styles.name}>{vendor?.name ?? recognition.vendor}</strong> <span>{oneName ? ui : name}</span>
      </p>
      {!oneName && <p className={styles.muted}>{ui}</p>}
      {facts?.recognition.page === recognition.page && <Health facts={facts} />}
      <Disclosure summary="Recognised by">
        <Evidence found={recognition.evidence} missing={recognition.missing} />
      </Disclosure>
    </>
  );
}

/** Shows how many landmarks of the page were found; the lost ones by name. */
function Health({ facts }: { facts: PageFacts }) {
  const health = healthInWords(facts);
  if (!health) return null;
  if (health.lost.length === 0) return <p className={styles.muted}>All {health.count}</p>;
  return (
    <p className={styles.lost}>
      <SearchX size={14} aria-hidden="true" />
      <span>
        {health.count}. {notFound(health.names)}
      </span>
    </p>
  );
}

function Unknown({ page, vendors, onAssume }: ThisPageProps & { page: VendorTab }) {
  const vendor = vendorAt(page.url, vendors);
  const pages = vendor?.generations.flatMap(({ pages }) => pages.pages[0]?.name ?? []) ?? [];
  const { nearest } = page;
  return (
    <>
      <p className={styles.unknown}>
        <CircleHelp size={16} aria-hidden="true" className={styles.question} />
        <span>
          <strong className={styles.name}>{vendor?.name ?? 'A vendor’s page'}</strong>, but not a page that Grantbook
          guides on.
        </span>
      </p>
      {nearest ? (
        <>
          <p className={styles.muted}>Closest: {nearest.name}</p>
          <Evidence found={nearest.found} missing={nearest.missing} />
        </>
      ) : (
        pages.length > 0 && (
          <p className={styles.muted}>
            It guides where people are invited: {list(pages)}, depending on the version of the console.
          </p>
        )
      )}
      {vendor && (
        <Disclosure summary="It is one of them?">
          <AssumePage vendor={vendor} onAssume={onAssume} />
        </Disclosure>
      )}
    </>
  );
}

function Elsewhere({ vendors }: { vendors: readonly Vendor[] }) {
  return (
    <>
      <p>No vendor’s console in this tab.</p>
      <p className={styles.links}>
        {vendors.map(({ id, name, home }) => (
          <ExternalLink key={id} href={home}>
            {`Open ${name}`}
          </ExternalLink>
        ))}
      </p>
      <p className={styles.muted}>If this is one, reload the tab: it was open before Grantbook was.</p>
    </>
  );
}

function Evidence({ found, missing }: { found: readonly string[]; missing: readonly string[] }) {
  return (
    <ul className={styles.evidence}>
      {found.map((what) => (
        <li key={what}>
          <Check size={14} aria-hidden="true" className={styles.found} />
          <span>Found: {what}</span>
        </li>
      ))}
      {missing.map((what) => (
        <li key={what}>
          <X size={14} aria-hidden="true" className={styles.missing} />
          <span>Missing: {what}</span>
        </li>
      ))}
    </ul>
  );
}

/** Returns the vendor whose host an address names. */
export function vendorAt(url: string, vendors: readonly Vendor[]): Vendor | undefined {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return vendors.find(({ hosts }) => hosts.includes(host));
}

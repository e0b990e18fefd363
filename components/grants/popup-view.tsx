import { ArrowUpRight, PanelRight, Plus, Settings2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ExternalLink } from '@/components/ui/external-link';
import { Notice } from '@/components/ui/notice';
import type { Described } from '@/lib/domain/advice';
import type { Grant } from '@/lib/domain/grant/grant';
import { emptyGrantForm, type FieldErrors, type GrantDraft } from '@/lib/domain/grant/new-grant';
import type { NamedPage, VendorTab } from '@/lib/domain/grant/page-facts';
import type { LogWarning } from '@/lib/domain/log/loss';
import type { Settings } from '@/lib/domain/values/settings';
import { checkTicket } from '@/lib/domain/values/ticket';
import { organizationAt, type Vendor } from '@/lib/vendors/registry';
import { IdentityForm } from './identity-form';
import { NewGrantForm } from './new-grant-form';
import { OpenGrants } from './open-grants';
import styles from './popup-view.module.css';
import { ThisPage, vendorAt } from './this-page';

export interface PopupViewProps {
  settings: Settings;
  page: VendorTab | null | undefined;
  vendors: readonly Vendor[];
  /** Undefined until they were read. */
  grants: readonly Grant[] | undefined;
  /** Grants to the address that stands in the draft. */
  alike: readonly Grant[];
  draft: GrantDraft | null;
  /** Roles that the organization described. */
  described?: readonly Described[] | undefined;
  now: Date;
  /** A random UUID for a new grant. */
  newId: () => string;
  onIdentify: (person: { name: string; email: string }) => Promise<Readonly<Record<string, string>> | null>;
  onDraft: (draft: GrantDraft | null) => void;
  onStart: (draft: GrantDraft) => Promise<(FieldErrors & { form?: string | undefined }) | null>;
  /** Makes a grant the guided one; answers null when it is, or why not. */
  onChoose: (grant: Grant) => Promise<string | null>;
  /** The admin says which page the tab shows; answers null, or why that cannot be. */
  onAssume: (page: NamedPage) => Promise<string | null>;
  onReview: () => void;
  /** Says what the log needs from the admin. */
  warnings?: readonly LogWarning[];
}

interface News {
  tone: 'good' | 'danger';
  title: string;
  /** A vendor whose console is not in this tab. */
  vendor?: Vendor | undefined;
}

/** Shows who you are, what this page is, a new grant, and what is open. */
export function PopupView(props: PopupViewProps) {
  const { settings, page, vendors, grants, alike, draft, now } = props;
  const [news, setNews] = useState<News | null>(null);
  const here = page ? vendorAt(page.url, vendors) : undefined;

  if (!settings.identity) {
    return (
      <Frame>
        <IdentityForm onSave={props.onIdentify} />
      </Frame>
    );
  }
  if (draft?.open) {
    return (
      <Frame>
        <NewGrantForm
          {...{ draft, vendors, settings, alike, now }}
          seen={page?.recognised ?? null}
          described={props.described ?? []}
          organization={page && here ? organizationAt(here.id, page.url) : ''}
          onChange={props.onDraft}
          onCancel={() => props.onDraft(isEmpty(draft) ? null : { ...draft, open: false })}
          onStart={async (full) => {
            const problems = await props.onStart(full);
            if (problems === null) setNews(started(full, settings, page, vendors));
            return problems;
          }}
        />
      </Frame>
    );
  }

  const begin = () => {
    setNews(null);
    props.onDraft(
      draft
        ? { ...draft, open: true }
        : { id: props.newId(), form: { ...emptyGrantForm, vendor: here?.id ?? '' }, adding: '', open: true },
    );
  };

  async function choose(grant: Grant) {
    const refused = await props.onChoose(grant);
    const vendor = vendors.find(({ id }) => id === grant.vendor);
    if (refused) return setNews({ tone: 'danger', title: refused });
    const guided = page?.recognised?.vendor === grant.vendor;
    setNews({
      tone: 'good',
      title: guided
        ? `The guide in this page follows ${grant.ticket} now.`
        : `${vendor?.name ?? 'The vendor'} will open with the guide for ${grant.ticket}.`,
      vendor: guided ? undefined : vendor,
    });
  }

  return (
    <Frame>
      {news && (
        <Notice tone={news.tone} role="status" className={styles.news} title={news.title}>
          {news.vendor && (
            <p>
              Next: <ExternalLink href={news.vendor.home}>{`Open ${news.vendor.name}`}</ExternalLink>
            </p>
          )}
        </Notice>
      )}
      {props.warnings?.map(({ tone, title, text }) => (
        <Notice
          key={title}
          tone={tone}
          role={tone === 'danger' ? 'alert' : 'status'}
          className={styles.news}
          title={title}
        >
          <p>{text}</p>
        </Notice>
      ))}
      {page?.grant && page.facts?.blocked && (
        <Notice tone="info" role="status" className={styles.news} title="The guide waits behind the vendor’s dialog">
          <p>It cannot be clicked there for as long as the dialog is open.</p>
          <Button size="small" icon={PanelRight} onClick={props.onReview}>
            Go on in the side panel
          </Button>
        </Notice>
      )}
      <ThisPage page={page} vendors={vendors} onAssume={props.onAssume} />
      <div className={styles.actions}>
        <Button variant="primary" icon={Plus} onClick={begin}>
          New grant
        </Button>
        <Button icon={PanelRight} onClick={props.onReview}>
          Open review
        </Button>
      </div>
      {draft && (
        <p className={styles.draft}>
          <span>
            <strong>Draft kept</strong>
            {draft.form.ticket.trim() !== '' && ` for ${draft.form.ticket.trim()}`}. New grant goes on with it.
          </span>
          <Button size="small" variant="quiet" onClick={() => props.onDraft(null)}>
            Discard draft
          </Button>
        </p>
      )}
      <OpenGrants {...{ grants, vendors, settings, now }} onChoose={choose} />
    </Frame>
  );
}

/** Says what happens next, after a grant was started. */
function started(
  { form }: GrantDraft,
  settings: Settings,
  page: VendorTab | null | undefined,
  vendors: readonly Vendor[],
): News {
  const checked = checkTicket(form.ticket, settings.ticketPattern);
  const ticket = checked.ok ? checked.value : form.ticket.trim();
  const vendor = vendors.find(({ id }) => id === form.vendor);
  const name = vendor?.name ?? 'the vendor';
  if (page?.recognised?.vendor === form.vendor)
    return { tone: 'good', title: `${ticket} is started. The guide is open on the ${name} page.` };
  return { tone: 'good', title: `${ticket} is started. The guide opens on the ${name} team page.`, vendor };
}

/** Tells whether nothing was typed that would be lost. */
function isEmpty({ form, adding }: GrantDraft): boolean {
  const { vendor: _preselected, refine: _follows, ...typed } = form;
  const nothing = (value: string | boolean | string[]) => (typeof value === 'boolean' ? !value : value.length === 0);
  return adding.trim() === '' && Object.values(typed).every(nothing);
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className={styles.popup}>
      <header className={styles.header}>
        <img src="/icon/32.png" alt="" width={20} height={20} />
        <h1 className={styles.name}>Grantbook</h1>
        <a href="log.html" target="_blank" rel="noreferrer" className={styles.link}>
          Open log
          <ArrowUpRight size={12} aria-hidden="true" />
        </a>
        <a
          href="options.html"
          target="_blank"
          rel="noreferrer"
          className={styles.link}
          aria-label="Options"
          title="Options"
        >
          <Settings2 size={16} aria-hidden="true" />
        </a>
      </header>
      <main>{children}</main>
    </div>
  );
}

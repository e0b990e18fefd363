import styled from '@emotion/styled';
import { Bug, ChartColumn, LayoutDashboard, type LucideIcon, MonitorPlay, Settings } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { t } from '../../shared/labels.ts';
import { Link, navigate, usePlace } from '../../shared/router.tsx';
import { color, font } from './theme.ts';

/** Organization and project of the practice data, as they stand in every path. */
export const BASE = '/acme/production';

const Layout = styled.div`
  display: grid;
  grid-template-columns: 200px minmax(0, 1fr);
  min-height: calc(100vh - var(--strip));
  font: 14px/1.5 ${font};
  color: ${color.ink};
  background: #fff;
`;

const Side = styled.nav`
  position: sticky;
  top: var(--strip);
  height: calc(100vh - var(--strip));
  display: flex;
  flex-direction: column;
  gap: 2px;
  padding: 18px 12px;
  background: #201a33;
  color: #e9e5f5;
  font-weight: 500;
  font-size: 13px;
`;

const Brand = styled.div`
  padding: 0 10px 4px;
  font-size: 17px;
  font-weight: 600;
`;

const Project = styled.div`
  margin: 6px 0 14px;
  padding: 6px 10px;
  border-radius: 6px;
  background: #2e2648;
  font-size: 12px;
`;

const Item = styled(Link)`
  display: flex;
  align-items: center;
  gap: 10px;
  padding: 8px 10px;
  border-radius: 6px;
  &:hover {
    background: #2e2648;
  }
  &[aria-current='page'] {
    background: ${color.accent};
    color: #fff;
  }
`;

const WithSettings = styled.div`
  display: grid;
  grid-template-columns: 196px minmax(0, 1fr);
  min-height: 100%;
`;

const SubNav = styled.nav`
  padding: 28px 12px 28px 20px;
  border-right: 1px solid ${color.line};
  background: ${color.panel};
  font-size: 13px;
  h3 {
    margin: 18px 10px 6px;
    font-size: 11px;
    font-weight: 600;
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: ${color.muted};
  }
  > div:first-of-type h3 {
    margin-top: 0;
  }
  a {
    display: block;
    padding: 6px 10px;
    border-radius: 6px;
  }
  a:hover {
    background: #efedf5;
  }
  a[aria-current='page'] {
    background: ${color.soft};
    color: ${color.accent};
    font-weight: 500;
  }
`;

export interface SettingsEntry {
  readonly label: string;
  readonly slug: string;
}

export interface SettingsGroup {
  readonly title: string;
  readonly entries: readonly SettingsEntry[];
}

/** The settings that both generations list first. */
export const PROJECT_SETTINGS: SettingsGroup = {
  title: 'Project',
  entries: [
    { label: 'General', slug: 'general' },
    { label: 'Setup', slug: 'setup' },
    { label: 'API Keys', slug: 'api-keys' },
  ],
};

const PRODUCT: readonly { label: string; slug: string; icon: LucideIcon }[] = [
  { label: 'Sessions', slug: 'sessions', icon: MonitorPlay },
  { label: 'Issues', slug: 'issues', icon: Bug },
  { label: 'Metrics', slug: 'metrics', icon: ChartColumn },
  { label: 'Dashboards', slug: 'dashboards', icon: LayoutDashboard },
];

/**
 * The part of the path after organization and project. `/r/…` means "my current project", as in the vendor's docs;
 * `/` goes to the sessions. The page's title follows it.
 */
export function useSection(): string {
  const { path } = usePlace();
  const short = path.startsWith('/r/') ? path.slice(3) : null;
  useEffect(() => {
    if (short !== null) navigate(`${BASE}/${short}`, 'replace');
    else if (path === '/' || path === BASE) navigate(`${BASE}/sessions`, 'replace');
    else if (path === `${BASE}/settings`) navigate(`${BASE}/settings/general`, 'replace');
  }, [path, short]);
  const section = short ?? path.split('/').slice(3).join('/');
  useEffect(() => {
    document.title = `${section.startsWith('settings') ? 'Settings' : 'Sessions'} - LogRocket`;
  }, [section]);
  return section;
}

/** Sidebar, settings navigation where it belongs, and the place for a page. */
export function Shell({ groups, children }: { groups: readonly SettingsGroup[]; children: ReactNode }) {
  const section = useSection();
  const inSettings = section.startsWith('settings/');
  return (
    <Layout>
      <Side aria-label="Product">
        <Brand>LogRocket</Brand>
        <Project>Acme / production</Project>
        {PRODUCT.map(({ label, slug, icon: Icon }) => (
          <Item
            key={slug}
            href={`${BASE}/${slug}`}
            aria-current={section.startsWith(slug) || (slug === 'sessions' && section === '') ? 'page' : undefined}
          >
            <Icon size={16} aria-hidden />
            {label}
          </Item>
        ))}
        <div style={{ flex: 1 }} />
        <Item href={`${BASE}/settings/general`} aria-current={inSettings ? 'page' : undefined}>
          <Settings size={16} aria-hidden />
          {t('Settings')}
        </Item>
      </Side>
      {inSettings ? (
        <WithSettings>
          <SubNav aria-label="Settings">
            {groups.map(({ title, entries }) => (
              <div key={title}>
                <h3>{t(title)}</h3>
                {entries.map(({ label, slug }) => (
                  <Link
                    key={slug}
                    href={`${BASE}/settings/${slug}`}
                    aria-current={section === `settings/${slug}` ? 'page' : undefined}
                  >
                    {t(label)}
                  </Link>
                ))}
              </div>
            ))}
          </SubNav>
          <main>{children}</main>
        </WithSettings>
      ) : (
        <main>{children}</main>
      )}
    </Layout>
  );
}

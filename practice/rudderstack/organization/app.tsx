import { createTheme, MantineProvider } from '@mantine/core';
import { Building2, CircleUser, PanelsTopLeft } from 'lucide-react';
import { useEffect } from 'react';
import { navigate, usePlace } from '../../shared/router.tsx';
import { classPrefix } from '../../shared/start.tsx';
import { ConnectionsPage, LISTS, ListPage } from '../parts/product-pages.tsx';
import { Shell } from '../parts/shell.tsx';
import { font } from '../parts/theme.ts';
import { OrganizationPage } from './organization-page.tsx';
import { ProfilePage } from './profile-page.tsx';
import { ToastProvider } from './toast.tsx';
import { WorkspacePage } from './workspace-page.tsx';

const prefix = classPrefix('mantine');

const theme = createTheme({
  fontFamily: font,
  primaryColor: 'blue',
  primaryShade: 7,
  defaultRadius: 'sm',
  headings: { fontFamily: font, fontWeight: '500' },
});

const SETTINGS = [
  { label: 'Organization', href: '/organization?tab=general', icon: Building2 },
  { label: 'Workspace', href: '/workspace?tab=general', icon: PanelsTopLeft },
  { label: 'Your Profile', href: '/profile', icon: CircleUser },
];

function Content() {
  const { path, query } = usePlace();
  const tab = query.get('tab') ?? 'general';
  useEffect(() => {
    if (path === '/' || path === '/home') navigate('/connections', 'replace');
    if (path.startsWith('/settings')) navigate('/organization?tab=general', 'replace');
    document.title = 'RudderStack';
  }, [path]);
  if (path === '/organization') return <OrganizationPage key="organization" tab={tab} />;
  if (path === '/workspace') return <WorkspacePage key="workspace" tab={tab} />;
  if (path === '/profile') return <ProfilePage key="profile" />;
  const list = LISTS[path];
  if (list !== undefined) return <ListPage key={path} title={list} />;
  return <ConnectionsPage key="connections" teamHref="/organization?tab=members" />;
}

/**
 * RudderStack with role-based access control: Settings, Organization, Members. Nothing is documented of its look or its
 * table, so both are made up; the labels of buttons, fields and menus are the vendor's.
 */
export function App() {
  return (
    <MantineProvider theme={theme} classNamesPrefix={prefix}>
      <ToastProvider>
        <Shell settings={SETTINGS}>
          <Content />
        </Shell>
      </ToastProvider>
    </MantineProvider>
  );
}

import { App as AntApp, ConfigProvider } from 'antd';
import { Building2, CircleUser, PanelsTopLeft, ShieldCheck } from 'lucide-react';
import { useEffect } from 'react';
import { navigate, usePlace } from '../../shared/router.tsx';
import { useStore } from '../../shared/store.ts';
import { antdLook } from '../parts/antd-look.ts';
import { ConnectionsPage, LISTS, ListPage } from '../parts/product-pages.tsx';
import { Shell } from '../parts/shell.tsx';
import { SourcePage } from '../parts/source-page.tsx';
import { color } from '../parts/theme.ts';
import { AccessPage, isAccessTab } from './access-page.tsx';
import { OrganizationPage, WorkspacePage } from './plain-pages.tsx';
import { ProfilePage } from './profile-page.tsx';
import { server } from './server.ts';

const SETTINGS = [
  { label: 'Organization', href: '/organization?tab=general', icon: Building2 },
  { label: 'Access Management', href: '/organization?tab=users', icon: ShieldCheck },
  { label: 'Workspace', href: '/workspace?tab=general', icon: PanelsTopLeft },
  { label: 'Your Profile', href: '/profile', icon: CircleUser },
];

function Content() {
  const { path, query } = usePlace();
  const { people } = useStore(server.shown);
  const tab = query.get('tab') ?? 'general';
  useEffect(() => {
    if (path === '/' || path === '/home') navigate('/connections', 'replace');
    if (path.startsWith('/settings')) navigate('/organization?tab=general', 'replace');
    document.title = 'RudderStack';
  }, [path]);
  if (path === '/organization') {
    return isAccessTab(tab) ? <AccessPage key={tab} first={tab} /> : <OrganizationPage key={tab} tab={tab} />;
  }
  if (path === '/workspace') return <WorkspacePage key={tab} tab={tab} />;
  if (path === '/profile') return <ProfilePage key="profile" />;
  if (path.startsWith('/sources/')) return <SourcePage key={path} name={path.split('/')[2] ?? ''} people={people} />;
  const list = LISTS[path];
  if (list !== undefined) return <ListPage key={path} title={list} />;
  return <ConnectionsPage key="connections" teamHref="/organization?tab=invitations" />;
}

function Framed() {
  const { path, query } = usePlace();
  const current =
    path !== '/organization' ? undefined : isAccessTab(query.get('tab') ?? '') ? 'Access Management' : 'Organization';
  return (
    <Shell settings={SETTINGS} current={current}>
      <Content />
    </Shell>
  );
}

/** RudderStack today: Access Management, with policies, groups, users and invitations. */
export function App() {
  return (
    <ConfigProvider
      {...antdLook}
      theme={{
        ...antdLook.theme,
        components: { Table: { headerBg: color.panel, cellFontSize: 13 } },
      }}
    >
      <AntApp message={{ top: 40 }}>
        <Framed />
      </AntApp>
    </ConfigProvider>
  );
}

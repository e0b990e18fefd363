import { App as AntApp, ConfigProvider } from 'antd';
import { useEffect } from 'react';
import { navigate, usePlace } from '../../shared/router.tsx';
import { useStore } from '../../shared/store.ts';
import { antdLook } from '../parts/antd-look.ts';
import { ConnectionsPage, LISTS, ListPage } from '../parts/product-pages.tsx';
import { SETTINGS_ENTRY, Shell } from '../parts/shell.tsx';
import { SourcePage } from '../parts/source-page.tsx';
import { color } from '../parts/theme.ts';
import { server } from './server.ts';
import { SettingsPage } from './settings-page.tsx';

function Content() {
  const { path } = usePlace();
  const { people } = useStore(server.shown);
  useEffect(() => {
    if (path === '/' || path === '/home') navigate('/connections', 'replace');
    if (path === '/settings') navigate('/settings/account', 'replace');
  }, [path]);
  useEffect(() => {
    document.title = `${path.startsWith('/settings') ? 'Settings' : 'Connections'} | RudderStack`;
  }, [path]);

  if (path.startsWith('/settings/')) return <SettingsPage key="settings" section={path.split('/')[2] ?? ''} />;
  if (path.startsWith('/sources/')) return <SourcePage key={path} name={path.split('/')[2] ?? ''} people={people} />;
  const list = LISTS[path];
  if (list !== undefined) return <ListPage key={path} title={list} />;
  return <ConnectionsPage key="connections" teamHref="/settings/members" />;
}

/** RudderStack as of January 2023: one Settings page with a tab `Members`. */
export function App() {
  return (
    <ConfigProvider
      {...antdLook}
      theme={{
        ...antdLook.theme,
        components: {
          Table: { cellFontSize: 13, headerBg: color.panel, headerSplitColor: 'transparent' },
          Tabs: { titleFontSize: 13, horizontalItemGutter: 28 },
        },
      }}
    >
      <AntApp message={{ top: 40 }}>
        <Shell settings={SETTINGS_ENTRY('/settings/members')}>
          <Content />
        </Shell>
      </AntApp>
    </ConfigProvider>
  );
}

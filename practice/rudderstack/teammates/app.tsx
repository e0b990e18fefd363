import { App as AntApp, ConfigProvider } from 'antd5';
import { useEffect } from 'react';
import { navigate, usePlace } from '../../shared/router.tsx';
import { antdLook } from '../parts/antd-look.ts';
import { ConnectionsPage, LISTS, ListPage } from '../parts/product-pages.tsx';
import { SETTINGS_ENTRY, Shell } from '../parts/shell.tsx';
import { SettingsPage } from './settings-page.tsx';

function Content() {
  const { path } = usePlace();
  useEffect(() => {
    if (path === '/' || path === '/home') navigate('/connections', 'replace');
    if (path === '/settings') navigate('/settings/general', 'replace');
    document.title = `${path.startsWith('/settings') ? 'Settings' : 'Connections'} | RudderStack`;
  }, [path]);
  if (path.startsWith('/settings/')) return <SettingsPage key="settings" section={path.split('/')[2] ?? ''} />;
  const list = LISTS[path];
  if (list !== undefined) return <ListPage key={path} title={list} />;
  return <ConnectionsPage key="connections" teamHref="/settings/teammates" />;
}

/** RudderStack as of May 2022: settings with a list of sections, among them `Teammates`. */
export function App() {
  return (
    <ConfigProvider
      {...antdLook}
      theme={{
        ...antdLook.theme,
        components: { Table: { headerBg: '#f7f7f7', headerSplitColor: '#e2e2e2', borderRadius: 0 } },
      }}
    >
      <AntApp message={{ top: 40 }}>
        <Shell settings={SETTINGS_ENTRY('/settings/teammates')}>
          <Content />
        </Shell>
      </AntApp>
    </ConfigProvider>
  );
}

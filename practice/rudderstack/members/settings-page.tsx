import styled from '@emotion/styled';
import { Button, Skeleton, Tabs } from 'antd';
import { LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { navigate } from '../../shared/router.tsx';
import { color } from '../parts/theme.ts';
import { AccountTab } from './account-tab.tsx';
import { MembersTab } from './members-tab.tsx';
import { AuditLogsTab, CompanyTab, DataManagementTab, NotificationsTab, UsageTab } from './other-tabs.tsx';

const Head = styled.header`
  padding: 24px 32px 0;
  background: ${color.panel};
  border-bottom: 1px solid #d3d6e0;
  .title {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-bottom: 8px;
  }
  h1 {
    margin: 0;
    font-size: 25px;
    font-weight: 400;
    color: ${color.ink};
  }
`;

const Body = styled.div`
  padding: 36px 32px 48px;
`;

const TABS: readonly { key: string; label: string; content: () => ReactNode }[] = [
  { key: 'account', label: 'Account', content: () => <AccountTab /> },
  { key: 'members', label: 'Members', content: () => <MembersTab /> },
  { key: 'usage', label: 'Usage', content: () => <UsageTab /> },
  { key: 'company', label: 'Company', content: () => <CompanyTab /> },
  { key: 'data-management', label: 'Data Management', content: () => <DataManagementTab /> },
  { key: 'notifications', label: 'Notifications', content: () => <NotificationsTab /> },
  { key: 'audit-logs', label: 'Audit Logs', content: () => <AuditLogsTab /> },
];

/** Settings with its row of tabs; the content of a tab comes later than the tabs. */
export function SettingsPage({ section }: { section: string }) {
  const tab = TABS.find(({ key }) => key === section) ?? TABS[0];
  return (
    <>
      <Head>
        <div className="title">
          <h1>{t('Settings')}</h1>
          <Button size="large" icon={<LogOut size={14} aria-hidden />} style={{ fontSize: 13 }}>
            Log out
          </Button>
        </div>
        <Replaced>
          <Tabs
            activeKey={tab?.key ?? 'account'}
            onChange={(key) => navigate(`/settings/${key}`)}
            tabBarStyle={{ marginBottom: 0 }}
            items={TABS.map(({ key, label }) => ({ key, label: t(label) }))}
          />
        </Replaced>
      </Head>
      <Body>
        <Late key={section} share={0.5} skeleton={<Skeleton active paragraph={{ rows: 6 }} />}>
          {tab?.content()}
        </Late>
      </Body>
    </>
  );
}

import { Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { Page } from '../parts/product-pages.tsx';
import { BaselineTab } from './baseline-tab.tsx';
import { GroupsTab } from './groups-tab.tsx';
import { InvitationsTab } from './invitations-tab.tsx';
import { TokensTab } from './tokens-tab.tsx';
import { UsersTab } from './users-tab.tsx';

/** `service_access_tokens` is the one tab whose place in the query is documented; the others follow by analogy. */
const TABS = {
  baseline_workspace_policies: { label: 'Baseline Workspace Policies', content: BaselineTab },
  groups: { label: 'Groups', content: GroupsTab },
  users: { label: 'Users', content: UsersTab },
  invitations: { label: 'Invitations', content: InvitationsTab },
  service_access_tokens: { label: 'Service Access Tokens', content: TokensTab },
};

type TabName = keyof typeof TABS;

export function isAccessTab(name: string): name is TabName {
  return name in TABS;
}

/** Access Management. Changing the tab does not change the URL. */
export function AccessPage({ first }: { first: TabName }) {
  const [tab, setTab] = useState<TabName>(first);
  const Content = TABS[tab].content;
  return (
    <Page>
      <h1>{t('Access Management')}</h1>
      <p>Who can do what in the workspaces of Acme Analytics</p>
      <Replaced>
        <Tabs
          activeKey={tab}
          onChange={(key) => isAccessTab(key) && setTab(key)}
          items={Object.entries(TABS).map(([key, { label }]) => ({ key, label: t(label) }))}
        />
      </Replaced>
      <Late key={tab} skeleton={<Skeleton active paragraph={{ rows: 6 }} />}>
        <Content />
      </Late>
    </Page>
  );
}

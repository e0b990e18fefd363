import { Button, Input, Skeleton, Switch, Table, Tabs } from 'antd';
import { Late, Replaced } from '../../shared/hard.tsx';
import { navigate } from '../../shared/router.tsx';
import { useStore } from '../../shared/store.ts';
import { Card, Page, SettingRow } from '../parts/product-pages.tsx';
import { server } from './server.ts';

/** Settings, Organization: general and billing. */
export function OrganizationPage({ tab }: { tab: string }) {
  const { people } = useStore(server.shown);
  return (
    <Page>
      <h1>Organization</h1>
      <p>Acme Analytics</p>
      <Tabs
        activeKey={tab}
        onChange={(key) => navigate(`/organization?tab=${key}`)}
        items={[
          { key: 'general', label: 'General' },
          { key: 'billing', label: 'Billing' },
        ]}
      />
      <Late skeleton={<Skeleton active />}>
        <Replaced>
          <Card>
            {tab === 'billing' ? (
              <>
                <h2>Billing</h2>
                <SettingRow title="Growth plan" text={`Unlimited members, 3 groups. ${people.length} members now.`}>
                  <Button>Manage plan</Button>
                </SettingRow>
              </>
            ) : (
              <>
                <h2>General</h2>
                <SettingRow title="Organization name" text="Shown to everyone whom you invite.">
                  <Input aria-label="Organization name" defaultValue="Acme Analytics" style={{ width: 240 }} />
                </SettingRow>
                <SettingRow title="Require 2FA" text="Members must set up two-factor authentication at next login.">
                  <Switch aria-label="Require 2FA" />
                </SettingRow>
              </>
            )}
          </Card>
        </Replaced>
      </Late>
    </Page>
  );
}

/** Settings, Workspace: general and the audit logs. */
export function WorkspacePage({ tab }: { tab: string }) {
  const { log } = useStore(server.shown);
  return (
    <Page>
      <h1>Workspace</h1>
      <p>Acme Production</p>
      <Tabs
        activeKey={tab}
        onChange={(key) => navigate(`/workspace?tab=${key}`)}
        items={[
          { key: 'general', label: 'General' },
          { key: 'audit_logs', label: 'Audit Logs' },
        ]}
      />
      <Late skeleton={<Skeleton active />}>
        <Replaced>
          {tab === 'audit_logs' ? (
            <Table
              rowKey={(line) => line.at + line.action + line.target}
              pagination={false}
              dataSource={[...log]}
              columns={[
                { key: 'user', title: 'User', dataIndex: 'user' },
                { key: 'action', title: 'Action', dataIndex: 'action' },
                { key: 'target', title: 'Target', dataIndex: 'target' },
                { key: 'type', title: 'Type', dataIndex: 'type' },
                { key: 'when', title: 'When', render: (_, { at }) => new Date(at).toLocaleString('en-US') },
              ]}
            />
          ) : (
            <Card>
              <h2>General</h2>
              <SettingRow title="Workspace name" text="Acme Production" />
              <SettingRow title="Workspace token" text="Use this token to connect your data plane.">
                <Button>Show token</Button>
              </SettingRow>
            </Card>
          )}
        </Replaced>
      </Late>
    </Page>
  );
}

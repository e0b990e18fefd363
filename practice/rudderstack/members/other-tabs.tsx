import { Button, Checkbox, Input, Progress, Select, Switch, Table, Tag } from 'antd';
import { Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { useStore } from '../../shared/store.ts';
import { Card, Grid, SettingRow } from '../parts/product-pages.tsx';
import { server } from './server.ts';

export function UsageTab() {
  const { people } = useStore(server.shown);
  return (
    <Replaced>
      <Grid>
        <Card>
          <h2>Events</h2>
          <p>1.84 M of 5 M in this billing period</p>
          <Progress percent={37} />
        </Card>
        <Card>
          <h2>Members</h2>
          <p>{people.length} members in this workspace</p>
          <Progress percent={Math.min(100, people.length * 10)} showInfo={false} />
        </Card>
        <Card>
          <h2>Sources</h2>
          <p>4 sources, 3 destinations, 2 transformations</p>
        </Card>
      </Grid>
    </Replaced>
  );
}

export function CompanyTab() {
  return (
    <Replaced>
      <Card style={{ maxWidth: 720 }}>
        <h2>Company</h2>
        <SettingRow title="Company name" text="Shown to everyone whom you invite to your team.">
          <Input aria-label="Company name" defaultValue="Acme Analytics" style={{ width: 240 }} />
        </SettingRow>
        <SettingRow title="Team size" text="How many people work with data at your company?">
          <Select
            aria-label="Team size"
            defaultValue="11-50"
            style={{ width: 240 }}
            options={['1-10', '11-50', '51-200'].map((value) => ({ value, label: `${value} members` }))}
          />
        </SettingRow>
        <SettingRow title="Billing email" text="Invoices go to this address.">
          <Input aria-label="Email" defaultValue="billing@acme.example" style={{ width: 240 }} />
        </SettingRow>
        <Button type="primary">Save</Button>
      </Card>
    </Replaced>
  );
}

export function DataManagementTab() {
  return (
    <Replaced>
      <Card style={{ maxWidth: 720 }}>
        <h2>Data Management</h2>
        <SettingRow title="Data retention" text="Keep raw event data in RudderStack's storage.">
          <Switch aria-label="Data retention" defaultChecked />
        </SettingRow>
        <SettingRow title="Geolocation enrichment" text="Add city and country to events from web sources.">
          <Switch aria-label="Geolocation enrichment" />
        </SettingRow>
      </Card>
    </Replaced>
  );
}

export function NotificationsTab() {
  return (
    <Replaced>
      <Card style={{ maxWidth: 720 }}>
        <h2>Notifications</h2>
        <p>Choose what members of your team hear about.</p>
        {['Sync failures', 'Event delivery errors', 'A member accepted an invitation', 'Weekly summary'].map((text) => (
          <SettingRow key={text} title={text} text="Email">
            <Checkbox aria-label={text} defaultChecked={text !== 'Weekly summary'} />
          </SettingRow>
        ))}
      </Card>
    </Replaced>
  );
}

/** Who did what. Says `Invited` and names e-mails, yet it is no list of members. */
export function AuditLogsTab() {
  const { log } = useStore(server.shown);
  return (
    <Replaced>
      <h2 style={{ fontSize: 17, fontWeight: 500, marginTop: 0 }}>{t('Audit Logs')}</h2>
      <Table
        rowKey={(line) => line.at + line.target}
        dataSource={[...log]}
        pagination={false}
        columns={[
          { key: 'user', title: 'User', dataIndex: 'user' },
          { key: 'action', title: 'Action', dataIndex: 'action', render: (action: string) => <Tag>{action}</Tag> },
          { key: 'target', title: 'Target', dataIndex: 'target' },
          { key: 'type', title: 'Type', dataIndex: 'type' },
          { key: 'when', title: 'When', dataIndex: 'at', render: (at: string) => new Date(at).toLocaleString('en-US') },
        ]}
      />
    </Replaced>
  );
}

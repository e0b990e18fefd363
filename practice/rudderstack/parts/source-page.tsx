import styled from '@emotion/styled';
import { Button, Modal, Radio, Select, Skeleton, Table, Tabs } from 'antd';
import { Apple, CirclePlay, Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import type { Person } from '../../shared/people.ts';
import { navigate, usePlace } from '../../shared/router.tsx';
import { Card, Page, SettingRow } from './product-pages.tsx';
import { color } from './theme.ts';

const Head = styled.div`
  display: flex;
  align-items: center;
  gap: 14px;
  margin-bottom: 20px;
  .mark {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border: 1px solid ${color.line};
    border-radius: 50%;
  }
  .name {
    flex: 1;
    line-height: 1.3;
  }
  h1 {
    margin: 0;
    font-size: 18px;
  }
`;

const Choice = styled(Radio)`
  display: flex;
  padding: 12px;
  border: 1px solid ${color.line};
  margin-bottom: 8px;
  span small {
    display: block;
    color: ${color.muted};
  }
`;

function Permissions({ people }: { people: readonly Person[] }) {
  const [who, setWho] = useState('selected');
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [allowed, setAllowed] = useState<readonly string[]>([
    'marcus.oyelaran@acme.example',
    'priya.raman@acme.example',
  ]);
  return (
    <>
      <Replaced>
        <Card>
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 32, marginBottom: 24 }}>
            <div>
              <h2>Permissions</h2>
              <p>You can add a layer of security by deciding who has the ability to make changes to this source.</p>
            </div>
            <div>
              <p>Who can make changes?</p>
              <Radio.Group value={who} onChange={(event) => setWho(event.target.value)} style={{ width: '100%' }}>
                <Choice value="anyone">
                  <LockOpen size={14} aria-hidden /> Anyone with write access
                  <small>All members who have write access can make changes.</small>
                </Choice>
                <Choice value="selected">
                  <Lock size={14} aria-hidden /> Only people you select
                  <small>Only members who have been given permission can make changes.</small>
                </Choice>
              </Radio.Group>
            </div>
          </div>
          {who === 'selected' && (
            <>
              <div style={{ display: 'flex', justifyContent: 'space-between', marginBottom: 12 }}>
                <h2>Allowed to edit</h2>
                <Button type="primary" onClick={() => setAdding(true)}>
                  Add member
                </Button>
              </div>
              <Table
                rowKey="id"
                pagination={false}
                dataSource={people.filter(({ email }) => allowed.includes(email))}
                columns={[
                  { key: 'name', title: 'Name', dataIndex: 'name', sorter: (a, b) => a.name.localeCompare(b.name) },
                  { key: 'email', title: 'Email', dataIndex: 'email' },
                  {
                    key: 'remove',
                    title: '',
                    align: 'right',
                    render: (_, { email }) => (
                      <Button onClick={() => setAllowed(allowed.filter((one) => one !== email))}>Remove</Button>
                    ),
                  },
                ]}
              />
            </>
          )}
        </Card>
      </Replaced>
      <Modal
        title="Add team members"
        open={adding}
        okText="Add members"
        onCancel={() => setAdding(false)}
        onOk={() => {
          setAllowed([...allowed, ...chosen]);
          setChosen([]);
          setAdding(false);
        }}
      >
        <label htmlFor="add-team-members">Names of team members</label>
        <Select
          id="add-team-members"
          mode="multiple"
          style={{ width: '100%' }}
          value={[...chosen]}
          onChange={setChosen}
          options={people
            .filter(({ email, roles }) => !allowed.includes(email) && !roles.includes('Read-Only'))
            .map(({ email, name }) => ({ value: email, label: name || email }))}
        />
        <p>Read-only members cannot be added</p>
      </Modal>
    </>
  );
}

const TABS = ['Overview', 'Events', 'Settings', 'Tracking Plans', 'Permissions'];

/** One source with its tabs; `Permissions` lists people with names and e-mails, and has an `Add member`. */
export function SourcePage({ name, people }: { name: string; people: readonly Person[] }) {
  const { path, query } = usePlace();
  const tab = TABS.find((label) => label.toLowerCase() === query.get('tab')) ?? 'Overview';
  return (
    <Page>
      <Head>
        <span className="mark">
          <Apple size={20} aria-hidden />
        </span>
        <div className="name">
          <h1>{name}</h1>
          iOS
        </div>
        <Button size="large" icon={<CirclePlay size={14} aria-hidden />}>
          Live events
        </Button>
      </Head>
      <Tabs
        activeKey={tab}
        onChange={(key) => navigate(`${path}?tab=${key.toLowerCase()}`)}
        items={TABS.map((label) => ({ key: label, label }))}
      />
      <Late key={tab} skeleton={<Skeleton active />}>
        {tab === 'Permissions' ? (
          <Permissions people={people} />
        ) : (
          <Card>
            <h2>{tab}</h2>
            <SettingRow title="Source ID" text="2hVx0mQf4kN7" />
            <SettingRow title="Last event" text="a few seconds ago" />
          </Card>
        )}
      </Late>
    </Page>
  );
}

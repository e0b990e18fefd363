import { App, Button, Form, Input, Select, Skeleton, Table, Tabs } from 'antd';
import { useState } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { useStore } from '../../shared/store.ts';
import { deleteToken } from '../parts/delete-token.tsx';
import { useInDialog } from '../parts/in-dialog.ts';
import { Card, Page, SettingRow } from '../parts/product-pages.tsx';
import { useNewToken } from '../parts/use-new-token.ts';
import { Frame } from './frame.tsx';
import { server, WORKSPACES } from './server.ts';
import { ShownOnce } from './shown-once.tsx';

interface Fields {
  readonly name: string;
  readonly workspace: string;
  readonly scope: string;
}

function NewToken({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const inDialog = useInDialog();
  const [form] = Form.useForm<Fields>();
  const { busy, secret, close, generate } = useNewToken({ server, form, message, onClose });

  return (
    <Frame
      title="Generate new token"
      open={open}
      onClose={close}
      footer={
        secret !== '' ? (
          <Button onClick={close}>Close</Button>
        ) : (
          <Button type="primary" loading={busy} onClick={() => form.submit()}>
            {t('Generate')}
          </Button>
        )
      }
    >
      {secret !== '' ? (
        <ShownOnce secret={secret} />
      ) : (
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ name, workspace, scope }) =>
            generate({ name, permission: `Personal ${scope}`, scope: workspace })
          }
          initialValues={{ workspace: WORKSPACES[0], scope: 'Read-Only' }}
        >
          <Form.Item name="name" label={t('Token name')} rules={[{ required: true, message: 'Enter a name' }]}>
            <Input />
          </Form.Item>
          <Form.Item name="workspace" label={t('Workspace')}>
            <Select options={WORKSPACES.map((value) => ({ value, label: value }))} {...inDialog} />
          </Form.Item>
          <Form.Item name="scope" label={t('Scope')}>
            <Select options={['Read-Only', 'Read-Write'].map((value) => ({ value, label: value }))} {...inDialog} />
          </Form.Item>
        </Form>
      )}
    </Frame>
  );
}

function Tokens() {
  const { keys } = useStore(server.shown);
  const { modal } = App.useApp();
  const [creating, setCreating] = useState(false);
  return (
    <>
      <Replaced>
        <div style={{ display: 'flex', justifyContent: 'flex-end', marginBottom: 12 }}>
          <Button type="primary" onClick={() => setCreating(true)}>
            {t('Generate new token')}
          </Button>
        </div>
        <Table
          rowKey="id"
          pagination={false}
          dataSource={keys.filter(({ permission }) => permission.startsWith('Personal'))}
          columns={[
            { key: 'name', title: t('Token name'), dataIndex: 'name' },
            { key: 'workspace', title: t('Workspace'), dataIndex: 'scope' },
            { key: 'scope', title: t('Scope'), render: (_, { permission }) => permission.replace('Personal ', '') },
            deleteToken(Button, modal.confirm, server),
          ]}
        />
      </Replaced>
      <NewToken open={creating} onClose={() => setCreating(false)} />
    </>
  );
}

/** Settings, Your Profile. */
export function ProfilePage() {
  const you = useStore(server.shown).people.find((one) => one.you);
  return (
    <Page>
      <h1>{t('Your Profile')}</h1>
      <p>{you?.email}</p>
      <Late skeleton={<Skeleton active />}>
        <Tabs
          items={[
            {
              key: 'general',
              label: 'General',
              children: (
                <Card>
                  <SettingRow title="Name" text={you?.name ?? ''} />
                  <SettingRow title="Email" text={you?.email ?? ''} />
                </Card>
              ),
            },
            {
              key: 'security',
              label: 'Security',
              children: (
                <Card>
                  <SettingRow title="Two-factor authentication" text="Add an additional layer of security.">
                    <Button>Set up 2FA</Button>
                  </SettingRow>
                </Card>
              ),
            },
            { key: 'tokens', label: t('Personal Access Tokens'), children: <Tokens /> },
            {
              key: 'policy',
              label: 'Access Policy',
              children: <p>You are an Admin of this organization and can do everything.</p>,
            },
          ]}
        />
      </Late>
    </Page>
  );
}

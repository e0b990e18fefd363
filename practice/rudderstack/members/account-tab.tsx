import { App, Button, Form, Input, Modal, Select, Switch, Table } from 'antd';
import { useState } from 'react';
import { Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { useStore } from '../../shared/store.ts';
import { deleteToken, whatStops } from '../parts/delete-token.tsx';
import { Card, SettingRow } from '../parts/product-pages.tsx';
import { useNewToken } from '../parts/use-new-token.ts';
import { server } from './server.ts';

interface TokenFields {
  readonly name: string;
  readonly role: string;
}

function TokenDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [form] = Form.useForm<TokenFields>();
  const { message } = App.useApp();
  const { busy, secret, close, generate } = useNewToken({ server, form, message, onClose });

  const shown = secret !== '';
  return (
    <Modal
      title={t('New Personal Access Token')}
      open={open}
      onCancel={close}
      destroyOnHidden
      footer={
        shown ? (
          <Button onClick={close}>Close</Button>
        ) : (
          <Button type="primary" loading={busy} onClick={() => form.submit()}>
            {t('Generate')}
          </Button>
        )
      }
    >
      {shown ? (
        <>
          <label htmlFor="new-token">Token</label>
          <Input
            id="new-token"
            readOnly
            value={secret}
            suffix={
              <Button size="small" type="link" onClick={() => navigator.clipboard?.writeText(secret)}>
                Copy
              </Button>
            }
          />
          <p>Make sure to copy this token now. You won&apos;t be able to see it again!</p>
        </>
      ) : (
        <Form<TokenFields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ name: '', role: 'Read-Only' }}
          onFinish={({ name, role }) => generate({ name, permission: role, scope: 'Acme Production' })}
        >
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 160px', gap: 12, marginTop: 16 }}>
            <Form.Item
              name="name"
              label={t('Token name')}
              htmlFor="text-input-token-name"
              rules={[{ required: true, whitespace: true, message: 'Token name is required' }]}
            >
              <Input id="text-input-token-name" />
            </Form.Item>
            <Form.Item name="role" label={t('Role')}>
              <Select options={['Admin', 'Read-Write', 'Read-Only'].map((role) => ({ value: role, label: role }))} />
            </Form.Item>
          </div>
          <p style={{ fontSize: 12 }}>
            Personal access tokens function as a security token for the RudderStack API. See the documentation to learn
            more.
          </p>
        </Form>
      )}
    </Modal>
  );
}

/** Account: profile, security, and the personal access tokens that belong to the person. */
export function AccountTab() {
  const { keys, people } = useStore(server.shown);
  const [creating, setCreating] = useState(false);
  const { modal } = App.useApp();
  const you = people.find((one) => one.you);
  return (
    <>
      <Replaced>
        <div style={{ display: 'grid', gap: 20, maxWidth: 900 }}>
          <Card>
            <h2>Account</h2>
            <SettingRow title="Name" text={you?.name ?? ''} />
            <SettingRow title="Email" text={you?.email ?? ''} />
          </Card>
          <Card>
            <h2>Security</h2>
            <SettingRow title="RudderStack password" text="A secure password helps protect your account.">
              <Button>Change password</Button>
            </SettingRow>
            <SettingRow title="Two-factor authentication" text="Add an additional layer of security to your account.">
              <Button>Set up 2FA</Button>
            </SettingRow>
            <SettingRow title="Require 2FA" text="Require two-factor authentication for every member of Acme.">
              <Switch aria-label="Require 2FA" />
            </SettingRow>
          </Card>
          <Card>
            <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', marginBottom: 12 }}>
              <div>
                <h2>{t('Personal access tokens')}</h2>
                <p style={{ margin: 0 }}>Generated tokens can be used to access the RudderStack API</p>
              </div>
              <Button onClick={() => setCreating(true)}>{t('Generate new token')}</Button>
            </div>
            <Table
              rowKey="id"
              pagination={false}
              dataSource={[...keys]}
              columns={[
                { key: 'name', title: 'Token name', dataIndex: 'name' },
                { key: 'role', title: 'Role type', dataIndex: 'permission' },
                deleteToken(Button, modal.confirm, server, whatStops),
              ]}
            />
          </Card>
        </div>
      </Replaced>
      <TokenDialog open={creating} onClose={() => setCreating(false)} />
    </>
  );
}

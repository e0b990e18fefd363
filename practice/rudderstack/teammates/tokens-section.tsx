import { App, Button, Form, Input, Modal, Select, Table } from 'antd5';
import { useState } from 'react';
import { Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { useStore } from '../../shared/store.ts';
import { deleteToken, whatStops } from '../parts/delete-token.tsx';
import { Card } from '../parts/product-pages.tsx';
import { useNewToken } from '../parts/use-new-token.ts';
import { server } from './server.ts';

interface Fields {
  readonly name: string;
  readonly role: string;
}

function NewToken({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const { message } = App.useApp();
  const { busy, secret, close, generate } = useNewToken({ server, form, message, onClose });

  const footer =
    secret === '' ? (
      <Button type="primary" loading={busy} onClick={() => form.submit()}>
        {t('Generate')}
      </Button>
    ) : (
      <Button onClick={close}>Close</Button>
    );
  return (
    <Modal title={t('New Personal Access Token')} open={open} onCancel={close} footer={footer} destroyOnHidden>
      {secret === '' ? (
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ name: '', role: 'Read-Only' }}
          onFinish={({ name, role }) => generate({ name, permission: role, scope: 'Acme Production' })}
        >
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 152px', gap: 8, marginTop: 16 }}>
            <Form.Item
              name="name"
              label={t('Token name')}
              extra="Personal access tokens function as a security token for the RudderStack API. See the documentation to learn more."
              rules={[{ required: true, whitespace: true, message: 'Token name is required' }]}
            >
              <Input />
            </Form.Item>
            <Form.Item name="role" label={t('Role')}>
              <Select options={['Admin', 'Read-Write', 'Read-Only'].map((value) => ({ value, label: value }))} />
            </Form.Item>
          </div>
        </Form>
      ) : (
        <>
          <label htmlFor="shown-token">Token</label>
          <div style={{ display: 'flex', gap: 8 }}>
            <Input id="shown-token" readOnly value={secret} />
            <Button onClick={() => navigator.clipboard?.writeText(secret)}>Copy</Button>
          </div>
          <p>Make sure to copy this token now. You won&apos;t be able to see it again!</p>
        </>
      )}
    </Modal>
  );
}

/** Personal access tokens: whatever the person may do, a token can do. */
export function TokensSection() {
  const { keys } = useStore(server.shown);
  const [creating, setCreating] = useState(false);
  const { modal } = App.useApp();
  return (
    <>
      <Replaced>
        <Card>
          <div style={{ display: 'flex', justifyContent: 'space-between', marginBottom: 16 }}>
            <div>
              <h2>{t('Personal access tokens')}</h2>
              <p style={{ margin: 0 }}>Generated tokens can be used to access the RudderStack API</p>
            </div>
            <Button size="large" onClick={() => setCreating(true)}>
              {t('Generate new token')}
            </Button>
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
      </Replaced>
      <NewToken open={creating} onClose={() => setCreating(false)} />
    </>
  );
}

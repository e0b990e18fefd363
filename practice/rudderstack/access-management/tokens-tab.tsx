import { App, Button, Form, Input, Segmented, Select, Table } from 'antd';
import { useState } from 'react';
import { Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { makeSecret } from '../../shared/server.ts';
import { useStore } from '../../shared/store.ts';
import { deleteToken } from '../parts/delete-token.tsx';
import { useInDialog } from '../parts/in-dialog.ts';
import { Frame } from './frame.tsx';
import { PolicyMatrix } from './policy.tsx';
import { server, WORKSPACES } from './server.ts';
import { ShownOnce } from './shown-once.tsx';

type Level = 'Workspace' | 'Organization';

interface Fields {
  readonly name: string;
  readonly workspace?: string;
}

function NewToken({ level, open, onClose }: { level: Level; open: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const inDialog = useInDialog();
  const [form] = Form.useForm<Fields>();
  const [fields, setFields] = useState<Fields | null>(null);
  const [granted, setGranted] = useState<readonly string[]>([]);
  const [secret, setSecret] = useState('');

  function close() {
    form.resetFields();
    setFields(null);
    setGranted([]);
    setSecret('');
    onClose();
  }

  async function generate({ name, workspace }: Fields) {
    const made = makeSecret('');
    const permission = level === 'Organization' ? 'Admin' : `${granted.length} permissions`;
    try {
      await server.createKey({ name, permission, scope: workspace ?? 'Organization' }, made);
      setSecret(made);
    } catch (error) {
      message.error(String(error));
    }
  }

  function submit(next: Fields) {
    if (level === 'Organization') void generate(next);
    else setFields(next);
  }

  const footer =
    secret !== '' ? (
      <Button onClick={close}>Close</Button>
    ) : fields !== null ? (
      <Button type="primary" onClick={() => generate(fields)}>
        {t('Generate')}
      </Button>
    ) : (
      <Button type="primary" onClick={() => form.submit()}>
        {t(level === 'Organization' ? 'Generate' : 'Next')}
      </Button>
    );

  return (
    <Frame title="Generate new token" open={open} onClose={close} footer={footer} width={640}>
      {secret !== '' ? (
        <ShownOnce secret={secret} />
      ) : fields !== null ? (
        <PolicyMatrix granted={granted} onChange={setGranted} />
      ) : (
        <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item name="name" label={t('Token name')} rules={[{ required: true, message: 'Enter a name' }]}>
            <Input />
          </Form.Item>
          {level === 'Workspace' && (
            <Form.Item name="workspace" label={t('Workspace')} initialValue={WORKSPACES[0]}>
              <Select options={WORKSPACES.map((value) => ({ value, label: value }))} {...inDialog} />
            </Form.Item>
          )}
        </Form>
      )}
    </Frame>
  );
}

/** Service access tokens: they outlive the person who made them. */
export function TokensTab() {
  const { keys } = useStore(server.shown);
  const { modal } = App.useApp();
  const [level, setLevel] = useState<Level>('Workspace');
  const [creating, setCreating] = useState(false);
  const service = keys.filter(({ permission }) => !permission.startsWith('Personal'));
  return (
    <>
      <Replaced>
        <div style={{ display: 'flex', justifyContent: 'space-between', marginBottom: 16 }}>
          <Segmented<Level> options={['Workspace', 'Organization']} value={level} onChange={setLevel} />
          <Button type="primary" onClick={() => setCreating(true)}>
            {t('Generate new token')}
          </Button>
        </div>
        <Table
          rowKey="id"
          pagination={false}
          dataSource={service.filter(({ scope }) => (scope === 'Organization') === (level === 'Organization'))}
          columns={[
            { key: 'name', title: t('Token name'), dataIndex: 'name' },
            { key: 'scope', title: t('Workspace'), dataIndex: 'scope' },
            { key: 'by', title: 'Created by', dataIndex: 'createdBy' },
            deleteToken(Button, modal.confirm, server),
          ]}
        />
      </Replaced>
      <NewToken level={level} open={creating} onClose={() => setCreating(false)} />
    </>
  );
}

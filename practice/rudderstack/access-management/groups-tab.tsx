import { App, Button, Collapse, Form, Input, Select, Space, Table, Tabs } from 'antd';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import type { Person } from '../../shared/people.ts';
import { useStore } from '../../shared/store.ts';
import { useInDialog } from '../parts/in-dialog.ts';
import { Frame } from './frame.tsx';
import { PolicyMatrix } from './policy.tsx';
import { RowMenu } from './row-menu.tsx';
import { type Group, groupsOf, saveGroups, server, WORKSPACES } from './server.ts';

interface Fields {
  readonly name: string;
  readonly description: string;
}

function CreateGroup({ open, onClose }: { open: boolean; onClose: () => void }) {
  const groups = groupsOf(useStore(server.shown));
  const { message } = App.useApp();
  const inDialog = useInDialog();
  const [form] = Form.useForm<Fields>();
  const [fields, setFields] = useState<Fields | null>(null);
  const [workspaces, setWorkspaces] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);

  function close() {
    form.resetFields();
    setFields(null);
    setWorkspaces([]);
    onClose();
  }

  async function create() {
    if (fields === null) return;
    setBusy(true);
    try {
      await saveGroups([...groups, { ...fields, workspaces, policies: {} }]);
      message.success('Group created');
      close();
    } catch (error) {
      message.error(String(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Frame
      title="Create group"
      open={open}
      onClose={close}
      footer={
        fields === null ? (
          <Button type="primary" onClick={() => form.submit()}>
            {t('Next')}
          </Button>
        ) : (
          <Button type="primary" loading={busy} disabled={workspaces.length === 0} onClick={create}>
            {t('Create')}
          </Button>
        )
      }
    >
      {fields === null ? (
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={setFields}
          initialValues={{ description: '' }}
        >
          <Form.Item name="name" label={t('Group name')} rules={[{ required: true, message: 'Enter a name' }]}>
            <Input />
          </Form.Item>
          <Form.Item name="description" label={t('Description')}>
            <Input />
          </Form.Item>
        </Form>
      ) : (
        <Select
          aria-label="Workspaces"
          mode="multiple"
          style={{ width: '100%' }}
          placeholder="Select workspaces"
          value={[...workspaces]}
          onChange={setWorkspaces}
          options={WORKSPACES.map((value) => ({ value, label: value }))}
          {...inDialog}
        />
      )}
    </Frame>
  );
}

function AddMembers({ group, open, onClose }: { group: Group; open: boolean; onClose: () => void }) {
  const { people } = useStore(server.shown);
  const { message } = App.useApp();
  const inDialog = useInDialog();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [sure, setSure] = useState(false);

  function close() {
    setChosen([]);
    setSure(false);
    onClose();
  }

  async function add() {
    try {
      for (const email of chosen) {
        const one = people.find((known) => known.email === email);
        await server.update(email, { groups: [...(one?.groups ?? []), group.name] });
      }
      message.success('Members added');
      close();
    } catch (error) {
      message.error(String(error));
    }
  }

  return (
    <Frame
      title="Add group members"
      open={open}
      onClose={close}
      footer={
        sure ? (
          <Button type="primary" onClick={add}>
            {t('Add members')}
          </Button>
        ) : (
          <Button type="primary" disabled={chosen.length === 0} onClick={() => setSure(true)}>
            {t('Next')}
          </Button>
        )
      }
    >
      {sure ? (
        <p>
          {chosen.join(', ')} will get the policies of {group.name}.
        </p>
      ) : (
        <Select
          aria-label="Members"
          mode="multiple"
          style={{ width: '100%' }}
          value={[...chosen]}
          onChange={setChosen}
          options={people
            .filter(({ status, groups }) => status === 'active' && !groups.includes(group.name))
            .map(({ email }) => ({ value: email, label: email }))}
          {...inDialog}
        />
      )}
    </Frame>
  );
}

function MemberMenu({ one, group }: { one: Person; group: Group }) {
  const { modal, message } = App.useApp();
  return (
    <RowMenu
      placement="bottomLeft"
      items={[{ key: 'remove', label: 'Remove member from group' }]}
      onPick={() =>
        modal.confirm({
          title: 'Remove member from group?',
          okText: 'Remove',
          onOk: () =>
            server
              .update(one.email, { groups: one.groups.filter((name) => name !== group.name) })
              .catch((error: Error) => message.error(error.message)),
        })
      }
    />
  );
}

function GroupDetails({ group, onBack }: { group: Group; onBack: () => void }) {
  const state = useStore(server.shown);
  const { message } = App.useApp();
  const [adding, setAdding] = useState(false);
  const [drafts, setDrafts] = useState<Readonly<Record<string, readonly string[]>>>({});

  async function save(workspace: string) {
    const policies = { ...group.policies, [workspace]: drafts[workspace] ?? [] };
    try {
      await saveGroups(groupsOf(state).map((one) => (one.name === group.name ? { ...one, policies } : one)));
      message.success('Policy saved');
    } catch (error) {
      message.error(String(error));
    }
  }

  return (
    <>
      <Button type="link" style={{ padding: 0 }} icon={<ArrowLeft size={14} aria-hidden />} onClick={onBack}>
        Groups
      </Button>
      <h2 style={{ margin: '8px 0 0', fontWeight: 500 }}>{group.name}</h2>
      <p style={{ margin: '0 0 12px' }}>{group.description}</p>
      <Tabs
        items={[
          {
            key: 'members',
            label: t('Group Members'),
            children: (
              <>
                <Button type="primary" style={{ marginBottom: 12 }} onClick={() => setAdding(true)}>
                  {t('Add group members')}
                </Button>
                <Table
                  rowKey="id"
                  pagination={false}
                  dataSource={state.people.filter(({ groups }) => groups.includes(group.name))}
                  columns={[
                    { key: 'name', title: t('Name'), dataIndex: 'name' },
                    { key: 'email', title: t('Email'), dataIndex: 'email' },
                    {
                      key: 'menu',
                      title: '',
                      align: 'right',
                      render: (_, one) => <MemberMenu one={one} group={group} />,
                    },
                  ]}
                />
              </>
            ),
          },
          {
            key: 'policies',
            label: t('Group Workspace Policies'),
            children: (
              <Collapse
                items={group.workspaces.map((workspace) => ({
                  key: workspace,
                  label: workspace,
                  children: (
                    <>
                      <PolicyMatrix
                        granted={drafts[workspace] ?? group.policies[workspace] ?? []}
                        onChange={(next) => setDrafts({ ...drafts, [workspace]: next })}
                      />
                      <Button
                        type="primary"
                        style={{ marginTop: 12 }}
                        disabled={drafts[workspace] === undefined}
                        onClick={() => save(workspace)}
                      >
                        {t('Save')}
                      </Button>
                    </>
                  ),
                }))}
              />
            ),
          },
        ]}
      />
      <AddMembers group={group} open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

/** Groups: the custom roles of this generation. */
export function GroupsTab() {
  const state = useStore(server.shown);
  const groups = groupsOf(state);
  const [creating, setCreating] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const shown = groups.find(({ name }) => name === open);
  if (shown !== undefined) return <GroupDetails group={shown} onBack={() => setOpen(null)} />;
  return (
    <>
      <Replaced>
        <Space style={{ display: 'flex', justifyContent: 'flex-end', marginBottom: 16 }}>
          <Button type="primary" onClick={() => setCreating(true)}>
            {t('Create group')}
          </Button>
        </Space>
        <Table
          rowKey="name"
          pagination={false}
          dataSource={[...groups]}
          columns={[
            {
              key: 'name',
              title: t('Name'),
              render: (_, { name }) => (
                <Button type="link" style={{ padding: 0 }} onClick={() => setOpen(name)}>
                  {name}
                </Button>
              ),
            },
            { key: 'description', title: t('Description'), dataIndex: 'description' },
            {
              key: 'members',
              title: t('Members'),
              render: (_, { name }) => state.people.filter((one) => one.groups.includes(name)).length,
            },
            { key: 'workspaces', title: t('Workspaces'), render: (_, one) => one.workspaces.join(', ') },
          ]}
        />
      </Replaced>
      <CreateGroup open={creating} onClose={() => setCreating(false)} />
    </>
  );
}

import { App, Avatar, Button, Select, Space, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { usePages } from '../../shared/pages.ts';
import type { Person } from '../../shared/people.ts';
import { useStore } from '../../shared/store.ts';
import { useSwitches } from '../../shared/switches.ts';
import { Total } from '../../shared/total.tsx';
import { useInDialog } from '../parts/in-dialog.ts';
import { Frame } from './frame.tsx';
import { MemberDetails } from './member-details.tsx';
import { RowMenu } from './row-menu.tsx';
import { groupsOf, server } from './server.ts';

function AddToGroups({ people, onClose }: { people: readonly Person[]; onClose: () => void }) {
  const groups = groupsOf(useStore(server.shown));
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
      for (const one of people) {
        await server.update(one.email, { groups: [...new Set([...one.groups, ...chosen])] });
      }
      message.success('Added to groups');
      close();
    } catch (error) {
      message.error(String(error));
    }
  }

  return (
    <Frame
      title="Add to groups"
      open={people.length > 0}
      onClose={close}
      footer={
        <Space>
          <Button onClick={close}>{t('Cancel')}</Button>
          {sure ? (
            <Button type="primary" onClick={add}>
              {t('Add')}
            </Button>
          ) : (
            <Button type="primary" disabled={chosen.length === 0} onClick={() => setSure(true)}>
              {t('Next')}
            </Button>
          )}
        </Space>
      }
    >
      {sure ? (
        <p>
          {people.map(({ email }) => email).join(', ')} will get the policies of {chosen.join(', ')}.
        </p>
      ) : (
        <Select
          aria-label="Groups"
          mode="multiple"
          style={{ width: '100%' }}
          placeholder="Select groups"
          value={[...chosen]}
          onChange={setChosen}
          options={groups.map(({ name }) => ({ value: name, label: name }))}
          {...inDialog}
        />
      )}
    </Frame>
  );
}

/** Everybody who has accepted. Rows can be selected; the first and the last column stay put. */
export function UsersTab() {
  const { people } = useStore(server.shown);
  const { virtual } = useSwitches();
  const pages = usePages();
  const { modal, message } = App.useApp();
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [details, setDetails] = useState<string | null>(null);
  const [grouping, setGrouping] = useState<readonly string[]>([]);
  const members = people.filter(({ status }) => status === 'active');
  const open = members.find(({ id }) => id === details);

  function remove(gone: readonly Person[]) {
    modal.confirm({
      title: gone.length === 1 ? 'Delete member?' : `Delete ${gone.length} members?`,
      content: 'They must be invited again to return.',
      okText: 'Delete',
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          for (const one of gone) await server.remove(one.email);
          setSelected([]);
          message.success('Member deleted');
        } catch (error) {
          message.error(String(error));
        }
      },
    });
  }

  if (open !== undefined) return <MemberDetails one={open} onBack={() => setDetails(null)} />;

  const columns: TableColumnsType<Person> = [
    {
      key: 'user',
      title: t('User'),
      width: 280,
      fixed: 'left',
      render: (_, one) => (
        <Space>
          <Avatar size={28}>{(one.name || one.email).slice(0, 1)}</Avatar>
          <div>
            <div style={{ fontWeight: 500 }}>{one.name}</div>
            <div style={{ fontSize: 12, opacity: 0.7 }}>{one.email}</div>
          </div>
        </Space>
      ),
    },
    { key: 'role', title: t('Role'), width: 110, render: (_, one) => <Tag>{one.roles[0]}</Tag> },
    { key: 'groups', title: t('Groups'), width: 200, render: (_, one) => one.groups.join(', ') || '–' },
    {
      key: 'workspaces',
      title: t('Workspaces'),
      width: 240,
      render: (_, one) => (one.roles[0] === 'Admin' ? 'All workspaces' : Object.keys(one.workspaces).join(', ') || '–'),
    },
    {
      key: 'menu',
      title: '',
      width: 56,
      fixed: 'right',
      align: 'right',
      render: (_, one) => (
        <RowMenu
          items={[
            { key: 'details', label: 'View member details' },
            { key: 'groups', label: 'Add to groups' },
            { key: 'role', label: one.roles[0] === 'Admin' ? 'Make Member' : 'Make Admin', disabled: one.you },
            { key: 'delete', label: 'Delete member', danger: true, disabled: one.you },
          ]}
          onPick={(what) => {
            if (what === 'details') setDetails(one.id);
            else if (what === 'groups') setGrouping([one.id]);
            else if (what === 'delete') remove([one]);
            else {
              const role = one.roles[0] === 'Admin' ? 'Member' : 'Admin';
              server.setRoles(one.email, [role]).then(
                () => message.success(`${one.email} is now ${role === 'Admin' ? 'an Admin' : 'a Member'}`),
                (error: Error) => message.error(error.message),
              );
            }
          }}
        />
      ),
    },
  ];

  return (
    <>
      {selected.length > 0 && (
        <Space style={{ marginBottom: 12 }}>
          {selected.length} selected
          <Button size="small" onClick={() => setGrouping(selected)}>
            Add to groups
          </Button>
          <Button size="small" danger onClick={() => remove(members.filter(({ id }) => selected.includes(id)))}>
            Delete
          </Button>
        </Space>
      )}
      <Replaced>
        <Table<Person>
          rowKey="id"
          columns={columns}
          dataSource={members}
          virtual={virtual}
          scroll={virtual ? { x: 930, y: 440 } : { x: 930 }}
          rowSelection={{
            selectedRowKeys: [...selected],
            onChange: (keys) => setSelected(keys.map(String)),
            getCheckboxProps: (one) => ({ disabled: one.you }),
          }}
          pagination={pages}
        />
        {!pages && <Total count={members.length} noun="users" />}
      </Replaced>
      <AddToGroups people={members.filter(({ id }) => grouping.includes(id))} onClose={() => setGrouping([])} />
    </>
  );
}

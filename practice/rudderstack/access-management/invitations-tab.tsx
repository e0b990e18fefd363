import { App, Button, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { usePages } from '../../shared/pages.ts';
import type { Person } from '../../shared/people.ts';
import { useStore } from '../../shared/store.ts';
import { useSwitches } from '../../shared/switches.ts';
import { Total } from '../../shared/total.tsx';
import { InviteWizard } from './invite-wizard.tsx';
import { RowMenu } from './row-menu.tsx';
import { server } from './server.ts';

const day = (time: number) =>
  new Date(time).toLocaleDateString('en-US', { month: 'short', day: 'numeric', year: 'numeric' });

function InvitationMenu({ one }: { one: Person }) {
  const { modal, message } = App.useApp();
  return (
    <RowMenu
      items={[{ key: 'delete', label: 'Delete invitation', danger: true }]}
      onPick={() =>
        modal.confirm({
          title: 'Delete invitation?',
          content: `The link in the mail to ${one.email} stops working.`,
          okText: 'Delete',
          onOk: () =>
            server.remove(one.email).then(
              () => message.success('Invitation deleted'),
              (error: Error) => message.error(error.message),
            ),
        })
      }
    />
  );
}

/** Invitations that wait or have lapsed after three days. Columns and words for the state are not documented. */
export function InvitationsTab() {
  const { people } = useStore(server.shown);
  const { virtual } = useSwitches();
  const pages = usePages();
  const [inviting, setInviting] = useState(false);
  const invited = people.filter(({ status }) => status !== 'active');
  const columns: TableColumnsType<Person> = [
    { key: 'email', title: t('Email'), dataIndex: 'email', width: 270, ellipsis: true },
    { key: 'role', title: t('Role'), width: 90, render: (_, one) => one.roles[0] },
    { key: 'groups', title: t('Groups'), width: 150, render: (_, one) => one.groups.join(', ') || '–' },
    {
      key: 'workspaces',
      title: t('Workspaces'),
      width: 170,
      render: (_, one) => Object.keys(one.workspaces).join(', ') || '–',
    },
    {
      key: 'expires',
      title: t('Expires'),
      width: 150,
      render: (_, one) =>
        one.status === 'expired' ? <Tag>Expired</Tag> : day(Date.parse(one.invitedAt ?? '') + 3 * 86_400_000),
    },
    { key: 'menu', title: '', width: 52, align: 'right', render: (_, one) => <InvitationMenu one={one} /> },
  ];
  return (
    <>
      <Replaced>
        <div style={{ display: 'flex', justifyContent: 'flex-end', marginBottom: 16 }}>
          <Button type="primary" onClick={() => setInviting(true)}>
            {t('Invite users')}
          </Button>
        </div>
        <Table<Person>
          rowKey="id"
          columns={columns}
          dataSource={invited}
          virtual={virtual}
          {...(virtual ? { scroll: { x: 882, y: 400 } } : {})}
          pagination={pages}
        />
        {!pages && <Total count={invited.length} noun="invitations" />}
      </Replaced>
      <InviteWizard open={inviting} onClose={() => setInviting(false)} />
    </>
  );
}

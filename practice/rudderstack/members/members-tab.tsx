import styled from '@emotion/styled';
import { App, Button, Dropdown, Skeleton, Table, type TableColumnsType } from 'antd';
import { ChevronDown, Ellipsis, Settings } from 'lucide-react';
import { useState } from 'react';
import { Late, Replaced, useHold } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { usePages } from '../../shared/pages.ts';
import type { Person } from '../../shared/people.ts';
import { useStore } from '../../shared/store.ts';
import { useSwitches } from '../../shared/switches.ts';
import { Total } from '../../shared/total.tsx';
import { color } from '../parts/theme.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { ROLES, server } from './server.ts';

const Title = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  margin-bottom: 18px;
  h2 {
    margin: 0;
    font-size: 17px;
    font-weight: 500;
    color: ${color.ink};
  }
`;

const RoleCell = styled.span`
  display: inline-flex;
  align-items: center;
  gap: 12px;
  min-height: 30px;
  vertical-align: middle;
`;

const Bare = styled.button`
  display: inline-flex;
  align-items: center;
  gap: 4px;
  padding: 4px 0;
  border: 0;
  background: none;
  font: inherit;
  color: inherit;
  vertical-align: middle;
  cursor: pointer;
`;

const Framed = styled.div`
  border: 1px solid ${color.line};
  border-radius: 4px;
  overflow: hidden;
  box-shadow: 0 1px 2px rgb(27 32 73 / 5%);
`;

/** Only `Active` and `Pending` are known from the vendor; `Expired` is not documented. */
const STATUS = { active: 'Active', pending: 'Pending', expired: 'Expired' } as const;

function RoleMenu({ one, onError }: { one: Person; onError: (error: unknown) => void }) {
  const [open, setOpen] = useState(false);
  useHold(open);
  const role = one.roles[0] ?? '';
  if (one.you) {
    return (
      <RoleCell>
        <Settings size={16} aria-hidden /> {role}
      </RoleCell>
    );
  }
  return (
    <RoleCell>
      <Settings size={16} aria-hidden />
      <Dropdown
        trigger={['click']}
        open={open}
        onOpenChange={setOpen}
        menu={{
          selectedKeys: [role],
          items: ROLES.map((key) => ({ key, label: key })),
          onClick: ({ key }) => {
            setOpen(false);
            server.setRoles(one.email, [key]).catch(onError);
          },
        }}
      >
        <Bare type="button">
          <span>{role}</span>
          <ChevronDown size={13} aria-hidden />
        </Bare>
      </Dropdown>
    </RoleCell>
  );
}

function RowMenu({ one, onRemove }: { one: Person; onRemove: (one: Person) => void }) {
  const [open, setOpen] = useState(false);
  useHold(open);
  if (one.you) return null;
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      menu={{
        items: [{ key: 'remove', label: 'Remove member', danger: true }],
        onClick: () => {
          setOpen(false);
          onRemove(one);
        },
      }}
    >
      <Bare type="button">
        <span role="img" aria-label="ellipsis">
          <Ellipsis size={17} aria-hidden />
        </span>
      </Bare>
    </Dropdown>
  );
}

type Sort = { field: string; order: 'ascend' | 'descend' } | null;

/** The Members tab: heading, `Invite member`, and a table whose header and body are two tables. */
export function MembersTab() {
  const { people } = useStore(server.shown);
  const { virtual } = useSwitches();
  const pages = usePages();
  const { message, modal } = App.useApp();
  const [inviting, setInviting] = useState(false);
  // Above the replaced nodes, or a re-render would forget it.
  const [sort, setSort] = useState<Sort>(null);

  const onError = (error: unknown) => void message.error(error instanceof Error ? error.message : String(error));

  function remove(one: Person) {
    modal.confirm({
      title: 'Remove member?',
      content: `${one.email} will lose access to this workspace.`,
      okText: 'Remove',
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await server.remove(one.email);
          message.success(`${one.email} has been removed`);
        } catch (error) {
          onError(error);
        }
      },
    });
  }

  const sorted = (field: string) => (sort?.field === field ? sort.order : null);
  const columns: TableColumnsType<Person> = [
    { key: 'name', title: t('Name'), dataIndex: 'name', width: 240, ellipsis: true },
    { key: 'email', title: t('Email'), dataIndex: 'email', width: 290, ellipsis: true },
    {
      key: 'role',
      title: t('Role'),
      width: 190,
      sorter: (a, b) => (a.roles[0] ?? '').localeCompare(b.roles[0] ?? ''),
      sortOrder: sorted('role'),
      render: (_, one) => <RoleMenu one={one} onError={onError} />,
    },
    {
      key: 'status',
      title: t('Status'),
      width: 170,
      sorter: (a, b) => a.status.localeCompare(b.status),
      sortOrder: sorted('status'),
      render: (_, one) => t(STATUS[one.status]),
    },
    { key: 'menu', title: '', width: 56, align: 'right', render: (_, one) => <RowMenu one={one} onRemove={remove} /> },
  ];

  return (
    <>
      <Replaced>
        <Title>
          <h2>{t('Members')}</h2>
          <Button type="primary" size="large" style={{ fontSize: 13 }} onClick={() => setInviting(true)}>
            {t('Invite member')}
          </Button>
        </Title>
      </Replaced>
      <Late share={0.5} skeleton={<Skeleton active title={false} paragraph={{ rows: 5, width: '100%' }} />}>
        <Replaced>
          <Framed>
            <Table<Person>
              rowKey="id"
              columns={columns}
              dataSource={[...people]}
              virtual={virtual}
              scroll={virtual ? { x: 946, y: 460 } : { y: 460 }}
              pagination={pages}
              onChange={(_pages, _filters, sorter) => {
                const first = Array.isArray(sorter) ? sorter[0] : sorter;
                setSort(first?.order ? { field: String(first.columnKey), order: first.order } : null);
              }}
            />
          </Framed>
          {!pages && <Total count={people.length} noun="members" />}
        </Replaced>
      </Late>
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
    </>
  );
}

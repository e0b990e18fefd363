import styled from '@emotion/styled';
import { App, Button, Popconfirm, Select, Skeleton, Table, type TableColumnsType } from 'antd5';
import { Trash2 } from 'lucide-react';
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
  align-items: flex-start;
  justify-content: space-between;
  margin-bottom: 28px;
  h2 {
    margin: 0;
    font-size: 18px;
    font-weight: 500;
    color: ${color.ink};
  }
  p {
    margin: 0;
    font-size: 12px;
  }
`;

const Heading = styled.span`
  font-size: 12px;
  text-transform: uppercase;
`;

/** Whether and how a teammate's access is changed here is not documented: the screenshot shows the admin's own row. */
function AccessCell({ one }: { one: Person }) {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  useHold(open);
  const role = one.roles[0] ?? '';
  if (one.you) return role.toLowerCase();
  return (
    <Select
      variant="borderless"
      popupMatchSelectWidth={false}
      style={{ marginLeft: -11 }}
      value={role}
      open={open}
      onOpenChange={setOpen}
      options={ROLES.map((value) => ({ value, label: value.toLowerCase() }))}
      onChange={(next) => {
        server.setRoles(one.email, [next]).catch((error: Error) => message.error(error.message));
      }}
    />
  );
}

/** A date while the invitation waits, `-` for everybody who is in: there is no status column. */
function InvitedAt({ one }: { one: Person }) {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  useHold(open);
  const when =
    one.status === 'active' || one.invitedAt === null
      ? '-'
      : new Date(one.invitedAt).toLocaleDateString('en-US', { month: 'short', day: 'numeric', year: 'numeric' });
  return (
    <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
      {when}
      {!one.you && (
        <Popconfirm
          title="Remove this teammate?"
          okText="Remove"
          open={open}
          onOpenChange={setOpen}
          onConfirm={() =>
            server.remove(one.email).then(
              () => message.success('Teammate removed'),
              (error: Error) => message.error(error.message),
            )
          }
        >
          <Button type="text" size="small" icon={<Trash2 size={14} aria-label="delete" />} />
        </Popconfirm>
      )}
    </div>
  );
}

type Sort = { field: string; order: 'ascend' | 'descend' } | null;

/** Teammates: heading, `Invite Teammate`, and a table with headings in capitals. */
export function TeammatesSection() {
  const { people } = useStore(server.shown);
  const { virtual } = useSwitches();
  const pages = usePages();
  const [inviting, setInviting] = useState(false);
  const [sort, setSort] = useState<Sort>(null);

  const sorted = (field: string) => (sort?.field === field ? sort.order : null);
  const heading = (label: string) => <Heading>{t(label)}</Heading>;
  const columns: TableColumnsType<Person> = [
    {
      key: 'name',
      title: heading('Name'),
      width: 190,
      ellipsis: true,
      sorter: (a, b) => a.name.localeCompare(b.name),
      sortOrder: sorted('name'),
      render: (_, one) => one.name || '-',
    },
    { key: 'email', title: heading('Email'), dataIndex: 'email', width: 260, ellipsis: true },
    { key: 'access', title: heading('Access'), width: 160, render: (_, one) => <AccessCell one={one} /> },
    {
      key: 'invited',
      title: heading('Invited at'),
      width: 180,
      sorter: (a, b) => (a.invitedAt ?? '').localeCompare(b.invitedAt ?? ''),
      sortOrder: sorted('invited'),
      render: (_, one) => <InvitedAt one={one} />,
    },
  ];

  return (
    <>
      <Replaced>
        <Title>
          <div>
            <h2>{t('Teammates')}</h2>
            <p>Manage your teammates</p>
          </div>
          <Button type="primary" size="large" style={{ fontSize: 14 }} onClick={() => setInviting(true)}>
            {t('Invite Teammate')}
          </Button>
        </Title>
      </Replaced>
      <Late share={0.5} skeleton={<Skeleton active title={false} paragraph={{ rows: 5, width: '100%' }} />}>
        <Replaced>
          <Table<Person>
            rowKey="id"
            columns={columns}
            dataSource={[...people]}
            virtual={virtual}
            {...(virtual ? { scroll: { x: 790, y: 460 } } : {})}
            pagination={pages}
            onChange={(_pages, _filters, sorter) => {
              const first = Array.isArray(sorter) ? sorter[0] : sorter;
              setSort(first?.order ? { field: String(first.columnKey), order: first.order } : null);
            }}
          />
          {!pages && <Total count={people.length} noun="teammates" />}
        </Replaced>
      </Late>
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
    </>
  );
}

import {
  ActionIcon,
  Avatar,
  Badge,
  Button,
  Group,
  Menu,
  Pagination,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Ellipsis, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { Late, Replaced, useHold } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import type { Person } from '../../shared/people.ts';
import { useStore } from '../../shared/store.ts';
import { useSwitches } from '../../shared/switches.ts';
import { Total } from '../../shared/total.tsx';
import { Bars } from './bars.tsx';
import { Frame } from './frame.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PolicyDialog } from './policy-dialog.tsx';
import { ROLE_TITLES, server } from './server.ts';
import { useToast } from './toast.tsx';
import { WorkspacesDialog } from './workspaces-dialog.tsx';

type Job = 'policy' | 'workspaces' | 'remove';

const ROW = 66;

function RowMenu({ one, onPick }: { one: Person; onPick: (job: Job, one: Person) => void }) {
  const toast = useToast();
  const [opened, setOpened] = useState(false);
  useHold(opened);
  if (one.you) return null;
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label="Actions">
          <Ellipsis size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onPick('policy', one)}>Edit access policy</Menu.Item>
        {one.roles[0] === 'member' && (
          <Menu.Item onClick={() => onPick('workspaces', one)}>{t('Add workspace(s)')}</Menu.Item>
        )}
        {Object.keys(one.workspaces).map((name) => (
          <Menu.Item
            key={name}
            onClick={() => {
              const { [name]: _gone, ...workspaces } = one.workspaces;
              server.update(one.email, { workspaces }).catch(toast.error);
            }}
          >
            Remove from workspace: {name}
          </Menu.Item>
        ))}
        <Menu.Item color="red" onClick={() => onPick('remove', one)}>
          Remove member
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Row({ one, onPick }: { one: Person; onPick: (job: Job, one: Person) => void }) {
  const role = one.roles[0] ?? '';
  const workspaces = Object.keys(one.workspaces);
  return (
    <Table.Tr h={ROW}>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <Avatar size={30} radius="xl" name={one.name || one.email} color="initials" />
          <div style={{ minWidth: 0 }}>
            <Group gap={8} wrap="nowrap">
              <Text size="sm" fw={500} truncate maw={260}>
                {one.name || one.email}
              </Text>
              {/* How a pending invitation is marked is not documented. */}
              {one.status !== 'active' && (
                <Badge size="sm" variant="light" color={one.status === 'pending' ? 'orange' : 'gray'} tt="none" miw={0}>
                  {t(one.status === 'pending' ? 'Invite pending' : 'Invite expired')}
                </Badge>
              )}
            </Group>
            {one.name !== '' && (
              <Text size="xs" c="dimmed">
                {one.email}
              </Text>
            )}
          </div>
        </Group>
      </Table.Td>
      <Table.Td>{ROLE_TITLES[role] ?? role}</Table.Td>
      <Table.Td>
        {role === 'admin' ? (
          'All workspaces'
        ) : workspaces.length === 0 ? (
          <Text size="sm" c="dimmed">
            No workspaces
          </Text>
        ) : (
          workspaces.map((name) => (
            <div key={name}>
              {name}{' '}
              <Text span size="xs" c="dimmed">
                {one.workspaces[name]}
              </Text>
            </div>
          ))
        )}
      </Table.Td>
      <Table.Td ta="right">
        <RowMenu one={one} onPick={onPick} />
      </Table.Td>
    </Table.Tr>
  );
}

/** The rows in view between two spacer rows: a native table that never holds all of its rows. */
function VirtualRows({ people, onPick }: { people: readonly Person[]; onPick: (job: Job, one: Person) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 3,
  });
  const items = rows.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={box} style={{ height: 460, overflow: 'auto' }}>
      <Table aria-rowcount={people.length + 1} stickyHeader>
        <Head />
        <Table.Tbody>
          <tr aria-hidden style={{ height: above }} />
          {items.map(({ index }) => {
            const one = people[index];
            return one === undefined ? null : <Row key={one.id} one={one} onPick={onPick} />;
          })}
          <tr aria-hidden style={{ height: below }} />
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Head() {
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t('Member')}</Table.Th>
        <Table.Th>{t('Organization role')}</Table.Th>
        <Table.Th>{t('Workspaces')}</Table.Th>
        <Table.Th />
      </Table.Tr>
    </Table.Thead>
  );
}

/** The Members tab: a search that hides rows, `Invite member`, name and e-mail in one cell. */
export function MembersTab() {
  const { people } = useStore(server.shown);
  const { paging, virtual } = useSwitches();
  const toast = useToast();
  const [inviting, setInviting] = useState(false);
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [job, setJob] = useState<{ kind: Job; id: string } | null>(null);

  const wanted = search.trim().toLowerCase();
  const found = people.filter((one) => `${one.name} ${one.email}`.toLowerCase().includes(wanted));
  const shown = paging > 0 ? found.slice((page - 1) * paging, page * paging) : found;
  const subject = people.find(({ id }) => id === job?.id) ?? null;
  const onPick = (kind: Job, one: Person) => setJob({ kind, id: one.id });
  const done = () => setJob(null);

  return (
    <>
      <Group justify="space-between" mb="md">
        <TextInput
          placeholder="Search members"
          aria-label="Search members"
          leftSection={<Search size={14} aria-hidden />}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setPage(1);
          }}
        />
        <Replaced>
          <Button onClick={() => setInviting(true)}>{t('Invite member')}</Button>
        </Replaced>
      </Group>
      <Late share={0.5} skeleton={<Bars />}>
        <Replaced>
          {virtual ? (
            <VirtualRows people={found} onPick={onPick} />
          ) : (
            <Table withTableBorder verticalSpacing="xs">
              <Head />
              <Table.Tbody>
                {shown.map((one) => (
                  <Row key={one.id} one={one} onPick={onPick} />
                ))}
              </Table.Tbody>
            </Table>
          )}
          {paging > 0 && found.length > paging && (
            <Pagination mt="md" value={page} onChange={setPage} total={Math.ceil(found.length / paging)} />
          )}
          <Total
            count={found.length}
            noun="members"
            shown={paging > 0 && !virtual ? { first: (page - 1) * paging, size: paging } : undefined}
          />
        </Replaced>
      </Late>
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
      <PolicyDialog one={job?.kind === 'policy' ? subject : null} onClose={done} />
      <WorkspacesDialog
        opened={job?.kind === 'workspaces' && subject !== null}
        taken={Object.keys(subject?.workspaces ?? {})}
        onClose={done}
        onAdd={(added) => {
          if (subject === null) return;
          server
            .update(subject.email, { workspaces: { ...subject.workspaces, ...added } })
            .then(() => toast.success('Workspace access added'), toast.error);
        }}
      />
      <Frame title="Remove member" opened={job?.kind === 'remove' && subject !== null} onClose={done}>
        <Stack>
          <Text size="sm">{subject?.email} will lose access to every workspace of Acme Analytics.</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={done}>
              {t('Cancel')}
            </Button>
            <Button
              color="red"
              onClick={() => {
                const email = subject?.email ?? '';
                done();
                server.remove(email).then(() => toast.success(`${email} was removed`), toast.error);
              }}
            >
              Remove
            </Button>
          </Group>
        </Stack>
      </Frame>
    </>
  );
}

import { Button, Group, Table, Tabs } from '@mantine/core';
import { useState } from 'react';
import { Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { useStore } from '../../shared/store.ts';
import { NewToken } from './new-token.tsx';
import { isService, SERVICE, server, WORKSPACES } from './server.ts';
import { useToast } from './toast.tsx';

const LEVELS = { Workspace: WORKSPACES[0], Organization: 'Organization' } as const;

/** Service access tokens, per level: they outlive the person who made them. Columns are not documented. */
export function ServiceTokensTab() {
  const { keys } = useStore(server.shown);
  const toast = useToast();
  const [level, setLevel] = useState<keyof typeof LEVELS>('Workspace');
  const [creating, setCreating] = useState(false);
  const isHere = (scope: string) => (scope === 'Organization') === (level === 'Organization');
  return (
    <>
      <Replaced>
        <Group justify="space-between" mb="md">
          <Tabs
            value={level}
            variant="pills"
            onChange={(next) => setLevel(next === 'Organization' ? next : 'Workspace')}
          >
            <Tabs.List>
              {Object.keys(LEVELS).map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(name)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
          <Button onClick={() => setCreating(true)}>{t('Generate new token')}</Button>
        </Group>
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Token name</Table.Th>
              <Table.Th>Role type</Table.Th>
              <Table.Th>Created by</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys
              .filter((key) => isService(key) && isHere(key.scope))
              .map((key) => (
                <Table.Tr key={key.id}>
                  <Table.Td>{key.name}</Table.Td>
                  <Table.Td>{key.permission.slice(SERVICE.length)}</Table.Td>
                  <Table.Td>{key.createdBy}</Table.Td>
                  <Table.Td ta="right">
                    <Button size="xs" variant="default" onClick={() => server.deleteKey(key.id).catch(toast.error)}>
                      Delete
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Replaced>
      <NewToken
        title="New Service Access Token"
        kind={SERVICE}
        scope={LEVELS[level]}
        opened={creating}
        onClose={() => setCreating(false)}
      />
    </>
  );
}

import { Button, Group, Stack, Table } from '@mantine/core';
import { useState } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import type { ApiKey } from '../../shared/server.ts';
import { useStore } from '../../shared/store.ts';
import { Card, Page, SettingRow } from '../parts/product-pages.tsx';
import { Bars } from './bars.tsx';
import { Frame } from './frame.tsx';
import { NewToken } from './new-token.tsx';
import { isService, server } from './server.ts';
import { useToast } from './toast.tsx';

/** Settings, Your Profile: the person and their personal access tokens. */
export function ProfilePage() {
  const { keys, people } = useStore(server.shown);
  const toast = useToast();
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<ApiKey | null>(null);
  const you = people.find((one) => one.you);
  return (
    <Page>
      <h1>{t('Your Profile')}</h1>
      <p>{you?.email}</p>
      <Late skeleton={<Bars />}>
        <Replaced>
          <Stack>
            <Card>
              <h2>Security</h2>
              <SettingRow title="Two-factor authentication" text="Add an additional layer of security to your account.">
                <Button variant="default">Set up 2FA</Button>
              </SettingRow>
            </Card>
            <Card>
              <Group justify="space-between">
                <h2>{t('Personal access tokens')}</h2>
                <Button variant="default" onClick={() => setCreating(true)}>
                  {t('Generate new token')}
                </Button>
              </Group>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Token name</Table.Th>
                    <Table.Th>Role type</Table.Th>
                    <Table.Th />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {keys
                    .filter((key) => !isService(key))
                    .map((key) => (
                      <Table.Tr key={key.id}>
                        <Table.Td>{key.name}</Table.Td>
                        <Table.Td>{key.permission}</Table.Td>
                        <Table.Td ta="right">
                          <Button size="xs" variant="default" onClick={() => setDeleting(key)}>
                            Delete
                          </Button>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                </Table.Tbody>
              </Table>
            </Card>
          </Stack>
        </Replaced>
      </Late>
      <NewToken
        title="New Personal Access Token"
        scope="Acme Production"
        opened={creating}
        onClose={() => setCreating(false)}
      />
      <Frame title="Delete token?" opened={deleting !== null} onClose={() => setDeleting(null)}>
        <Group justify="flex-end">
          <Button
            color="red"
            onClick={() => {
              if (deleting !== null) server.deleteKey(deleting.id).catch(toast.error);
              setDeleting(null);
            }}
          >
            Yes, delete
          </Button>
        </Group>
      </Frame>
    </Page>
  );
}

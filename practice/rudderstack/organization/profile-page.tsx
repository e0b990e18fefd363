import { Alert, Button, CopyButton, Group, Select, Stack, Table, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { type ApiKey, makeSecret } from '../../shared/server.ts';
import { useStore } from '../../shared/store.ts';
import { Card, Page, SettingRow } from '../parts/product-pages.tsx';
import { Bars } from './bars.tsx';
import { Frame, useComboboxProps } from './frame.tsx';
import { server } from './server.ts';
import { useToast } from './toast.tsx';

function NewToken({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const toast = useToast();
  const comboboxProps = useComboboxProps();
  const [name, setName] = useState('');
  const [role, setRole] = useState('Read-Only');
  const [wrong, setWrong] = useState(false);
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);

  function close() {
    setName('');
    setRole('Read-Only');
    setWrong(false);
    setSecret('');
    onClose();
  }

  async function generate(event: FormEvent) {
    event.preventDefault();
    setWrong(name.trim() === '');
    if (name.trim() === '') return;
    setBusy(true);
    const made = makeSecret('');
    try {
      await server.createKey({ name: name.trim(), permission: role, scope: 'Acme Production' }, made);
      setSecret(made);
    } catch (error) {
      toast.error(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Frame title="New Personal Access Token" opened={opened} onClose={close}>
      {secret === '' ? (
        <form noValidate onSubmit={generate}>
          <Stack>
            <Group align="flex-start" grow>
              <TextInput
                label={t('Token name')}
                value={name}
                error={wrong ? 'Token name is required' : undefined}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Select
                label={t('Role')}
                data={['Admin', 'Read-Write', 'Read-Only']}
                allowDeselect={false}
                value={role}
                comboboxProps={comboboxProps}
                onChange={(next) => setRole(next ?? role)}
              />
            </Group>
            <Group justify="flex-end">
              <Button type="submit" loading={busy}>
                {t('Generate')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack>
          <TextInput label="Token" readOnly value={secret} />
          <Alert color="orange">Make sure to copy this token now. You won&apos;t be able to see it again!</Alert>
          <Group justify="flex-end">
            <CopyButton value={secret}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
            <Button onClick={close}>Close</Button>
          </Group>
        </Stack>
      )}
    </Frame>
  );
}

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
                  {keys.map((key) => (
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
      <NewToken opened={creating} onClose={() => setCreating(false)} />
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

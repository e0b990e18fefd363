import { Alert, Button, CopyButton, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { t } from '../../shared/labels.ts';
import { makeSecret } from '../../shared/server.ts';
import { Frame, useComboboxProps } from './frame.tsx';
import { server } from './server.ts';
import { useToast } from './toast.tsx';

/** The dialog that makes a token: a name and a role, then the secret, once. */
export function NewToken({
  title,
  scope,
  kind = '',
  opened,
  onClose,
}: {
  title: string;
  /** Where the token is valid. */
  scope: string;
  /** Stands before the role in what is stored, so that lists of tokens can be told apart. */
  kind?: string;
  opened: boolean;
  onClose: () => void;
}) {
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
      await server.createKey({ name: name.trim(), permission: kind + role, scope }, made);
      setSecret(made);
    } catch (error) {
      toast.error(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Frame title={title} opened={opened} onClose={close}>
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

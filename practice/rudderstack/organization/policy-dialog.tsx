import { Alert, Button, Group, Select, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../shared/labels.ts';
import type { Person } from '../../shared/people.ts';
import { Frame, useComboboxProps } from './frame.tsx';
import { CONNECTION_ROLES, ORG_ROLES, ROLE_TITLES, server } from './server.ts';
import { useToast } from './toast.tsx';

function Policy({ one, onClose }: { one: Person; onClose: () => void }) {
  const toast = useToast();
  const comboboxProps = useComboboxProps();
  const [role, setRole] = useState(one.roles[0] ?? 'member');
  const [workspaces, setWorkspaces] = useState(one.workspaces);
  const [busy, setBusy] = useState(false);
  const downgraded = one.roles[0] === 'admin' && role === 'member';

  async function save() {
    setBusy(true);
    try {
      await server.update(one.email, { roles: [role], workspaces: role === 'admin' || downgraded ? {} : workspaces });
      toast.success('Access policy saved');
      onClose();
    } catch (error) {
      toast.error(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack>
      <Select
        label={t('Organization Role')}
        data={ORG_ROLES.map((value) => ({ value, label: ROLE_TITLES[value] ?? value }))}
        allowDeselect={false}
        value={role}
        comboboxProps={comboboxProps}
        onChange={(next) => setRole(next ?? role)}
      />
      {downgraded && <Alert color="orange">All permissions of this member are reset to read-only.</Alert>}
      {role === 'member' &&
        Object.entries(workspaces).map(([name, connections]) => (
          <Group key={name} align="flex-end" grow>
            <Select
              label={`Connections in ${name}`}
              data={[...CONNECTION_ROLES]}
              allowDeselect={false}
              value={connections}
              comboboxProps={comboboxProps}
              onChange={(next) => setWorkspaces({ ...workspaces, [name]: next ?? connections })}
            />
            <Switch label="Transformations and Library: Grant edit access" />
          </Group>
        ))}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('Cancel')}
        </Button>
        <Button loading={busy} onClick={save}>
          {t('Save')}
        </Button>
      </Group>
    </Stack>
  );
}

/** `Edit access policy` of one member. */
export function PolicyDialog({ one, onClose }: { one: Person | null; onClose: () => void }) {
  return (
    <Frame title={`Edit access policy: ${one?.name || one?.email || ''}`} opened={one !== null} onClose={onClose}>
      {one !== null && <Policy key={one.id} one={one} onClose={onClose} />}
    </Frame>
  );
}

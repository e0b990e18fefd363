import { Button, Checkbox, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../shared/labels.ts';
import { Frame, useComboboxProps } from './frame.tsx';
import { CONNECTION_ROLES, WORKSPACES } from './server.ts';

/** Which workspaces a member gets, and the connections role in each; `Add workspace(s)` closes it. */
export function WorkspacesDialog({
  opened,
  taken,
  onClose,
  onAdd,
}: {
  opened: boolean;
  /** Workspaces that the member has already. */
  taken: readonly string[];
  onClose: () => void;
  onAdd: (workspaces: Readonly<Record<string, string>>) => void;
}) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const comboboxProps = useComboboxProps();

  function close() {
    setChosen({});
    onClose();
  }

  function toggle(name: string, on: boolean) {
    const { [name]: _gone, ...others } = chosen;
    setChosen(on ? { ...others, [name]: CONNECTION_ROLES[0] } : others);
  }

  return (
    <Frame title="Add workspaces" opened={opened} onClose={close}>
      <Stack>
        {WORKSPACES.filter((name) => !taken.includes(name)).map((name) => (
          <Group key={name} justify="space-between" mih={36}>
            <Checkbox
              label={name}
              checked={name in chosen}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
            />
            {chosen[name] !== undefined && (
              <Select
                aria-label={`Connections role in ${name}`}
                data={[...CONNECTION_ROLES]}
                allowDeselect={false}
                value={chosen[name]}
                comboboxProps={comboboxProps}
                onChange={(role) => setChosen({ ...chosen, [name]: role ?? CONNECTION_ROLES[0] })}
              />
            )}
          </Group>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('Cancel')}
          </Button>
          <Button
            disabled={Object.keys(chosen).length === 0}
            onClick={() => {
              onAdd(chosen);
              close();
            }}
          >
            {t('Add workspace(s)')}
          </Button>
        </Group>
      </Stack>
    </Frame>
  );
}

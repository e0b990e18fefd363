import { Alert, Box, Button, Chip, MenuItem, Select, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { t } from '../../shared/labels.ts';
import type { Person } from '../../shared/people.ts';
import { DialogFrame, useMenuProps } from './frame.tsx';
import { APP_ROLES, APPS, server } from './server.ts';
import { useToast } from './toast.tsx';

function AppRow({ app, one, onProblem }: { app: string; one: Person; onProblem: (text: string) => void }) {
  const toast = useToast();
  const menuProps = useMenuProps();
  const saved = one.apps[app];
  const [role, setRole] = useState<string | undefined>(saved);
  const [busy, setBusy] = useState(false);

  async function save(next: string | null) {
    setBusy(true);
    try {
      await server.setApp(one.email, app, next);
      setRole(next ?? undefined);
      onProblem('');
      toast.success(next === null ? `Removed from ${app}` : `${app}: access saved`);
    } catch (error) {
      onProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack
      direction="row"
      spacing={1.5}
      component="li"
      sx={{ alignItems: 'center', minHeight: 60, borderTop: '1px solid #e6e3ee' }}
    >
      <Box sx={{ flex: 1 }}>
        <Typography sx={{ fontWeight: 500 }}>{app}</Typography>
      </Box>
      {role === undefined ? (
        <Button
          variant="outlined"
          onClick={() => (one.status === 'active' ? setRole('Member') : void save('Member'))}
          loading={busy}
        >
          {t('Add to App')}
        </Button>
      ) : (
        <>
          {saved === undefined && <Chip size="small" label="Not saved" />}
          <Select
            size="small"
            value={role}
            onChange={(event) => setRole(event.target.value)}
            MenuProps={menuProps}
            SelectDisplayProps={{ 'aria-label': `${app} ${t('role')}` }}
            sx={{ width: 120 }}
          >
            {APP_ROLES.map((name) => (
              <MenuItem key={name} value={name}>
                {name}
              </MenuItem>
            ))}
          </Select>
          <Button variant="contained" loading={busy} disabled={role === saved} onClick={() => void save(role)}>
            {t('Save')}
          </Button>
          <Button color="error" disabled={busy} onClick={() => (saved ? void save(null) : setRole(undefined))}>
            Remove
          </Button>
        </>
      )}
    </Stack>
  );
}

/** Behind the Apps column: per app `Add to App`, a role and `Save`; all refused until the invitation is accepted. */
export function AppsDialog({ one, onClose }: { one: Person | null; onClose: () => void }) {
  const [problem, setProblem] = useState('');
  function close() {
    setProblem('');
    onClose();
  }
  return (
    <DialogFrame
      title="Manage app access"
      open={one !== null}
      onClose={close}
      actions={<Button onClick={close}>Done</Button>}
    >
      {one !== null && (
        <>
          <Typography color="text.secondary" sx={{ marginBottom: 2 }}>
            {one.name === '' ? one.email : `${one.name} (${one.email})`}
          </Typography>
          {problem !== '' && (
            <Alert severity="warning" sx={{ marginBottom: 2 }}>
              {problem}
            </Alert>
          )}
          <Box component="ul" aria-label={t('Apps')} sx={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {APPS.map((app) => (
              <AppRow key={`${one.id}-${app}`} app={app} one={one} onProblem={setProblem} />
            ))}
          </Box>
        </>
      )}
    </DialogFrame>
  );
}

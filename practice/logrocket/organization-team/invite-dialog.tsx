import { Alert, Button, FormControl, InputLabel, MenuItem, Select, Stack, TextField } from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { t } from '../../shared/labels.ts';
import { DialogFrame, useMenuProps } from './frame.tsx';
import { ORG_ROLES, server } from './server.ts';
import { useToast } from './toast.tsx';

/** E-mail, `Organization Role` and `Send Invitation`. Refusals are shown inside; their wording is not documented. */
export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const toast = useToast();
  const id = useId();
  const menuProps = useMenuProps();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<string>('Member');
  const [wrong, setWrong] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  function close() {
    setEmail('');
    setRole('Member');
    setWrong('');
    setProblem('');
    onClose();
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    const address = email.trim();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(address)) {
      setWrong(address === '' ? 'Enter an email address' : 'This does not look like an email address');
      return;
    }
    setWrong('');
    setProblem('');
    setBusy(true);
    try {
      await server.invite({ emails: [address], roles: [role] });
      toast.success(`Invitation sent to ${address}`);
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <DialogFrame
      title="Invite Team Member"
      open={open}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('Cancel')}</Button>
          <Button type="submit" form={`${id}-form`} variant="contained" loading={busy}>
            {t('Send Invitation')}
          </Button>
        </>
      }
    >
      <Stack component="form" id={`${id}-form`} noValidate onSubmit={send} spacing={2.5} sx={{ paddingTop: 1 }}>
        {problem !== '' && <Alert severity="error">{problem}</Alert>}
        <TextField
          label={t('Email address')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={wrong !== ''}
          helperText={wrong}
          autoFocus
          autoComplete="off"
          fullWidth
        />
        <FormControl fullWidth>
          <InputLabel id={`${id}-role`}>{t('Organization Role')}</InputLabel>
          <Select
            labelId={`${id}-role`}
            label={t('Organization Role')}
            value={role}
            onChange={(event) => setRole(event.target.value)}
            MenuProps={menuProps}
          >
            {ORG_ROLES.map((one) => (
              <MenuItem key={one} value={one}>
                {one}
              </MenuItem>
            ))}
          </Select>
        </FormControl>
      </Stack>
    </DialogFrame>
  );
}

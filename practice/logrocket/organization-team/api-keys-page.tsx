import {
  Alert,
  Box,
  Button,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { makeSecret } from '../../shared/server.ts';
import { useStore } from '../../shared/store.ts';
import { Bones, Page } from '../parts/pages.tsx';
import { DialogFrame } from './frame.tsx';
import { server } from './server.ts';
import { useToast } from './toast.tsx';

const PERMISSIONS = ['Read-only', 'Read/Write'] as const;

/** Shape of a real key: organization, project, secret. */
const SCOPE = 'acme:production';

function CreateDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const id = useId();
  const toast = useToast();
  const [name, setName] = useState('');
  const [permission, setPermission] = useState<string>('Read-only');
  const [secret, setSecret] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);

  function close() {
    setName('');
    setPermission('Read-only');
    setSecret('');
    setWrong(false);
    onClose();
  }

  async function create(event: FormEvent) {
    event.preventDefault();
    setWrong(name.trim() === '');
    if (name.trim() === '') return;
    setBusy(true);
    const made = makeSecret(`${SCOPE}:`, 20);
    try {
      await server.createKey({ name: name.trim(), permission, scope: SCOPE }, made);
      setSecret(made);
    } catch (error) {
      toast.error(error);
    } finally {
      setBusy(false);
    }
  }

  if (secret !== '') {
    return (
      <DialogFrame title="API Key created" open={open} onClose={close} actions={<Button onClick={close}>Done</Button>}>
        <Alert severity="info" sx={{ marginBottom: 2 }}>
          Copy this key now. It will not be shown again.
        </Alert>
        <Stack direction="row" spacing={1}>
          <TextField label="API Key" value={secret} fullWidth slotProps={{ htmlInput: { readOnly: true } }} />
          <Button variant="outlined" onClick={() => navigator.clipboard?.writeText(secret).catch(toast.error)}>
            Copy
          </Button>
        </Stack>
      </DialogFrame>
    );
  }
  return (
    <DialogFrame
      title="Create API Key"
      open={open}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('Cancel')}</Button>
          <Button type="submit" form={`${id}-form`} variant="contained" loading={busy}>
            {t('Create')}
          </Button>
        </>
      }
    >
      <Stack component="form" id={`${id}-form`} noValidate onSubmit={create} spacing={2.5} sx={{ paddingTop: 1 }}>
        <TextField
          label={t('Name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={wrong}
          helperText={wrong ? 'Enter a name' : 'For example: CI - Source Maps - Production'}
        />
        <FormControl>
          <FormLabel id={`${id}-permissions`}>{t('Permissions')}</FormLabel>
          <RadioGroup
            aria-labelledby={`${id}-permissions`}
            value={permission}
            onChange={(_, value) => setPermission(value)}
          >
            {PERMISSIONS.map((one) => (
              <FormControlLabel key={one} value={one} control={<Radio size="small" />} label={one} />
            ))}
          </RadioGroup>
        </FormControl>
      </Stack>
    </DialogFrame>
  );
}

/** Settings, API Keys. */
export function ApiKeysPage() {
  const { keys } = useStore(server.shown);
  const [creating, setCreating] = useState(false);
  return (
    <Page>
      <Replaced>
        <Box sx={{ display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between' }}>
          <div>
            <h1>{t('API Keys')}</h1>
            <p className="lead">For source maps, integrations and data export of acme/production</p>
          </div>
          <Button variant="contained" onClick={() => setCreating(true)}>
            {t('Create API Key')}
          </Button>
        </Box>
      </Replaced>
      <Late skeleton={<Bones />}>
        <Replaced>
          <TableContainer sx={{ border: '1px solid #e6e3ee', borderRadius: 2 }}>
            <Table sx={{ '& td, & th': { fontSize: 13 } }}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('Name')}</TableCell>
                  <TableCell>{t('Permissions')}</TableCell>
                  <TableCell>Key</TableCell>
                  <TableCell>Created by</TableCell>
                  <TableCell>Created</TableCell>
                  <TableCell />
                </TableRow>
              </TableHead>
              <TableBody>
                {keys.map((key) => (
                  <TableRow key={key.id}>
                    <TableCell>{key.name}</TableCell>
                    <TableCell>{key.permission}</TableCell>
                    <TableCell sx={{ fontFamily: 'monospace' }}>
                      {key.scope}:{key.hint}
                    </TableCell>
                    <TableCell>{key.createdBy}</TableCell>
                    <TableCell>{new Date(key.createdAt).toLocaleDateString('en-US')}</TableCell>
                    <TableCell align="right">
                      <Button size="small" color="error" onClick={() => server.deleteKey(key.id)}>
                        Revoke
                      </Button>
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
        </Replaced>
      </Late>
      <CreateDialog open={creating} onClose={() => setCreating(false)} />
    </Page>
  );
}

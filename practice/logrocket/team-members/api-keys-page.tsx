import { useState } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';
import { Late, Replaced } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { makeSecret } from '../../shared/server.ts';
import { useStore } from '../../shared/store.ts';
import { Bones, Page } from '../parts/pages.tsx';
import { Foot, Frame } from './frame.tsx';
import { server } from './server.ts';
import { c } from './styles.tsx';
import { toastError } from './toast.tsx';

/** A key belongs to one organization and one project; those stand before the secret. */
const SCOPE = 'acme:production';

function CreateKey({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState(false);
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);

  function close() {
    setName('');
    setWrong(false);
    setSecret('');
    onClose();
  }

  async function create() {
    setWrong(name.trim() === '');
    if (name.trim() === '') return;
    setBusy(true);
    const made = makeSecret(`${SCOPE}:`, 20);
    try {
      await server.createKey({ name: name.trim(), permission: '', scope: SCOPE }, made);
      setSecret(made);
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Frame title="New API Key" open={open} onClose={close}>
      {secret === '' ? (
        <TextField
          className={c('TextField')}
          value={name}
          onChange={setName}
          isInvalid={wrong}
          validationBehavior="aria"
        >
          <Label className={c('Label')}>{t('Key name')}</Label>
          <Input className={c('Input')} />
          <FieldError className={c('FieldError')}>Enter a name.</FieldError>
        </TextField>
      ) : (
        <TextField className={c('TextField')} value={secret} isReadOnly>
          <Label className={c('Label')}>API Key</Label>
          <Input className={c('Input')} />
          <p>Store this key in a safe place: it is not shown again.</p>
        </TextField>
      )}
      <Foot>
        <Button className={c('Button')} onPress={close}>
          {secret === '' ? t('Cancel') : 'Close'}
        </Button>
        {secret === '' && (
          <Button className={`${c('Button')} ${c('primary')}`} isDisabled={busy} onPress={create}>
            {t('Create')}
          </Button>
        )}
      </Foot>
    </Frame>
  );
}

/** Settings, API Keys. Per-key permissions and expiry are not documented, so there are none. */
export function ApiKeysPage() {
  const { keys } = useStore(server.shown);
  const [creating, setCreating] = useState(false);
  return (
    <Page>
      <Replaced>
        <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'flex-start' }}>
          <div>
            <h1>{t('API Keys')}</h1>
            <p className="lead">Keys of the project production</p>
          </div>
          <Button className={`${c('Button')} ${c('primary')}`} onPress={() => setCreating(true)}>
            {t('New API Key')}
          </Button>
        </div>
      </Replaced>
      <Late skeleton={<Bones />}>
        <Replaced>
          <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {keys.map((key) => (
              <li key={key.id} style={{ display: 'flex', gap: 16, alignItems: 'center', padding: '10px 0' }}>
                <strong style={{ flex: 1, fontWeight: 500 }}>{key.name}</strong>
                <code>
                  {key.scope}:{key.hint}
                </code>
                <Button
                  className={`${c('Button')} ${c('danger')}`}
                  onPress={() => server.deleteKey(key.id).catch(toastError)}
                >
                  Delete key
                </Button>
              </li>
            ))}
          </ul>
        </Replaced>
      </Late>
      <CreateKey open={creating} onClose={() => setCreating(false)} />
    </Page>
  );
}

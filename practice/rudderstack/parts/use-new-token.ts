import { useState } from 'react';
import { type ApiKey, makeSecret, type PracticeServer } from '../../shared/server.ts';

/** Makes a token for a dialog, and holds its secret until the dialog is closed. */
export function useNewToken({
  server,
  form,
  message,
  onClose,
}: {
  server: PracticeServer;
  form: { resetFields(): void };
  message: { error(text: string): unknown };
  onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [secret, setSecret] = useState('');

  function close() {
    form.resetFields();
    setSecret('');
    onClose();
  }

  async function generate(key: Pick<ApiKey, 'name' | 'permission' | 'scope'>) {
    setBusy(true);
    const made = makeSecret('');
    try {
      await server.createKey(key, made);
      setSecret(made);
    } catch (error) {
      message.error(String(error));
    } finally {
      setBusy(false);
    }
  }

  return { busy, secret, close, generate };
}

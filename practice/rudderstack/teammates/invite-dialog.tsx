import { Alert, App, Button, Form, Input, Modal, Select, Space } from 'antd5';
import { useState } from 'react';
import { t } from '../../shared/labels.ts';
import { NativeDialog } from '../../shared/native-dialog.tsx';
import { Refused } from '../../shared/server.ts';
import { useSwitches } from '../../shared/switches.ts';
import { ROLES, server } from './server.ts';

interface Fields {
  readonly email: string;
  readonly role: string;
}

/** Answers about the plan or the organization stay in the dialog; the others pass by as a toast. */
const STAYS = new Set(['member-limit', 'sso']);

/** `Invite your team`: an e-mail, a role, Cancel and Invite. Toast texts are not documented. */
export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { nativeDialog } = useSwitches();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  function close() {
    form.resetFields();
    setProblem('');
    onClose();
  }

  async function send({ email, role }: Fields) {
    setBusy(true);
    setProblem('');
    try {
      await server.invite({ emails: [email], roles: [role] });
      message.success(`Invitation sent to ${email.trim()}`);
      close();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      if (error instanceof Refused && STAYS.has(error.code)) setProblem(text);
      else message.error(text);
    } finally {
      setBusy(false);
    }
  }

  const footer = (
    <Space>
      <Button onClick={close}>{t('Cancel')}</Button>
      <Button type="primary" loading={busy} onClick={() => form.submit()}>
        {t('Invite')}
      </Button>
    </Space>
  );

  const body = (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onSubmit"
      initialValues={{ email: '', role: 'Read-Only' }}
      onFinish={send}
      style={{ marginTop: 16 }}
    >
      {problem !== '' && <Alert type="error" showIcon message={problem} style={{ marginBottom: 16 }} />}
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 160px', gap: 12 }}>
        <Form.Item
          name="email"
          label={t('Email')}
          htmlFor="text-input-email"
          rules={[
            { required: true, whitespace: true, message: 'Email is required' },
            { type: 'email', transform: (value: string) => value.trim(), message: 'Please enter a valid email' },
          ]}
        >
          <Input id="text-input-email" data-testid="Email" placeholder="name@domain.com" autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t('Role')}>
          <Select
            // The library measures too little while the dialog is still opening.
            popupMatchSelectWidth={160}
            options={ROLES.map((role) => ({ value: role, label: role }))}
            {...(nativeDialog
              ? { getPopupContainer: (trigger: HTMLElement) => trigger.closest('dialog') ?? document.body }
              : {})}
          />
        </Form.Item>
      </div>
    </Form>
  );

  if (nativeDialog) {
    return (
      <NativeDialog title={t('Invite your team')} open={open} onClose={close}>
        {body}
        <div style={{ textAlign: 'right' }}>{footer}</div>
      </NativeDialog>
    );
  }
  return (
    <Modal title={t('Invite your team')} open={open} onCancel={close} footer={footer} width={520} destroyOnHidden>
      {body}
    </Modal>
  );
}

import { type ComponentType, type ReactNode, useState } from 'react';
import { t } from '../../shared/labels.ts';
import { NativeDialog } from '../../shared/native-dialog.tsx';
import { type PracticeServer, Refused } from '../../shared/server.ts';
import { useSwitches } from '../../shared/switches.ts';
import { useInDialog } from './in-dialog.ts';

export interface Fields {
  readonly email: string;
  readonly role: string;
}

interface FormHandle {
  resetFields(): void;
  submit(): void;
}

interface FormProps<Handle> {
  form: Handle;
  layout: 'vertical';
  requiredMark: false;
  validateTrigger: 'onSubmit';
  initialValues: Fields;
  onFinish: (fields: Fields) => void;
  style: { marginTop: number };
  children: ReactNode;
}

interface ItemProps {
  name: keyof Fields;
  label: string;
  htmlFor?: string;
  rules?: {
    required?: true;
    whitespace?: true;
    type?: 'email';
    transform?: (value: string) => string;
    message: string;
  }[];
  children: ReactNode;
}

interface ModalProps {
  title: string;
  open: boolean;
  onCancel: () => void;
  footer: ReactNode;
  width: number;
  destroyOnHidden: true;
  children: ReactNode;
}

/** The parts of antd that the dialog uses; the consoles of two generations have different versions of it. */
interface Library<Handle extends FormHandle> {
  App: { useApp(): { message: { success(text: string): unknown; error(text: string): unknown } } };
  Button: ComponentType<{ type?: 'primary'; loading?: boolean; onClick: () => void; children: ReactNode }>;
  Form: ((props: FormProps<Handle>) => ReactNode) & { Item: ComponentType<ItemProps>; useForm(): [Handle] };
  Input: ComponentType<{ id: string; placeholder: string; autoComplete: string }>;
  Modal: ComponentType<ModalProps>;
  Select: ComponentType<{ options: { value: string; label: string }[] }>;
  Space: ComponentType<{ children: ReactNode }>;
  /** An answer that stays in the dialog. */
  Problem: ComponentType<{ text: string }>;
}

/** Answers about the plan or the organization stay in the dialog; the others pass by as a toast. */
const STAYS = new Set(['member-limit', 'sso']);

/** Makes `Invite your team`: an e-mail, a role, Cancel and Invite. Toast texts are not documented. */
export function inviteDialog<Handle extends FormHandle>(
  { App, Button, Form, Input, Modal, Select, Space, Problem }: Library<Handle>,
  { server, roles }: { server: PracticeServer; roles: readonly [string, ...string[]] },
) {
  return function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
    const { nativeDialog } = useSwitches();
    const inDialog = useInDialog();
    const { message } = App.useApp();
    const [form] = Form.useForm();
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
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onSubmit"
        initialValues={{ email: '', role: roles[0] }}
        onFinish={send}
        style={{ marginTop: 16 }}
      >
        {problem !== '' && <Problem text={problem} />}
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 160px', gap: 12 }}>
          <Form.Item
            name="email"
            label={t('Email')}
            htmlFor="text-input-email"
            rules={[
              { required: true, whitespace: true, message: 'Email is required' },
              { type: 'email', transform: (value) => value.trim(), message: 'Please enter a valid email' },
            ]}
          >
            <Input id="text-input-email" data-testid="Email" placeholder="name@domain.com" autoComplete="off" />
          </Form.Item>
          <Form.Item name="role" label={t('Role')}>
            <Select options={roles.map((role) => ({ value: role, label: role }))} {...inDialog} />
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
  };
}

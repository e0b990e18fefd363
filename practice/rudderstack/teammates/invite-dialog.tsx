import { Alert, App, Button, Form, type FormInstance, Input, Modal, Select, type SelectProps, Space } from 'antd5';
import { type Fields, inviteDialog } from '../parts/invite-dialog.tsx';
import { ROLES, server } from './server.ts';

const Problem = ({ text }: { text: string }) => (
  <Alert type="error" showIcon message={text} style={{ marginBottom: 16 }} />
);

/** The library measures too little while the dialog is still opening. */
const WideSelect = (props: SelectProps) => <Select popupMatchSelectWidth={160} {...props} />;

export const InviteDialog = inviteDialog<FormInstance<Fields>>(
  { App, Button, Form, Input, Modal, Select: WideSelect, Space, Problem },
  { server, roles: ROLES },
);

import { Alert, App, Button, Form, type FormInstance, Input, Modal, Select, Space } from 'antd';
import { type Fields, inviteDialog } from '../parts/invite-dialog.tsx';
import { ROLES, server } from './server.ts';

const Problem = ({ text }: { text: string }) => (
  <Alert type="error" showIcon title={text} style={{ marginBottom: 16 }} />
);

export const InviteDialog = inviteDialog<FormInstance<Fields>>(
  { App, Button, Form, Input, Modal, Select, Space, Problem },
  { server, roles: ROLES },
);

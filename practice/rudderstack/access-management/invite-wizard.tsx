import { Alert, App, Button, Descriptions, Input, Select, Space, Steps, Tag } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/labels.ts';
import { useStore } from '../../shared/store.ts';
import { useInDialog } from '../parts/in-dialog.ts';
import { Frame } from './frame.tsx';
import { groupsOf, ROLES, server, WORKSPACES } from './server.ts';

const label = { display: 'block', margin: '16px 0 6px' } as const;

/**
 * E-mails with `Add`, role, `Next`, groups, workspaces, `Next`, confirmation, `Invite`. Field labels, error texts and the
 * role that stands there at first are not documented.
 */
export function InviteWizard({ open, onClose }: { open: boolean; onClose: () => void }) {
  const state = useStore(server.shown);
  const { message } = App.useApp();
  const inDialog = useInDialog();
  const [step, setStep] = useState(0);
  const [typed, setTyped] = useState('');
  const [emails, setEmails] = useState<readonly string[]>([]);
  const [role, setRole] = useState<string>('Member');
  const [groups, setGroups] = useState<readonly string[]>([]);
  const [workspaces, setWorkspaces] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  function close() {
    setStep(0);
    setTyped('');
    setEmails([]);
    setRole('Member');
    setGroups([]);
    setWorkspaces([]);
    setProblem('');
    onClose();
  }

  function add() {
    const wanted = typed
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    const bad = wanted.find((one) => !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(one));
    if (wanted.length === 0) setProblem('Enter at least one email address');
    else if (bad !== undefined) setProblem(`${bad} is not a valid email address`);
    else {
      setEmails([...new Set([...emails, ...wanted])]);
      setTyped('');
      setProblem('');
    }
  }

  function next() {
    if (step === 0 && emails.length === 0) return setProblem('Add at least one email address');
    if (step === 0 && typed.trim() !== '') return setProblem('Click Add to include the email addresses that you typed');
    if (step === 1 && groups.length + workspaces.length === 0) {
      return setProblem('Select at least one group or workspace');
    }
    setProblem('');
    setStep(step + 1);
  }

  async function invite() {
    setBusy(true);
    setProblem('');
    try {
      await server.invite({
        emails,
        roles: [role],
        groups,
        workspaces: Object.fromEntries(workspaces.map((name) => [name, ''])),
      });
      message.success(emails.length === 1 ? 'Invitation sent' : `${emails.length} invitations sent`);
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }

  const footer = (
    <Space>
      {step === 0 ? (
        <Button onClick={close}>{t('Cancel')}</Button>
      ) : (
        <Button onClick={() => setStep(step - 1)}>Back</Button>
      )}
      {step < 2 ? (
        <Button type="primary" onClick={next}>
          {t('Next')}
        </Button>
      ) : (
        <Button type="primary" loading={busy} onClick={invite}>
          {t('Invite')}
        </Button>
      )}
    </Space>
  );

  return (
    <Frame title="Invite users" open={open} onClose={close} footer={footer} width={640}>
      <Steps
        size="small"
        current={step}
        style={{ margin: '12px 0 20px' }}
        items={[{ title: 'Users' }, { title: 'Groups and workspaces' }, { title: 'Confirm' }]}
      />
      {problem !== '' && <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} />}
      {step === 0 && (
        <>
          <label htmlFor="invite-emails" style={label}>
            {t('Email addresses')}
          </label>
          <Space.Compact style={{ width: '100%' }}>
            <Input
              id="invite-emails"
              placeholder="Separate email addresses with commas"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onPressEnter={add}
              autoComplete="off"
            />
            <Button onClick={add}>{t('Add')}</Button>
          </Space.Compact>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 10 }}>
            {emails.map((email) => (
              <Tag key={email} closable onClose={() => setEmails(emails.filter((one) => one !== email))}>
                {email}
              </Tag>
            ))}
          </div>
          <label htmlFor="invite-role" style={label}>
            {t('Role')}
          </label>
          <Select
            id="invite-role"
            style={{ width: 200 }}
            value={role}
            onChange={setRole}
            options={ROLES.map((value) => ({ value, label: value }))}
            {...inDialog}
          />
        </>
      )}
      {step === 1 && (
        <>
          <label htmlFor="invite-groups" style={label}>
            {t('Groups')}
          </label>
          <Select
            id="invite-groups"
            mode="multiple"
            style={{ width: '100%' }}
            placeholder="Select groups"
            value={[...groups]}
            onChange={setGroups}
            options={groupsOf(state).map(({ name }) => ({ value: name, label: name }))}
            {...inDialog}
          />
          <label htmlFor="invite-workspaces" style={label}>
            {t('Workspaces')}
          </label>
          <Select
            id="invite-workspaces"
            mode="multiple"
            style={{ width: '100%' }}
            placeholder="Select workspaces"
            value={[...workspaces]}
            onChange={setWorkspaces}
            options={WORKSPACES.map((value) => ({ value, label: value }))}
            {...inDialog}
          />
        </>
      )}
      {step === 2 && (
        <Descriptions
          column={1}
          bordered
          size="small"
          items={[
            { key: 'users', label: 'Users', children: emails.map((email) => <div key={email}>{email}</div>) },
            { key: 'role', label: 'Role', children: role },
            { key: 'groups', label: 'Groups', children: groups.join(', ') || 'None' },
            { key: 'workspaces', label: 'Workspaces', children: workspaces.join(', ') || 'None' },
          ]}
        />
      )}
    </Frame>
  );
}

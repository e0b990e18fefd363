import { ActionIcon, Alert, Anchor, Button, Group, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { t } from '../../shared/labels.ts';
import { Refused } from '../../shared/server.ts';
import { Frame, useComboboxProps } from './frame.tsx';
import { ORG_ROLES, server } from './server.ts';
import { useToast } from './toast.tsx';
import { WorkspacesDialog } from './workspaces-dialog.tsx';

interface Line {
  readonly id: number;
  readonly email: string;
  readonly role: string;
  readonly workspaces: Readonly<Record<string, string>>;
  readonly error: string;
}

let lines = 0;
const emptyLine = (): Line => ({ id: ++lines, email: '', role: 'member', workspaces: {}, error: '' });

function check(email: string, others: readonly string[]): string {
  if (email === '') return 'Email address is required';
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email)) return 'Invalid email address';
  return others.includes(email) ? 'Already in this list' : '';
}

/**
 * One line per person: `Email address`, `Organization Role`, workspaces for members; `Send invite(s)`, then the inviter's
 * password. Whether workspaces are chosen before or after the password is not documented.
 */
export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const toast = useToast();
  const comboboxProps = useComboboxProps();
  const [people, setPeople] = useState<readonly Line[]>(() => [emptyLine()]);
  const [choosing, setChoosing] = useState<Line | null>(null);
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const change = (id: number, part: Partial<Line>) =>
    setPeople((before) => before.map((line) => (line.id === id ? { ...line, ...part } : line)));

  function forgetPassword() {
    setAsking(false);
    setPassword('');
    setWrong('');
  }

  function close() {
    setPeople([emptyLine()]);
    setProblem('');
    forgetPassword();
    onClose();
  }

  function review(event: FormEvent) {
    event.preventDefault();
    const checked = people.map((line, index) => ({
      ...line,
      error: check(
        line.email.trim(),
        people.slice(0, index).map(({ email }) => email.trim()),
      ),
    }));
    setPeople(checked);
    setProblem('');
    if (checked.every(({ error }) => error === '')) setAsking(true);
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setWrong('');
    try {
      await server.invite(
        ...people.map(({ email, role, workspaces }) => ({
          emails: [email.trim()],
          roles: [role],
          workspaces: role === 'member' ? workspaces : {},
          password,
        })),
      );
      toast.success(people.length === 1 ? 'Invite sent' : `${people.length} invites sent`);
      close();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      if (error instanceof Refused && error.code === 'wrong-password') setWrong(text);
      else {
        forgetPassword();
        setProblem(text);
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Frame title="Invite members" opened={opened && !asking} onClose={close}>
        <form noValidate onSubmit={review}>
          <Stack>
            {problem !== '' && <Alert color="red">{problem}</Alert>}
            {people.map((line) => (
              <div key={line.id}>
                <Group align="flex-start" wrap="nowrap">
                  <TextInput
                    label={t('Email address')}
                    placeholder="name@company.com"
                    style={{ flex: 1 }}
                    value={line.email}
                    error={line.error || undefined}
                    autoComplete="off"
                    onChange={(event) => change(line.id, { email: event.currentTarget.value, error: '' })}
                  />
                  <Select
                    label={t('Organization Role')}
                    w={160}
                    data={[...ORG_ROLES]}
                    allowDeselect={false}
                    value={line.role}
                    comboboxProps={comboboxProps}
                    onChange={(role) => change(line.id, { role: role ?? 'member' })}
                  />
                  {people.length > 1 && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      mt={28}
                      aria-label="Remove"
                      onClick={() => setPeople(people.filter(({ id }) => id !== line.id))}
                    >
                      <X size={15} aria-hidden />
                    </ActionIcon>
                  )}
                </Group>
                {line.role === 'member' && (
                  <Group gap="xs" mt={6}>
                    <Text size="xs" c="dimmed">
                      {Object.keys(line.workspaces).join(', ') || 'No workspaces yet'}
                    </Text>
                    <Anchor component="button" type="button" size="xs" onClick={() => setChoosing(line)}>
                      {t('Add workspaces')}
                    </Anchor>
                  </Group>
                )}
              </div>
            ))}
            <Group justify="space-between">
              <Button
                variant="subtle"
                leftSection={<Plus size={14} aria-hidden />}
                onClick={() => setPeople([...people, emptyLine()])}
              >
                {t('Add another member')}
              </Button>
              <Group>
                <Button variant="default" onClick={close}>
                  {t('Cancel')}
                </Button>
                <Button type="submit">{t('Send invite(s)')}</Button>
              </Group>
            </Group>
          </Stack>
        </form>
      </Frame>
      <WorkspacesDialog
        opened={choosing !== null}
        taken={Object.keys(choosing?.workspaces ?? {})}
        onClose={() => setChoosing(null)}
        onAdd={(added) => {
          if (choosing !== null) change(choosing.id, { workspaces: { ...choosing.workspaces, ...added } });
        }}
      />
      <Frame title="Enter your password" opened={opened && asking} onClose={forgetPassword}>
        <form noValidate onSubmit={send}>
          <Stack>
            <Text size="sm">
              Confirm that it is you before {people.length === 1 ? 'the invite is' : 'invites are'} sent.
            </Text>
            <PasswordInput
              label={t('Password')}
              value={password}
              error={wrong || undefined}
              autoComplete="current-password"
              data-autofocus
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={forgetPassword}>
                Back
              </Button>
              <Button type="submit" loading={busy} disabled={password === ''}>
                {t('Confirm')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Frame>
    </>
  );
}

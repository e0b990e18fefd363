import styled from '@emotion/styled';
import { type FormEvent, useState } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';
import { Replaced, useHold } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { Refused } from '../../shared/server.ts';
import { useStore } from '../../shared/store.ts';
import { color } from '../parts/theme.ts';
import { RoleSelect } from './role-select.tsx';
import { defaultRoleOf, rolesOf, server } from './server.ts';
import { c } from './styles.tsx';
import { toast, toastError } from './toast.tsx';

const Section = styled.section`
  margin-bottom: 28px;
  padding: 18px 22px;
  border: 1px solid ${color.line};
  border-radius: 8px;
  h2 {
    margin: 0 0 12px;
    font-size: 15px;
    font-weight: 600;
  }
  form {
    display: flex;
    align-items: flex-start;
    gap: 12px;
  }
  form > button {
    margin-top: 23px;
  }
  .problem {
    margin: 10px 0 0;
    color: #b3261e;
    font-size: 13px;
  }
`;

/** `Invite Team Members`: an inline form, no dialog. Labels of the fields and all messages are not documented. */
export function InviteForm() {
  const state = useStore(server.shown);
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly string[] | null>(null);
  const [wrong, setWrong] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [focused, setFocused] = useState(false);
  // Nobody could type into a field that is replaced every half second.
  useHold(focused);

  const chosen = roles ?? [defaultRoleOf(state)];

  async function invite(event: FormEvent) {
    event.preventDefault();
    const address = email.trim();
    setProblem('');
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(address)) return setWrong('Please enter a valid email address.');
    setWrong('');
    if (chosen.length === 0) return setProblem('Select at least one role.');
    setBusy(true);
    try {
      await server.invite({ emails: [address], roles: chosen });
      toast(`Invited ${address}`);
      setEmail('');
      setRoles(null);
    } catch (error) {
      if (error instanceof Refused && error.code === 'server-error') toastError(error);
      else setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Replaced>
      <Section aria-label={t('Invite Team Members')} onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}>
        <h2>{t('Invite Team Members')}</h2>
        <form noValidate onSubmit={invite}>
          <TextField
            className={c('TextField')}
            style={{ flex: 1 }}
            type="email"
            value={email}
            onChange={setEmail}
            isInvalid={wrong !== ''}
            validationBehavior="aria"
          >
            <Label className={c('Label')}>{t('Email')}</Label>
            <Input className={c('Input')} placeholder="teammate@company.com" autoComplete="off" />
            <FieldError className={c('FieldError')}>{wrong}</FieldError>
          </TextField>
          <RoleSelect
            label={t('Role')}
            roles={rolesOf(state).map(({ name }) => name)}
            chosen={chosen}
            onChange={setRoles}
          />
          <Button type="submit" className={`${c('Button')} ${c('primary')}`} isDisabled={busy}>
            {busy ? 'Inviting…' : t('Invite')}
          </Button>
        </form>
        {problem !== '' && (
          <p role="alert" className="problem">
            {problem}
          </p>
        )}
      </Section>
    </Replaced>
  );
}

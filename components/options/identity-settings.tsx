import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { Actor } from '@/lib/domain/log/chain';
import { checkIdentity } from '@/lib/domain/values/identity';
import { SettingsSection } from './settings-section';

interface IdentitySettingsProps {
  identity: Actor | null;
  onSave: (identity: Actor) => void;
}

const nobody: Actor = { name: '', email: '' };

/** Asks who the admin is. Saves when name and address are both good; until then the last good ones stand on entries. */
export function IdentitySettings({ identity, onSave }: IdentitySettingsProps) {
  const saved = identity ?? nobody;
  const [state, setState] = useState({ typed: saved, saved, touched: identity !== null });
  if (state.saved.name !== saved.name || state.saved.email !== saved.email) {
    setState({ typed: saved, saved, touched: true });
  }
  const { typed } = state;
  const checked = checkIdentity(typed);
  const errors = checked.ok || !state.touched ? {} : checked.errors;

  function type(change: Partial<Actor>) {
    const next = { ...typed, ...change };
    const good = checkIdentity(next);
    setState({ typed: next, saved: good.ok ? good.value : saved, touched: state.touched });
    if (good.ok && (good.value.name !== saved.name || good.value.email !== saved.email)) onSave(good.value);
  }

  const touch = () => setState({ ...state, touched: true });
  return (
    <SettingsSection title="You" about="Stands on every entry that you make, as the one who granted the access.">
      <Field label="Your name" error={errors.name}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="name"
            value={typed.name}
            onChange={(event) => type({ name: event.target.value })}
            onBlur={touch}
          />
        )}
      </Field>
      <Field label="Your email" error={errors.email}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoComplete="email"
            value={typed.email}
            onChange={(event) => type({ email: event.target.value })}
            onBlur={touch}
          />
        )}
      </Field>
    </SettingsSection>
  );
}

import { useState } from 'react';
import type { Checked } from '@/lib/domain/values/email';

/** Describes a setting while it is typed: what is in the field, and what is wrong with it. */
interface SettingField {
  text: string;
  error: string | undefined;
  /** Takes what was typed. What is good is saved at once; of what is not, the last good value stays. */
  type: (text: string) => void;
}

/**
 * Edits one text setting, which is saved as it is typed.
 *
 * @param saved the value as it is saved now; when it changes elsewhere, the field follows
 * @param check reads what was typed
 * @param save called with each good value
 */
export function useSettingField(
  saved: string,
  check: (text: string) => Checked<string>,
  save: (value: string) => void,
): SettingField {
  const [state, setState] = useState({ text: saved, saved });
  if (state.saved !== saved) setState({ text: saved, saved });
  const checked = check(state.text);
  return {
    text: state.text,
    error: checked.ok ? undefined : checked.message,
    type: (text) => {
      const next = check(text);
      setState({ text, saved: next.ok ? next.value : saved });
      if (next.ok && next.value !== saved) save(next.value);
    },
  };
}

import type { Outcome } from '@/lib/domain/log/outcome';
import { quantity } from '@/lib/domain/values/quantity';
import { send } from '@/lib/messaging/client';

/** Holds what became of erasing a person. `values`: how many values that is or was; left out where it failed. */
type Erased = Outcome & { values?: number };

/**
 * Erases a person's personal values from this log, merged logs and what is kept beside them; with `dry`, counts them
 * alone.
 */
export async function erasePerson(person: { email: string; name: string }, dry: boolean): Promise<Erased> {
  const reply = await send('person.forget', { ...person, dry });
  if (!reply.ok) return reply;
  const { values, grants, elsewhere } = reply;
  const found = [
    ...(values > 0 ? [`${quantity(values, 'value')} in ${quantity(grants, 'grant')}`] : []),
    ...(elsewhere > 0 ? [`${quantity(elsewhere, 'thing')} kept outside the log, such as a draft`] : []),
  ].join(', and ');
  if (found === '') return { ok: true, values: 0, message: 'Nothing in this log names this person.' };
  return {
    ok: true,
    values: values + elsewhere,
    message: dry ? `${found}: this will be deleted.` : `Forgotten: ${found}.`,
  };
}

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { RefineNeed } from '@/components/advice/refine-need';
import { RoleAdvicePanel } from '@/components/advice/role-advice';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { Described } from '@/lib/domain/advice';
import type { Grant } from '@/lib/domain/grant/grant';
import { checkGrantForm, type FieldErrors, type GrantDraft, type GrantForm } from '@/lib/domain/grant/new-grant';
import { dateOf } from '@/lib/domain/values/calendar';
import { checkEmail, sameEmail } from '@/lib/domain/values/email';
import { looksLikeSecret, secretMessage } from '@/lib/domain/values/secret';
import { type Settings, vendorSettings } from '@/lib/domain/values/settings';
import { adviceFor, onlySettings } from '@/lib/vendors/advising';
import { generationFor, type Vendor } from '@/lib/vendors/registry';
import { focusFirstInvalid } from './focus-invalid';
import styles from './new-grant-form.module.css';
import { SameGrant } from './same-grant';
import { ScopeField } from './scope-field';

export interface NewGrantFormProps {
  draft: GrantDraft;
  vendors: readonly Vendor[];
  settings: Settings;
  /** The generation of the vendor's UI in the current tab, where one was recognised. */
  seen: { vendor: string; generation: string } | null;
  /** Grants to the address that stands in the form. */
  alike: readonly Grant[];
  now: Date;
  /** Roles that the organization described, and the organization of the current tab. */
  described?: readonly Described[];
  organization?: string;
  onChange: (draft: GrantDraft) => void;
  onCancel: () => void;
  /** Starts the grant; answers null when it was started, or one sentence per field (`form`: about the whole). */
  onStart: (draft: GrantDraft) => Promise<(FieldErrors & { form?: string | undefined }) | null>;
}

/** Shows the form `New grant`. */
export function NewGrantForm(props: NewGrantFormProps) {
  const {
    draft,
    vendors,
    settings,
    seen,
    alike,
    now,
    described = [],
    organization = '',
    onChange,
    onCancel,
    onStart,
  } = props;
  const { form, adding } = draft;
  const [tried, setTried] = useState(0);
  const [refused, setRefused] = useState<FieldErrors & { form?: string | undefined }>({});
  const [busy, setBusy] = useState(false);
  const element = useRef<HTMLFormElement>(null);

  const vendor = vendors.find(({ id }) => id === form.vendor);
  const generation = vendor && generationFor(vendor.id, seen?.vendor === vendor.id ? seen.generation : null);
  const purpose = vendor?.purposes.find(({ id }) => id === form.purpose);
  const own = vendor ? vendorSettings(settings, vendor.id).scope : [];
  const offered = own.length > 0 ? own : (vendor?.scope.suggestions ?? []);
  const advising =
    generation &&
    vendor &&
    adviceFor(
      {
        vendor: vendor.id,
        email: form.email,
        purpose: form.purpose,
        scope: form.scope,
        accessEnds: form.temporary ? form.accessEnds : null,
        ...(form.refine ? { refine: form.refine } : {}),
      },
      generation,
      {
        ...onlySettings(vendorSettings(settings, vendor.id)),
        admin: settings.identity?.email ?? null,
        described,
        organization,
      },
    );
  const rules = { today: dateOf(now), ticketPattern: settings.ticketPattern, vendors };

  const full = withAdded(draft);
  const checked = checkGrantForm(full.form, rules);
  const errors: FieldErrors = {
    ...secretsIn(form),
    ...(tried > 0 && !checked.ok ? checked.errors : {}),
    ...(checked.ok ? refused : {}),
  };

  useEffect(() => {
    const required = [...(element.current?.querySelectorAll<HTMLInputElement>('[aria-required]') ?? [])];
    (required.find(({ value }) => value === '') ?? required[0])?.focus();
  }, []);
  useEffect(() => {
    if (tried > 0) focusFirstInvalid(element.current, [tried]);
  }, [tried]);

  const set = (change: Partial<GrantForm>) => {
    setRefused({});
    onChange({ ...draft, form: { ...form, ...change } });
  };

  function chooseVendor(id: string) {
    const next = vendors.find((one) => one.id === id);
    const kept = next?.purposes.some((one) => one.id === form.purpose) ? form.purpose : '';
    // What was ticked is the old vendor's; another purpose starts from its own permissions.
    set({ vendor: id, purpose: kept, refine: null, scope: form.scope.filter((name) => !offered.includes(name)) });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    onChange(full);
    if (checked.ok) {
      setBusy(true);
      const problems = await onStart(full);
      setBusy(false);
      if (problems === null) return;
      setRefused(problems);
    }
    setTried((count) => count + 1);
  }

  const email = checkEmail(form.email);
  const same = email.ok
    ? alike.filter(
        (one) => one.vendor === form.vendor && !one.milestones.removed && sameEmail(one.email ?? '', email.value),
      )
    : [];

  return (
    <form ref={element} aria-label="New grant" className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        {refused.form && (
          <Notice tone="danger" role="alert">
            <p>{refused.form}</p>
          </Notice>
        )}
        <div className={styles.pair}>
          <Field label="IAM ticket" error={errors.ticket}>
            {(control) => (
              <TextInput
                {...control}
                aria-required
                placeholder="IAM-1234"
                value={form.ticket}
                onChange={(event) => set({ ticket: event.target.value })}
              />
            )}
          </Field>
          <Field label="Vendor" error={errors.vendor}>
            {(control) => (
              <Select
                {...control}
                aria-required
                value={form.vendor}
                onChange={(event) => chooseVendor(event.target.value)}
              >
                <option value="">Choose…</option>
                {vendors.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Field label="Collaborator email" error={errors.email}>
          {(control) => (
            <TextInput
              {...control}
              aria-required
              inputMode="email"
              value={form.email}
              onChange={(event) => set({ email: event.target.value })}
            />
          )}
        </Field>
        {same.map((grant) => (
          <SameGrant key={grant.id} grant={grant} now={now} vendorName={vendor?.name ?? ''} />
        ))}
        <Field
          label="Purpose"
          hint={purpose?.hint ?? (vendor ? undefined : 'Choose the vendor first.')}
          error={errors.purpose}
        >
          {(control) => (
            <Select
              {...control}
              aria-required
              disabled={!vendor}
              value={form.purpose}
              onChange={(event) => set({ purpose: event.target.value, refine: null })}
            >
              <option value="">Choose…</option>
              {vendor?.purposes.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {vendor && (
          <ScopeField
            word={vendor.scope.word}
            plural={vendor.scope.plural}
            offered={offered}
            chosen={form.scope}
            adding={adding}
            error={errors.scope}
            onChange={(scope, text) => onChange({ ...draft, form: { ...form, scope }, adding: text })}
          />
        )}
        <div aria-live="polite" className={styles.advice}>
          {advising && purpose && (
            <>
              <RoleAdvicePanel model={advising.model} advice={advising.advice} />
              <RefineNeed
                model={advising.model}
                purpose={purpose.id}
                refinement={form.refine ?? null}
                onChange={(refine) => set({ refine })}
              />
            </>
          )}
        </div>
        <Checkbox
          label="Temporary access"
          checked={form.temporary}
          onChange={(event) => set({ temporary: event.target.checked })}
        />
        {form.temporary && (
          <Field
            label="Access ends"
            hint="Grantbook cannot end it: it shows it as overdue from the day after."
            error={errors.accessEnds}
          >
            {(control) => (
              <TextInput
                {...control}
                aria-required
                type="date"
                className={styles.date}
                min={rules.today}
                value={form.accessEnds}
                onChange={(event) => set({ accessEnds: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field label="Approved by" error={errors.approvedBy}>
          {(control) => (
            <TextInput
              {...control}
              aria-required
              value={form.approvedBy}
              onChange={(event) => set({ approvedBy: event.target.value })}
            />
          )}
        </Field>
        <Field label="Reason" hint="As the ticket states it; auditors ask for it first." error={errors.reason}>
          {(control) => (
            <TextArea
              {...control}
              aria-required
              value={form.reason}
              onChange={(event) => set({ reason: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className={styles.footer}>
        <p className={styles.kept}>What you type is kept.</p>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" aria-disabled={busy}>
          Start grant
        </Button>
      </div>
    </form>
  );
}

/** Returns the draft with what still stands in the field that adds to the scope. */
function withAdded(draft: GrantDraft): GrantDraft {
  const name = draft.adding.trim();
  if (name === '' || looksLikeSecret(name)) return draft;
  return { ...draft, adding: '', form: { ...draft.form, scope: [...new Set([...draft.form.scope, name])] } };
}

/** Refuses a pasted secret at once: it must not stay on screen until the form is sent. */
function secretsIn(form: GrantForm): FieldErrors {
  const fields = ['ticket', 'email', 'approvedBy', 'reason'] as const;
  return Object.fromEntries(
    fields.filter((field) => looksLikeSecret(form[field])).map((field) => [field, secretMessage]),
  );
}

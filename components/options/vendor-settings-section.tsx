import { Checkbox } from '@/components/ui/checkbox';
import { ExternalLink } from '@/components/ui/external-link';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { checkEmail } from '@/lib/domain/values/email';
import type { VendorSettings } from '@/lib/domain/values/settings';
import type { Vendor } from '@/lib/vendors/registry';
import { ListEditor } from './list-editor';
import { plans } from './plans';
import { SettingsSection } from './settings-section';

// A plan that the vendor does not name in its documentation.
const otherPlan = 'other';

interface VendorSettingsSectionProps {
  vendor: Pick<Vendor, 'id' | 'name' | 'scope'>;
  settings: VendorSettings;
  onSave: (settings: VendorSettings) => void;
}

/** Shows what an organization tells Grantbook about itself at one vendor. */
export function VendorSettingsSection({ vendor, settings, onSave }: VendorSettingsSectionProps) {
  const { word, plural, suggestions } = vendor.scope;
  const known = plans[vendor.id] ?? [];
  const plan = known.find(({ id }) => id === settings.plan);
  return (
    <SettingsSection
      title={vendor.name}
      about={`What the checklists and the advice need to know of your ${vendor.name}.`}
    >
      <Field
        label="Plan"
        hint={
          plan ? (
            <>
              {plan.limits} <ExternalLink href={plan.source.ref}>Vendor’s page</ExternalLink>
            </>
          ) : (
            'Plans limit members, roles and groups.'
          )
        }
      >
        {(control) => (
          <Select
            {...control}
            value={settings.plan}
            onChange={(event) => onSave({ ...settings, plan: event.target.value })}
          >
            <option value="">Not known</option>
            {known.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
            <option value={otherPlan}>Another plan</option>
            {settings.plan !== '' && settings.plan !== otherPlan && !plan && (
              <option value={settings.plan}>{settings.plan}</option>
            )}
          </Select>
        )}
      </Field>
      <Checkbox
        label="People sign in through SSO"
        hint="The checklist then begins at your identity provider: an e-mail invitation would be the wrong way in."
        checked={settings.sso}
        onChange={(event) => onSave({ ...settings, sso: event.target.checked })}
      />
      {settings.sso && (
        <Field
          label="SSO email domain"
          hint="Who has an address elsewhere cannot sign in that way: the guide then warns."
          error={domainError(settings.domain ?? '')}
        >
          {(control) => (
            <TextInput
              {...control}
              placeholder="example.com"
              value={settings.domain ?? ''}
              onChange={(event) => onSave({ ...settings, domain: event.target.value })}
            />
          )}
        </Field>
      )}
      <ListEditor
        label={plural.charAt(0).toUpperCase() + plural.slice(1)}
        word={word}
        hint={`Offered as the scope of a new grant. Write each ${word} as ${vendor.name} shows it.`}
        items={settings.scope}
        suggestions={suggestions}
        onChange={(scope) => onSave({ ...settings, scope })}
      />
    </SettingsSection>
  );
}

function domainError(domain: string): string | undefined {
  const typed = domain.trim().replace(/^@/, '');
  if (typed === '' || checkEmail(`somebody@${typed}`).ok) return undefined;
  return 'Write the part after the @ alone, such as example.com.';
}

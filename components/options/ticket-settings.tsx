import { CircleCheck, CircleMinus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { ExternalLink } from '@/components/ui/external-link';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { checkTicket, checkTicketPattern, defaultTicketPattern, ticketUrl } from '@/lib/domain/values/ticket';
import { checkTicketLink } from './check-ticket-link';
import { SettingsSection } from './settings-section';
import styles from './ticket-settings.module.css';
import { useSettingField } from './use-setting-field';

// One number each from GitHub, GitLab or RT; Jira; ServiceNow.
const examples = ['#1234', 'IAM-1234', 'RITM0012345'];

interface TicketSettingsProps {
  pattern: string;
  link: string;
  onPattern: (pattern: string) => void;
  onLink: (link: string) => void;
}

/** Asks what a ticket number looks like, and where the ticket lives. */
export function TicketSettings({ pattern, link, onPattern, onLink }: TicketSettingsProps) {
  const typedPattern = useSettingField(pattern, checkTicketPattern, onPattern);
  const typedLink = useSettingField(link, checkTicketLink, onLink);
  const url = typedLink.error ? null : ticketUrl(typedLink.text.trim(), 'IAM-1234');
  return (
    <SettingsSection
      title="Tickets"
      about="Every grant is made under a ticket. It approves; Grantbook only records it."
    >
      <Field
        label="Ticket pattern"
        hint={
          typedPattern.error
            ? `Until it is mended, the last good pattern stays in use: ${pattern}`
            : 'A regular expression that the whole number must match; small letters are taken for capitals where needed.'
        }
        error={typedPattern.error}
      >
        {(control) => (
          <>
            <TextInput
              {...control}
              className={styles.code}
              value={typedPattern.text}
              onChange={(event) => typedPattern.type(event.target.value)}
            />
            <div className={styles.examples}>
              {!typedPattern.error && (
                <ul aria-label="Examples" className={styles.list}>
                  {examples.map((example) => (
                    <Example key={example} text={example} passes={checkTicket(example, pattern).ok} />
                  ))}
                </ul>
              )}
              {typedPattern.text !== defaultTicketPattern && (
                <Button size="small" variant="quiet" onClick={() => typedPattern.type(defaultTicketPattern)}>
                  Use the default
                </Button>
              )}
            </div>
          </>
        )}
      </Field>
      <Field
        label="Ticket link"
        hint={
          url ? (
            <>
              IAM-1234 leads to <ExternalLink href={url}>{url}</ExternalLink>
            </>
          ) : (
            'Where a ticket opens, with {ticket} for its number, such as https://jira.example.com/browse/{ticket}. A # before the number is left out.'
          )
        }
        error={typedLink.error}
      >
        {(control) => (
          <TextInput
            {...control}
            type="text"
            inputMode="url"
            className={styles.code}
            value={typedLink.text}
            onChange={(event) => typedLink.type(event.target.value)}
          />
        )}
      </Field>
    </SettingsSection>
  );
}

function Example({ text, passes }: { text: string; passes: boolean }) {
  const Icon = passes ? CircleCheck : CircleMinus;
  return (
    <li className={cx(styles.example, passes ? styles.passes : styles.fails)}>
      <Icon size={14} aria-hidden="true" />
      <code>{text}</code> {passes ? 'passes' : 'does not pass'}
    </li>
  );
}

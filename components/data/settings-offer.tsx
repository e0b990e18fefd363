import { useState } from 'react';
import { UntrustedText } from '@/components/log/untrusted-text';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';
import type { Offer } from '@/lib/domain/log/outcome';
import styles from './settings-offer.module.css';

/** Names each value as it is called where it is set. */
const names: Readonly<Record<string, string>> = {
  'settings.identity': 'Who you are',
  'settings.ticketPattern': 'Ticket pattern',
  'settings.ticketLink': 'Ticket link',
  'settings.vendors': 'Plans, SSO and apps of the vendors',
  'settings.message': 'Message to the collaborator',
  'settings.retentionMonths': 'Months until personal values are deleted',
  'settings.cadence': 'How often access is reviewed',
  'settings.readOnVisit': 'Read member lists on each visit',
  'settings.remind': 'Reminders',
  'settings.remindNames': 'Names in reminders',
  assumed: 'Pages that were named',
  corrections: 'Elements that were pointed at',
  described: 'Roles, groups and baselines that were described',
  exportColumns: 'Columns of exported tables',
  guidePlaces: 'Places of the guide',
};

interface SettingsOfferProps {
  offer: Offer;
  onTake: (ids: readonly string[]) => void;
  onLeave: () => void;
}

/** Shows the settings of a backup before any of them counts. What decides who acts or deletes is never chosen for the admin. */
export function SettingsOffer({ offer: { isSigned, values }, onTake, onLeave }: SettingsOfferProps) {
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    isSigned ? values.filter(({ isGrave }) => !isGrave).map(({ id }) => id) : [],
  );
  const choose = (id: string, isChosen: boolean) =>
    setChosen((now) => (isChosen ? [...now, id] : now.filter((one) => one !== id)));
  return (
    <Notice tone={isSigned ? 'info' : 'warn'}>
      <p>
        {isSigned
          ? 'The file also holds settings that are not set like this here. Choose what to take.'
          : 'The file also holds settings, and nothing signs them: anybody may have added them. Take only what you recognise.'}
      </p>
      <ul className={styles.values}>
        {values.map(({ id, text }) => (
          <li key={id}>
            <Checkbox
              label={names[id] ?? id}
              checked={chosen.includes(id)}
              onChange={(event) => choose(id, event.target.checked)}
            />
            <code className={styles.value}>
              <UntrustedText text={text} />
            </code>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button disabled={chosen.length === 0} onClick={() => onTake(chosen)}>
          Take these settings
        </Button>
        <Button variant="quiet" onClick={onLeave}>
          Leave them
        </Button>
      </div>
    </Notice>
  );
}

import { type ReactNode, useId } from 'react';
import styles from './settings-section.module.css';

interface SettingsSectionProps {
  title: string;
  /** One sentence: what these settings change. */
  about: ReactNode;
  children: ReactNode;
}

/** Shows settings that belong together: what they are on the left, the fields on the right. */
export function SettingsSection({ title, about, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div>
        <h2 id={id}>{title}</h2>
        <p className={styles.about}>{about}</p>
      </div>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}

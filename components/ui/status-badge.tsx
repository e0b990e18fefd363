import {
  BadgeCheck,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  Clock3,
  type LucideIcon,
  MailX,
  Send,
  TriangleAlert,
} from 'lucide-react';
import type { GrantStatus } from '@/lib/domain/grant/grant';
import { cx } from './cx';
import styles from './status-badge.module.css';

export type Tone = 'neutral' | 'info' | 'progress' | 'good' | 'warn' | 'danger';

const looks: Record<GrantStatus, { icon: LucideIcon; tone: Tone }> = {
  Draft: { icon: CircleDashed, tone: 'neutral' },
  Invited: { icon: Send, tone: 'info' },
  Accepted: { icon: CircleCheck, tone: 'progress' },
  Active: { icon: BadgeCheck, tone: 'good' },
  'Expired invitation': { icon: MailX, tone: 'warn' },
  Overdue: { icon: TriangleAlert, tone: 'danger' },
  Removed: { icon: CircleMinus, tone: 'neutral' },
};

/** Shows the status of a grant: icon, word and colour together. */
export function StatusBadge({ status }: { status: GrantStatus }) {
  const { icon, tone } = looks[status];
  return (
    <Badge icon={icon} tone={tone}>
      {status}
    </Badge>
  );
}

/** Shows a state in a word, with its icon and colour. */
export function Badge({ icon: Icon = Clock3, tone, children }: { icon?: LucideIcon; tone: Tone; children: string }) {
  return (
    <span className={cx(styles.badge, styles[tone])}>
      <Icon size={12} strokeWidth={2.25} aria-hidden="true" className={styles.icon} />
      {children}
    </span>
  );
}

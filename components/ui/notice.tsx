import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import styles from './notice.module.css';

type NoticeTone = 'info' | 'good' | 'warn' | 'danger';

const icons: Record<NoticeTone, LucideIcon> = {
  info: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  danger: CircleAlert,
};

interface NoticeProps extends Omit<ComponentProps<'div'>, 'title'> {
  tone: NoticeTone;
  title?: ReactNode;
}

/**
 * Shows something to know, in place. Pass `role="status"` or `role="alert"` where it appears while the admin is at
 * work.
 */
export function Notice({ tone, title, className, children, ...rest }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div {...rest} className={cx(styles.notice, styles[tone], className)}>
      <Icon size={16} aria-hidden="true" className={styles.icon} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

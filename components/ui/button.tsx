import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { cx } from './cx';

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` once per view; `quiet` has no edge until it is pointed at. */
  variant?: 'primary' | 'secondary' | 'quiet';
  size?: 'small' | 'medium';
  icon?: LucideIcon;
}

/** Shows a button with words on it. It submits nothing unless `type="submit"`. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon: Icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type="button" {...rest} className={cx(styles.button, styles[variant], styles[size], className)}>
      {Icon && <Icon size={14} aria-hidden="true" className={styles.icon} />}
      {children}
    </button>
  );
}

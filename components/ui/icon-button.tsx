import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx';
import styles from './icon-button.module.css';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Says what it does: the accessible name, and the tooltip. */
  label: string;
  icon: LucideIcon;
}

/** Shows a button with an icon alone. */
export function IconButton({ label, icon: Icon, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} {...rest} className={cx(styles.button, className)}>
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}

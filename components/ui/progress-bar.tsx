import { cx } from './cx';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  /** The accessible name. */
  label: string;
  value: number;
  max: number;
  className?: string | undefined;
}

/** Shows how far along something is, as a thin bar; screen readers hear "3 of 12". */
export function ProgressBar({ label, value, max, className }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={`${value} of ${max}`}
      className={cx(styles.track, className)}
    >
      <div className={cx(styles.bar, share === 1 && styles.full)} style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}

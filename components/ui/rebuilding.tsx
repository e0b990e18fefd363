import { Notice } from './notice';
import { ProgressBar } from './progress-bar';

interface RebuildingProps {
  /** Says how many grants are rebuilt, of how many. */
  done: number;
  of: number;
}

/** Says that the list is rebuilt from the log after an update, and how far it is. What is shown meanwhile is right. */
export function Rebuilding({ done, of }: RebuildingProps) {
  const some = Math.min(done, of);
  return (
    <Notice
      tone="info"
      role="status"
      title={`Rebuilding the list: ${some.toLocaleString('en')} of ${of.toLocaleString('en')}`}
    >
      <ProgressBar label="Rebuilding the list" value={some} max={of} />
    </Notice>
  );
}

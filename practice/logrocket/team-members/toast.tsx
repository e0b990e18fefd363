import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { c } from './styles.tsx';

const queue = new ToastQueue<string>({ maxVisibleToasts: 3 });

/** Says something at the bottom right for five seconds. Wording of the real messages is not documented. */
export function toast(text: string): void {
  queue.add(text, { timeout: 5_000 });
}

export function toastError(problem: unknown): void {
  toast(problem instanceof Error ? problem.message : String(problem));
}

export function Toasts() {
  return (
    <ToastRegion queue={queue} className={c('Toasts')}>
      {({ toast: one }) => (
        <Toast toast={one} className={c('Toast')}>
          <ToastContent>
            <Text slot="title">{one.content}</Text>
          </ToastContent>
          <Button slot="close" className={c('Button')} aria-label="Close">
            ×
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}

import { useSwitches } from '../../shared/switches.ts';

/** Lists of a select leave the page for `body`, except under a native modal dialog, where `body` is inert. */
export function useInDialog(): { getPopupContainer?: (trigger: HTMLElement) => HTMLElement } {
  const { nativeDialog } = useSwitches();
  return nativeDialog ? { getPopupContainer: (trigger) => trigger.closest('dialog') ?? document.body } : {};
}

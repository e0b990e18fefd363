import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../shared/labels.ts';
import { NativeDialog } from '../../shared/native-dialog.tsx';
import { useSwitches } from '../../shared/switches.ts';

/** A dialog of the library, or a native modal one while the switch `nativeDialog` is on. */
export function Frame({
  title,
  opened,
  onClose,
  children,
}: {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { nativeDialog } = useSwitches();
  if (nativeDialog) {
    return (
      <NativeDialog title={t(title)} open={opened} onClose={onClose}>
        {children}
      </NativeDialog>
    );
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(title)}
      size="lg"
      yOffset="12vh"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {children}
    </Modal>
  );
}

/** Lists of a select leave the page for `body`, except under a native modal dialog, where `body` is inert. */
export function useComboboxProps(): { withinPortal: boolean } {
  return { withinPortal: !useSwitches().nativeDialog };
}

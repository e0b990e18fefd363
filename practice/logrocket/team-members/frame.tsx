import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../shared/labels.ts';
import { NativeDialog } from '../../shared/native-dialog.tsx';
import { useSwitches } from '../../shared/switches.ts';
import { c } from './styles.tsx';

/** A dialog of the library, or a native modal one while the switch `nativeDialog` is on. */
export function Frame({
  title,
  open,
  onClose,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { nativeDialog } = useSwitches();
  if (nativeDialog) {
    return (
      <NativeDialog title={t(title)} open={open} onClose={onClose}>
        {children}
      </NativeDialog>
    );
  }
  return (
    <ModalOverlay
      className={c('Overlay')}
      isDismissable
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Modal className={c('Modal')}>
        <Dialog>
          <Heading slot="title" level={2}>
            {t(title)}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Buttons at the foot of a dialog. */
export function Foot({ children }: { children: ReactNode }) {
  return <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 18 }}>{children}</div>;
}

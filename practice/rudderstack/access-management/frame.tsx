import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { t } from '../../shared/labels.ts';
import { NativeDialog } from '../../shared/native-dialog.tsx';
import { useSwitches } from '../../shared/switches.ts';

/** A dialog of the library, or a native modal one while the switch `nativeDialog` is on. */
export function Frame({
  title,
  open,
  onClose,
  footer,
  width = 560,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  footer: ReactNode;
  width?: number;
  children: ReactNode;
}) {
  const { nativeDialog } = useSwitches();
  if (nativeDialog) {
    return (
      <NativeDialog title={t(title)} open={open} onClose={onClose}>
        {children}
        <div style={{ textAlign: 'right', marginTop: 20 }}>{footer}</div>
      </NativeDialog>
    );
  }
  return (
    <Modal title={t(title)} open={open} onCancel={onClose} footer={footer} width={width} destroyOnHidden>
      {children}
    </Modal>
  );
}

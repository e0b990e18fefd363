import { Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import type { ReactNode } from 'react';
import { t } from '../../shared/labels.ts';
import { NativeDialog } from '../../shared/native-dialog.tsx';
import { useSwitches } from '../../shared/switches.ts';

/** A dialog of the library, or a native modal one while the switch `nativeDialog` is on. */
export function DialogFrame({
  title,
  open,
  onClose,
  actions,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  actions: ReactNode;
  children: ReactNode;
}) {
  const { nativeDialog } = useSwitches();
  if (nativeDialog) {
    return (
      <NativeDialog title={t(title)} open={open} onClose={onClose}>
        {children}
        <DialogActions>{actions}</DialogActions>
      </NativeDialog>
    );
  }
  return (
    <Dialog open={open} onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{t(title)}</DialogTitle>
      <DialogContent>{children}</DialogContent>
      <DialogActions sx={{ padding: '8px 24px 20px' }}>{actions}</DialogActions>
    </Dialog>
  );
}

/** Menus leave the page for `body`, except under a native modal dialog, where `body` is inert. */
export function useMenuProps(): { disablePortal?: boolean } {
  const { nativeDialog } = useSwitches();
  return nativeDialog ? { disablePortal: true } : {};
}

import { Alert, Snackbar } from '@mui/material';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

interface Toast {
  readonly text: string;
  readonly severity: 'success' | 'error';
}

interface Toasts {
  success(text: string): void;
  error(problem: unknown): void;
}

const Context = createContext<Toasts>({ success: () => {}, error: () => {} });

/** One snackbar at the bottom left, as the library's own examples have it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const [open, setOpen] = useState(false);
  const toasts = useMemo<Toasts>(() => {
    const show = (next: Toast) => {
      setToast(next);
      setOpen(true);
    };
    return {
      success: (text) => show({ text, severity: 'success' }),
      error: (problem) =>
        show({ text: problem instanceof Error ? problem.message : String(problem), severity: 'error' }),
    };
  }, []);
  return (
    <Context value={toasts}>
      {children}
      <Snackbar
        open={open}
        autoHideDuration={5_000}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={(_, reason) => {
          if (reason !== 'clickaway') setOpen(false);
        }}
      >
        <Alert severity={toast?.severity ?? 'success'} variant="filled" onClose={() => setOpen(false)}>
          {toast?.text}
        </Alert>
      </Snackbar>
    </Context>
  );
}

export function useToast(): Toasts {
  return useContext(Context);
}

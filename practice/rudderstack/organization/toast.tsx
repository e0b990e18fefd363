import { Affix, Notification } from '@mantine/core';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

interface Toasts {
  success(text: string): void;
  error(problem: unknown): void;
}

const Context = createContext<Toasts>({ success: () => {}, error: () => {} });

/** One notification at the bottom right for five seconds. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<{ text: string; bad: boolean } | null>(null);
  const toasts = useMemo<Toasts>(
    () => ({
      success: (text) => setToast({ text, bad: false }),
      error: (problem) => setToast({ text: problem instanceof Error ? problem.message : String(problem), bad: true }),
    }),
    [],
  );
  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => setToast(null), 5_000);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <Context value={toasts}>
      {children}
      {toast !== null && (
        <Affix position={{ top: 44, right: 20 }} zIndex={400}>
          <Notification role="alert" color={toast.bad ? 'red' : 'teal'} onClose={() => setToast(null)}>
            {toast.text}
          </Notification>
        </Affix>
      )}
    </Context>
  );
}

export function useToast(): Toasts {
  return useContext(Context);
}

import styled from '@emotion/styled';
import { type ReactNode, useEffect, useId, useRef } from 'react';

const Box = styled.dialog`
  width: min(520px, calc(100vw - 48px));
  padding: 24px;
  border: 0;
  border-radius: 8px;
  box-shadow: 0 12px 40px rgb(0 0 0 / 24%);
  font: inherit;
  color: inherit;
  overflow: visible;
  &::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  h2 {
    margin: 0 0 16px;
    font-size: 18px;
  }
`;

/** A native modal dialog: everything outside it is inert, whatever its z-index. */
export function NativeDialog({
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
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (open) box.current?.showModal();
    else box.current?.close();
  }, [open]);
  if (!open) return null;
  return (
    <Box ref={box} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
    </Box>
  );
}

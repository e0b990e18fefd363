import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button';

interface CopyButtonProps {
  text: string;
  /** Says what is copied, as it stands on the button: `Copy e-mail`. */
  label: string;
  /** Says how to copy; the clipboard of the page unless told otherwise. Answers whether it worked. */
  copy?: (text: string) => Promise<boolean>;
}

/** Copies a text and says so for two seconds; where the clipboard is closed to us it says that instead. */
export function CopyButton({ text, label, copy = toClipboard }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  return (
    <Button
      size="small"
      icon={outcome === 'copied' ? Check : Copy}
      title={text}
      onClick={async () => setOutcome((await copy(text)) ? 'copied' : 'failed')}
    >
      <span aria-live="polite">
        {outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Could not copy' : label}
      </span>
    </Button>
  );
}

/**
 * Copies by the old command, which works after a click in a frame of another site: the modern clipboard is refused
 * there.
 */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.cssText = 'position:fixed;inset-block-start:0;opacity:0';
  document.body.append(area);
  area.focus();
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}

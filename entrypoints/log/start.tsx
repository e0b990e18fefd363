import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Grant } from '@/lib/domain/grant';
import { LogApp } from './log-app';

/** Shows the log page. `first`: the grants to begin with. */
export function start(first: Promise<Grant[]>): void {
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <LogApp first={first} />
    </StrictMode>,
  );
}

import '@/components/ui/base.css';
import '@/components/ui/wide.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstGrants } from './first-grants';
import { LogApp } from './log-app';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <LogApp first={firstGrants} />
  </StrictMode>,
);

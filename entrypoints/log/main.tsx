import '@/components/ui/wide.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LogApp } from './log-app';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <LogApp />
  </StrictMode>,
);

import '@/components/ui/base.css';
import '@/components/ui/wide.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstGrants } from '@/lib/log/first-grants';
import { LogApp } from './log-app';

const root = createRoot(document.getElementById('root') as HTMLElement);
void firstGrants.then((first) =>
  root.render(
    <StrictMode>
      <LogApp first={first} />
    </StrictMode>,
  ),
);

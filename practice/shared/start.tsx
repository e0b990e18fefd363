import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { type ReactNode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { startChurn } from './churn.ts';
import { exposeControl } from './control.ts';
import { usePlace } from './router.tsx';
import type { PracticeServer } from './server.ts';
import { showStrip } from './strip.ts';
import { switches, useSwitches } from './switches.ts';

/** A new prefix at each load while the switch `shuffle` is on, else the one given. Letters only. */
export function classPrefix(usual: string): string {
  if (!switches.get().shuffle) return usual;
  return Array.from({ length: 6 }, () => 'bcdfghjkmnpqrstvwxz'[Math.floor(Math.random() * 19)]).join('');
}

function Frame({ server, children }: { server: PracticeServer; children: ReactNode }) {
  const { path } = usePlace();
  const { rename } = useSwitches();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a navigation is what asks the server again
  useEffect(() => server.refresh(), [path, server]);
  return <div key={JSON.stringify(rename)}>{children}</div>;
}

/** Wires a console: control for tests, strip for people, churn, then the page itself. */
export function startConsole({
  server,
  hint = '',
  children,
}: {
  server: PracticeServer;
  hint?: string;
  children: ReactNode;
}): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('This page has no #root.');
  exposeControl(server);
  showStrip(server, hint);
  startChurn();
  createRoot(root).render(
    <CacheProvider value={createCache({ key: classPrefix('sc') })}>
      <Frame server={server}>{children}</Frame>
    </CacheProvider>,
  );
}

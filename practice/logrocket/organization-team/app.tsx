import { createTheme, ThemeProvider } from '@mui/material';
import { useStore } from '../../shared/store.ts';
import { siblingPage } from '../parts/pages.tsx';
import { PROJECT_SETTINGS, type SettingsGroup, Shell, useSection } from '../parts/shell.tsx';
import { color, font } from '../parts/theme.ts';
import { ApiKeysPage } from './api-keys-page.tsx';
import { server } from './server.ts';
import { TeamPage } from './team-page.tsx';
import { ToastProvider } from './toast.tsx';

const GROUPS: readonly SettingsGroup[] = [
  PROJECT_SETTINGS,
  {
    title: 'Organization',
    entries: [
      { label: 'Team', slug: 'team' },
      { label: 'Single Sign-On', slug: 'sso' },
      { label: 'Plans', slug: 'plans' },
      { label: 'Audit Log', slug: 'audit-log' },
    ],
  },
];

const theme = createTheme({
  palette: { primary: { main: color.accent }, text: { primary: color.ink, secondary: color.muted } },
  typography: { fontFamily: font, fontSize: 13, button: { textTransform: 'none', fontWeight: 500 } },
  shape: { borderRadius: 6 },
  components: { MuiButton: { defaultProps: { disableElevation: true } } },
});

function Content() {
  const section = useSection();
  const { log } = useStore(server.shown);
  if (section === 'settings/team') return <TeamPage key="team" />;
  if (section === 'settings/api-keys') return <ApiKeysPage key="keys" />;
  return siblingPage(section, log) ?? siblingPage('sessions', log);
}

/** LogRocket as the how-to describes it: Settings, Organization, Team, with roles per app. */
export function App() {
  return (
    <ThemeProvider theme={theme}>
      <ToastProvider>
        <Shell groups={GROUPS}>
          <Content />
        </Shell>
      </ToastProvider>
    </ThemeProvider>
  );
}

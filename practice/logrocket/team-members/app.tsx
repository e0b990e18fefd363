import { useStore } from '../../shared/store.ts';
import { siblingPage } from '../parts/pages.tsx';
import { PROJECT_SETTINGS, type SettingsGroup, Shell, useSection } from '../parts/shell.tsx';
import { ApiKeysPage } from './api-keys-page.tsx';
import { RolesPage } from './roles-page.tsx';
import { server } from './server.ts';
import { Styles } from './styles.tsx';
import { TeamPage } from './team-page.tsx';
import { Toasts } from './toast.tsx';

/** Where the entries stand among the others is not documented, nor are the slugs, save for `roles`. */
const GROUPS: readonly SettingsGroup[] = [
  PROJECT_SETTINGS,
  {
    title: 'Acme',
    entries: [
      { label: 'Team Members', slug: 'team-members' },
      { label: 'Team Roles', slug: 'roles' },
      { label: 'Single Sign-On', slug: 'sso' },
      { label: 'Plans', slug: 'plans' },
      { label: 'Audit Log', slug: 'audit-log' },
    ],
  },
];

function Content() {
  const section = useSection();
  const { log } = useStore(server.shown);
  if (section === 'settings/team-members') return <TeamPage key="team" />;
  if (section === 'settings/roles') return <RolesPage key="roles" />;
  if (section === 'settings/api-keys') return <ApiKeysPage key="keys" />;
  return siblingPage(section, log) ?? siblingPage('sessions', log);
}

/** LogRocket as its documentation describes it: Settings, Team Members, with an inline invite form and several roles. */
export function App() {
  return (
    <>
      <Styles />
      <Shell groups={GROUPS}>
        <Content />
      </Shell>
      <Toasts />
    </>
  );
}

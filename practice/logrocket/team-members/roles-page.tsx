import styled from '@emotion/styled';
import { Check, EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Switch,
  TextField,
} from 'react-aria-components';
import { Late, Replaced, useHold } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import { useStore } from '../../shared/store.ts';
import { Bones, Page } from '../parts/pages.tsx';
import { color } from '../parts/theme.ts';
import { Foot } from './frame.tsx';
import { defaultRoleOf, PROJECTS, rolesOf, server, type TeamRole } from './server.ts';
import { c } from './styles.tsx';
import { toast, toastError } from './toast.tsx';

/** A toggle and those that it brings along. */
const TOGGLES: readonly { name: string; implies: readonly string[]; under?: string }[] = [
  { name: 'Session Playback', implies: [] },
  { name: 'Developer Pane', implies: ['Session Playback'] },
  { name: 'Network Pane', implies: ['Developer Pane', 'Session Playback'], under: 'Developer Pane' },
  { name: 'Request Bodies', implies: ['Network Pane', 'Developer Pane', 'Session Playback'], under: 'Network Pane' },
  { name: 'Dashboard Features', implies: [] },
  { name: 'Custom Dashboards', implies: ['Dashboard Features'], under: 'Dashboard Features' },
  { name: 'Issues', implies: ['Dashboard Features'], under: 'Dashboard Features' },
  { name: 'Feedback surveys', implies: ['Dashboard Features'], under: 'Dashboard Features' },
  { name: 'General Settings', implies: [] },
  { name: 'Invite Users', implies: [] },
];

const Pane = styled.section`
  margin-bottom: 24px;
  padding: 18px 22px;
  border: 1px solid ${color.accent};
  border-radius: 8px;
  h2 {
    margin: 0 0 12px;
    font-size: 15px;
  }
  .columns {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 24px;
    margin-top: 14px;
  }
`;

const Line = styled.li`
  display: flex;
  align-items: center;
  gap: 16px;
  padding: 12px 4px;
  border-bottom: 1px solid ${color.line};
  strong {
    font-weight: 500;
  }
  span {
    color: ${color.muted};
    font-size: 13px;
  }
  div {
    flex: 1;
  }
`;

function CreationPane({ onClose }: { onClose: () => void }) {
  const roles = rolesOf(useStore(server.shown));
  const [name, setName] = useState('');
  const [permissions, setPermissions] = useState<readonly string[]>([]);
  const [projects, setProjects] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState('');

  function toggle(one: (typeof TOGGLES)[number], on: boolean) {
    if (on) return setPermissions([...new Set([...permissions, one.name, ...one.implies])]);
    const gone = [one.name, ...TOGGLES.filter(({ implies }) => implies.includes(one.name)).map((other) => other.name)];
    setPermissions(permissions.filter((permission) => !gone.includes(permission)));
  }

  async function create() {
    const wanted = name.trim();
    if (wanted === '') return setProblem('Give the role a name.');
    if (roles.some((role) => role.name === wanted)) return setProblem('There is a role of this name already.');
    const made: TeamRole = { name: wanted, builtIn: false, description: permissions.join(', '), permissions, projects };
    try {
      await server.setExtra({ roles: [...roles, made] });
      toast(`Role ${wanted} created`);
      onClose();
    } catch (error) {
      toastError(error);
    }
  }

  return (
    <Pane aria-label={t('Add Role')}>
      <h2>{t('Add Role')}</h2>
      <TextField className={c('TextField')} value={name} onChange={setName}>
        <Label className={c('Label')}>{t('Role name')}</Label>
        <Input className={c('Input')} />
      </TextField>
      <div className="columns">
        <div>
          {TOGGLES.map((one) => (
            <Switch
              key={one.name}
              className={c('Switch')}
              style={{ marginLeft: one.under === undefined ? 0 : 22 }}
              isSelected={permissions.includes(one.name)}
              onChange={(on) => toggle(one, on)}
            >
              <span className="indicator" />
              {one.name}
            </Switch>
          ))}
        </div>
        <CheckboxGroup value={[...projects]} onChange={setProjects}>
          <Label className={c('Label')}>Projects (none ticked: all projects)</Label>
          {PROJECTS.map((project) => (
            <Checkbox key={project} value={project} className={c('Checkbox')}>
              {({ isSelected }) => (
                <>
                  <span className="box">{isSelected && <Check size={12} aria-hidden />}</span>
                  {project}
                </>
              )}
            </Checkbox>
          ))}
        </CheckboxGroup>
      </div>
      {problem !== '' && <p role="alert">{problem}</p>}
      <Foot>
        <Button className={c('Button')} onPress={onClose}>
          {t('Cancel')}
        </Button>
        <Button className={`${c('Button')} ${c('primary')}`} onPress={create}>
          {t('Create Role')}
        </Button>
      </Foot>
    </Pane>
  );
}

function RoleMenu({ role }: { role: TeamRole }) {
  const state = useStore(server.shown);
  const [open, setOpen] = useState(false);
  useHold(open);
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={c('Button')} aria-label={`More actions for ${role.name}`} style={{ padding: 5, border: 0 }}>
        <EllipsisVertical size={15} aria-hidden />
      </Button>
      <Popover className={c('Popover')}>
        <Menu
          onAction={(key) => {
            const change =
              key === 'default'
                ? { defaultRole: role.name }
                : { roles: rolesOf(state).filter(({ name }) => name !== role.name) };
            server.setExtra(change).catch(toastError);
          }}
        >
          <MenuItem id="default" className={c('Item')}>
            Set as default role
          </MenuItem>
          {!role.builtIn && (
            <MenuItem id="delete" className={c('Item')}>
              Delete role
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Settings, Team Roles: what each role gives. Nobody is invited here. */
export function RolesPage() {
  const state = useStore(server.shown);
  const [adding, setAdding] = useState(false);
  return (
    <Page>
      <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <div>
          <h1>{t('Team Roles')}</h1>
          <p className="lead">Roles that you can assign to team members</p>
        </div>
        <Button className={`${c('Button')} ${c('primary')}`} onPress={() => setAdding(true)}>
          {t('Add Role')}
        </Button>
      </div>
      {adding && <CreationPane onClose={() => setAdding(false)} />}
      <Late skeleton={<Bones />}>
        <Replaced>
          <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {rolesOf(state).map((role) => (
              <Line key={role.name}>
                <div>
                  <strong>{role.name}</strong>
                  {role.name === defaultRoleOf(state) && <span> (default)</span>}
                  <br />
                  <span>{role.description}</span>
                </div>
                <span>{role.projects.length === 0 ? 'All projects' : role.projects.join(', ')}</span>
                <RoleMenu role={role} />
              </Line>
            ))}
          </ul>
        </Replaced>
      </Late>
    </Page>
  );
}

import { Avatar, Button, Chip, IconButton, Menu, MenuItem, Select, Stack, Typography } from '@mui/material';
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { useHold } from '../../shared/hard.tsx';
import { t } from '../../shared/labels.ts';
import type { Person } from '../../shared/people.ts';
import { ORG_ROLES, server } from './server.ts';
import { useToast } from './toast.tsx';

/** Words of the status chip: only "pending" comes from the how-to, the others are not documented. */
const STATUS = { active: 'Active', pending: 'Pending', expired: 'Expired' } as const;
const TONE = { active: 'success', pending: 'warning', expired: 'default' } as const;

export interface TeamActions {
  readonly manageApps: (one: Person) => void;
  readonly remove: (one: Person) => void;
}

function RoleSelect({ one }: { one: Person }) {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  useHold(open);
  const role = one.roles[0] ?? '';
  if (one.you) return <span>{role}</span>;
  return (
    <Select
      variant="standard"
      disableUnderline
      value={role}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onChange={(event) => server.setRoles(one.email, [event.target.value]).catch(toast.error)}
      sx={{ fontSize: 13 }}
    >
      {ORG_ROLES.map((name) => (
        <MenuItem key={name} value={name}>
          {name}
        </MenuItem>
      ))}
    </Select>
  );
}

function RowMenu({ one, actions }: { one: Person; actions: TeamActions }) {
  const toast = useToast();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useHold(anchor !== null);
  if (one.you) return null;
  const pending = one.status !== 'active';
  return (
    <>
      <IconButton size="small" aria-label="more" onClick={(event) => setAnchor(event.currentTarget)}>
        <EllipsisVertical size={16} aria-hidden />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {pending && (
          <MenuItem
            onClick={() => {
              setAnchor(null);
              server
                .update(one.email, { status: 'pending', invitedAt: new Date().toISOString() })
                .then(() => toast.success(`Invitation sent again to ${one.email}`), toast.error);
            }}
          >
            Resend invitation
          </MenuItem>
        )}
        <MenuItem
          onClick={() => {
            setAnchor(null);
            actions.remove(one);
          }}
        >
          {pending ? 'Cancel invitation' : 'Remove from organization'}
        </MenuItem>
      </Menu>
    </>
  );
}

function appsText(one: Person): string {
  const count = Object.keys(one.apps).length;
  return count === 0 ? 'No apps' : count === 1 ? '1 app' : `${count} apps`;
}

/** The cells of one person, in the order of the columns. */
export function teamCells(one: Person, actions: TeamActions) {
  return {
    name: (
      <Stack direction="row" spacing={1.25} sx={{ alignItems: 'center', minWidth: 0 }}>
        <Avatar sx={{ width: 26, height: 26, fontSize: 11 }}>
          {(one.name || one.email).slice(0, 1).toUpperCase()}
        </Avatar>
        <Typography noWrap sx={{ fontSize: 13, fontWeight: 500 }}>
          {one.name === '' ? '–' : one.name}
          {one.you && ' (you)'}
        </Typography>
      </Stack>
    ),
    email: one.email,
    role: <RoleSelect one={one} />,
    status: <Chip size="small" variant="outlined" color={TONE[one.status]} label={t(STATUS[one.status])} />,
    apps: (
      <Button size="small" sx={{ justifyContent: 'flex-start', padding: 0 }} onClick={() => actions.manageApps(one)}>
        {appsText(one)}
      </Button>
    ),
    menu: <RowMenu one={one} actions={actions} />,
  };
}
